/** How long an extension's own script worked, from the browser's trace of the main thread. Pure. */
import { nestTasks, type Task, type TraceEvent } from './tasks.ts';

interface OwnScript {
  /** Milliseconds of CPU time. */
  total: number;
  /** Of that, the most in one task. */
  longest: number;
}

/** What runs a script that the trace names. */
const NAMED = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.compileModule']);
/** What runs scripts that it does not name. */
const NAMELESS = new Set(['RunMicrotasks', 'v8.evaluateModule']);

/**
 * Adds up the work of the scripts whose addresses are ours: evaluating and calling them with all that they make the browser
 * do, such as a layout that they ask for. What follows on a promise bears no name in a trace, and no module that runs does; it is
 * counted as ours unless it is inside a call of another's, because the measured pages do neither while they load. So it is rather too much.
 */
export function ownScript(events: readonly TraceEvent[], isOurs: (url: string) => boolean): OwnScript {
  const thread = events.find((event) => isNamed(event) && isOurs(scriptUrl(event)));
  if (!thread) return { total: 0, longest: 0 };
  const own = nestTasks(events.filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)).map(ownTime);
  return { total: own.reduce((sum, time) => sum + time, 0) / 1000, longest: Math.max(0, ...own) / 1000 };

  function ownTime({ event, inside }: Task): number {
    const { name, tdur = 0 } = event;
    if (isNamed(event) && isOurs(scriptUrl(event))) return tdur;
    if (!NAMELESS.has(name)) return inside.reduce((sum, task) => sum + ownTime(task), 0);
    const others = inside.filter((task) => isNamed(task.event) && !isOurs(scriptUrl(task.event)));
    return tdur - others.reduce((sum, task) => sum + (task.event.tdur ?? 0) - ownTime(task), 0);
  }
}

function isNamed({ name, ph }: TraceEvent): boolean {
  return ph === 'X' && NAMED.has(name);
}

function scriptUrl({ args }: TraceEvent): string {
  return args?.data?.url ?? '';
}
