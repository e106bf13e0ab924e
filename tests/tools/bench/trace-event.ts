import type { TraceEvent } from '../../../tools/bench/page/tasks.ts';

/** An event of a thread's trace; times in milliseconds. */
export function traceEvent(name: string, from: number, to: number, cpu = to - from, tid = 1): TraceEvent {
  return { name, ph: 'X', pid: 1, tid, ts: from * 1000, dur: (to - from) * 1000, tdur: cpu * 1000 };
}
