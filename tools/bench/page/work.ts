/** What the main thread of a page did while it loaded, from the browser's trace. Pure. */
import { nestTasks, type Task, type TraceEvent } from './tasks.ts';

export const WORK = ['scripts', 'parsing', 'styles', 'layout', 'painting', 'the rest'] as const;
type Work = (typeof WORK)[number];

/** Kinds by the names of events. Events with other names, such as tasks and the collection of garbage, are the rest. */
const KINDS: Record<string, Work> = {
  EvaluateScript: 'scripts',
  EventDispatch: 'scripts',
  FireAnimationFrame: 'scripts',
  FireIdleCallback: 'scripts',
  FunctionCall: 'scripts',
  RunMicrotasks: 'scripts',
  TimerFire: 'scripts',
  'v8.compile': 'scripts',
  ParseHTML: 'parsing',
  ParseAuthorStyleSheet: 'styles',
  UpdateLayoutTree: 'styles',
  Layout: 'layout',
  Commit: 'painting',
  Layerize: 'painting',
  Paint: 'painting',
  PrePaint: 'painting',
  UpdateLayer: 'painting',
};

/**
 * Milliseconds of CPU time by kind of work. An event counts without the events inside it, so that a layout that a script
 * asks for is layout.
 * @param isPage the address of the page; its thread is the one that parses it
 * @throws if no thread parses the page
 */
export function timeByWork(events: readonly TraceEvent[], isPage: (url: string) => boolean): Record<Work, number> {
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && isPage(args?.beginData?.url ?? ''));
  if (!parsing) throw new Error('the trace has no thread that parses the page');
  const sums = Object.fromEntries(WORK.map((work) => [work, 0])) as Record<Work, number>;
  const add = ({ event, inside }: Task) => {
    const rest = inside.reduce((time, task) => time - (task.event.tdur ?? 0), event.tdur ?? 0);
    sums[KINDS[event.name] ?? 'the rest'] += rest / 1000;
    inside.forEach(add);
  };
  nestTasks(events.filter(({ pid, tid }) => pid === parsing.pid && tid === parsing.tid)).forEach(add);
  return sums;
}
