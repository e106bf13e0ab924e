/** The tasks of a thread, from the browser's trace. Pure. */

/** An event of the trace (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU), times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** CPU time of the thread, which others on the machine don't lengthen. */
  tdur?: number;
  args?: { data?: { url?: string }; beginData?: { url?: string } };
}

/** An event with the events that ran while it did. */
export interface Task {
  event: TraceEvent;
  inside: Task[];
}

/** The events of a thread, each inside the one that was running when it began. */
export function nestTasks(events: readonly TraceEvent[]): Task[] {
  const all = events.filter(({ ph }) => ph === 'X');
  const inOrder = all.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const roots: Task[] = [];
  const running: Task[] = [];
  for (const event of inOrder) {
    while (running.length > 0 && end(running.at(-1)) <= event.ts) running.pop();
    const task = { event, inside: [] };
    (running.at(-1)?.inside ?? roots).push(task);
    running.push(task);
  }
  return roots;
}

function end(task: Task | undefined): number {
  return task ? task.event.ts + (task.event.dur ?? 0) : 0;
}
