import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../tools/bench/page/tasks.ts';
import { timeByWork } from '../../../tools/bench/page/work.ts';
import { traceEvent as event } from './trace-event.ts';

const PAGE = 'https://kccncna2025.sched.com/list/simple';

const parsing = (from: number, to: number): TraceEvent => ({
  ...event('ParseHTML', from, to),
  args: { beginData: { url: PAGE } },
});
const work = (...events: TraceEvent[]) => timeByWork(events, (url) => url === PAGE);

describe('timeByWork', () => {
  test('counts each event without those inside it', () => {
    const found = work(
      event('RunTask', 0, 30),
      parsing(1, 11),
      event('EvaluateScript', 3, 9),
      event('Layout', 4, 8),
      event('UpdateLayoutTree', 5, 6),
      event('RunTask', 40, 50),
      event('Paint', 42, 45),
      event('MinorGC', 46, 48),
    );
    expect(found).toEqual({ scripts: 2, parsing: 4, styles: 1, layout: 3, painting: 3, 'the rest': 27 });
  });

  test('ignores threads other than the one that parses the page', () => {
    expect(work(parsing(0, 5), event('Layout', 0, 50, 50, 2)).layout).toBe(0);
  });

  test('throws if no thread parses the page', () => {
    expect(() => work(event('Layout', 0, 50))).toThrow('no thread that parses the page');
  });
});
