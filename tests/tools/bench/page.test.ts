import { describe, expect, test } from 'vitest';
import { renderChart } from '../../../tools/bench/page/chart.ts';
import { comparisonTable } from '../../../tools/bench/page/compare.ts';
import type { VariantSamples } from '../../../tools/bench/page/measure.ts';
import { ownScript } from '../../../tools/bench/page/own-script.ts';
import { pageResults, pairs, slowResults } from '../../../tools/bench/page/results.ts';
import type { TraceEvent } from '../../../tools/bench/page/tasks.ts';
import { VARIANTS } from '../../../tools/bench/page/variants.ts';
import { replaceFigures } from '../../../tools/bench/publish.ts';
import { type Part, reportMarkdown } from '../../../tools/bench/report.ts';
import { traceEvent } from './trace-event.ts';

describe('ownScript', () => {
  const OURS = 'chrome-extension://abc/sched.js';
  const THEIRS = 'https://kccncna2025.sched.com/sched.js';
  /** An event of the main thread; times in milliseconds, the CPU's half as long as the clock's. */
  const event = (name: string, from: number, to: number, url?: string, tid = 1): TraceEvent => ({
    ...traceEvent(name, from, to, (to - from) / 2, tid),
    args: url ? { data: { url } } : {},
  });
  const own = (...events: TraceEvent[]) => ownScript(events, (url) => url === OURS);

  test('adds up the CPU time of its files and functions, with everything that runs inside them', () => {
    const found = own(
      event('RunTask', 0, 20),
      event('EvaluateScript', 2, 10, OURS),
      event('Layout', 4, 8),
      event('RunTask', 30, 40),
      event('FunctionCall', 31, 35, OURS),
      event('FunctionCall', 36, 39, THEIRS),
      event('Layout', 39, 40),
    );
    expect(found).toEqual({ total: 6, longest: 4 });
  });

  test('counts a call inside another once', () => {
    const found = own(event('RunTask', 0, 20), event('FunctionCall', 2, 10, OURS), event('FunctionCall', 4, 8, OURS));
    expect(found.total).toBe(4);
  });

  test('includes microtasks, except the calls of other scripts in them', () => {
    const found = own(
      event('RunTask', 0, 30),
      event('RunMicrotasks', 2, 22),
      event('FunctionCall', 4, 14, THEIRS),
      event('FunctionCall', 6, 8, OURS),
      event('FunctionCall', 16, 18, OURS),
    );
    expect(found.total).toBe(6);
  });

  test('includes modules, whose evaluation has no address', () => {
    const found = own(
      event('RunTask', 0, 30),
      event('v8.compileModule', 2, 6, OURS),
      event('v8.evaluateModule', 8, 18),
      event('FunctionCall', 10, 14, THEIRS),
    );
    expect(found.total).toBe(5);
  });

  test('reads only the thread that runs the script, and is 0 if none does', () => {
    const elsewhere = event('RunMicrotasks', 0, 50, undefined, 2);
    expect(own(elsewhere, event('FunctionCall', 2, 10, OURS)).total).toBe(4);
    expect(own(elsewhere)).toEqual({ total: 0, longest: 0 });
  });

  test('does not depend on the order of the events', () => {
    const found = own(event('FunctionCall', 31, 35, OURS), event('RunTask', 30, 40), event('RunTask', 0, 20));
    expect(found).toEqual({ total: 2, longest: 2 });
  });
});

test('Pairs end with the shorter list', () => {
  expect(pairs([5, 6, 7], [1, 2], (one, other) => one - other)).toEqual([4, 4]);
  expect(pairs(undefined, [1], (one, other) => one - other)).toEqual([]);
});

const samples: VariantSamples = new Map([
  ['none', { cpu: [100, 100, 100], changes: [50, 50, 50], heap: [1, 1, 1], shift: [0, 0, 0], unmarked: [0, 0, 0] }],
  ['limit', { cpu: [102, 102, 102], changes: [50, 51, 49] }],
  [
    'ours',
    {
      cpu: [104, 104, 104],
      changes: [52, 52, 52],
      heap: [1.8, 1.8, 1.8],
      script: [7, 8, 9],
      shift: [0, 0, 0],
      unmarked: [0, 0, 2],
      missed: [0, 0, 0],
      falseHits: [0, 0, 0],
      wait: [12, Number.NaN, 14],
    },
  ],
  ['mark', { cpu: [150, 150], changes: [250, 250] }],
]);
const verdicts = (sessions: number) =>
  Object.fromEntries(pageResults(sessions, samples).map(({ name, figure, verdict }) => [name, [figure, verdict]]));

describe('the figures of a page', () => {
  test('compare the extension with the style sheet, no extension and the rivals, against their targets', () => {
    expect(verdicts(542)).toMatchObject({
      'Own script at load, 542': [8, 'met'],
      'CPU at load over the style sheet alone, 542': [104 / 102, 'met'],
      'CPU of 50 changes over no extension, 542': [1.04, 'met'],
      'Extra CPU of 50 changes over mark.js’, 542': [0.01, 'met'],
      'Frames with a guide session not yet marked, 542': [2, 'within noise'],
      'Layout shift caused, 542': [0, 'met'],
      'Arrival of a session to its mark, 542': [13, undefined],
    });
    const [heap, missed] = verdicts(542)['Heap added, 542'] ?? [];
    expect([heap, missed]).toEqual([expect.closeTo(0.8), 'missed']);
    expect(verdicts(3000)['Heap added, 3,000']?.[1]).toBe('met');
  });

  test('have no verdict without a target, and are absent if nothing was measured', () => {
    expect(verdicts(300)['Own script at load, 300']).toEqual([8, undefined]);
    expect(verdicts(30_000)['Extra CPU of 50 changes over mark.js’, 30,000']).toEqual([0.01, undefined]);
    expect(Object.keys(verdicts(542)).filter((name) => /rescan|Longest/u.test(name))).toEqual([]);
  });

  test('include another build if one was measured', () => {
    const both = new Map([...samples, ['other', { cpu: [100, 101, 104], changes: [52, 52, 52], heap: [4, 4, 4] }]]);
    const figures = Object.fromEntries(pageResults(542, both).map(({ name, figure }) => [name, figure]));
    expect(figures).toMatchObject({ 'CPU at load over the other build’s, 542': 104 / 101 });
    expect(Object.keys(figures).filter((name) => name.includes('the other build'))).toHaveLength(3);
    expect(Object.keys(verdicts(542)).filter((name) => name.includes('the other build'))).toEqual([]);
  });

  test('count the frames of a slow page that lack a mark', () => {
    expect(slowResults(542, samples).map(({ name, figure }) => [name, figure])).toEqual([
      ['Frames with a guide session not yet marked, 542 that arrive slowly', 2],
      ['Guide sessions never marked, 542 that arrive slowly', 0],
      ['False hits, 542 that arrive slowly', 0],
    ]);
  });
});

test('A comparison has a column for each variant that was measured, and a dash for a missing figure', () => {
  const [head, , ...rows] = comparisonTable(VARIANTS, samples).split('\n');
  expect(head).toMatch(/no extension +\| style sheet alone \| +ours \| +mark\.js \|$/u);
  expect(
    rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  ).toContainEqual(['heap after load', '1.00 MB', '–', '1.80 MB', '–']);
});

describe('the chart', () => {
  const chart = renderChart(3000, VARIANTS, samples);

  test('has a dot for each variant in each panel, ours in its own colour, and labels what is within noise', () => {
    expect(chart.match(/<circle/gu)).toHaveLength(6);
    expect(chart.match(/<circle class="ours"/gu)).toHaveLength(2);
    expect(chart.match(/within noise/gu)).toHaveLength(1);
    expect(chart).toContain('>200 ms</text>');
  });

  test('closes every element and contains no NaN, undefined or Infinity', () => {
    expect(chart).not.toMatch(/NaN|undefined|Infinity/u);
    const open = chart.match(/<(?:svg|g|text|style)\b[^>]*>/gu)?.length;
    expect(chart.match(/<\/(?:svg|g|text|style)>/gu)).toHaveLength(open ?? -1);
  });
});

describe('a report', () => {
  const part: Part = {
    title: 'Pages',
    date: '2026-11-24T12:34:56Z',
    machine: { processor: 'P', cores: 2, memory: 8, system: 's', node: 'v24', browser: 'B' },
    disturbed: [0.01, 0.02],
    results: pageResults(542, samples),
  };

  test('names the missed targets, and has a section for each part and table', () => {
    const figures = reportMarkdown({ parts: [part], bytes: [], tables: [{ title: 'More', table: '| a |' }] });
    expect(figures).toContain('1 are missed:\n\n- Heap added, 542');
    expect(figures.match(/^### .*$/gmu)).toEqual(['### Pages', '### More']);
  });

  test('gives the time of each part, and the machine once', () => {
    const later = { ...part, title: 'Popup', date: '2026-11-25T01:02:03Z', results: [] };
    const figures = reportMarkdown({ parts: [part, later], bytes: [], tables: [] });
    expect(figures).toMatch(/^\| Pages +\| 2026-11-24 12:34 \| 1 %, 2 %/mu);
    expect(figures).toMatch(/^\| Popup +\| 2026-11-25 01:02 \|/mu);
    expect(figures.match(/B on P, 2 cores/gu)).toHaveLength(1);
    expect(figures).not.toContain('too much');
  });

  test('says if other work disturbed it', () => {
    const figures = reportMarkdown({ parts: [{ ...part, disturbed: [0.01, 0.4] }], bytes: [], tables: [] });
    expect(figures).toContain('1 %, 40 %');
    expect(figures).toContain('too much for these figures');
  });
});

describe('replaceFigures', () => {
  const marks = [
    '<!-- The figures of the last run begin: written by `npm run bench -- --publish`. -->',
    '<!-- The figures of the last run end. -->',
  ];

  test('replaces the figures between the two marks', () => {
    const once = replaceFigures(`before\n${marks.join('\n')}\nafter\n`, 'old');
    expect(replaceFigures(once, 'new')).toBe(`before\n${marks.join('\n\nnew\n\n')}\nafter\n`);
  });

  test('throws without the two marks in order', () => {
    expect(() => replaceFigures('text', 'new')).toThrow('put these two lines');
    expect(() => replaceFigures(marks.toReversed().join('\n'), 'new')).toThrow('put these two lines');
  });
});
