/** The stars on a page: the same as in the toolbar's agenda and in every other window. */
import { pickList } from '../../lib/own/pick-list.ts';
import { report } from '../../lib/report/report.ts';
import type { PagePicks } from './context.ts';

/** The picks of a guide; empty until the storage has answered, which subscribers are told. */
export function pagePicks(guide: string, signal: AbortSignal): PagePicks {
  const subscribers: (() => void)[] = [];
  const changed = () => {
    for (const subscriber of subscribers) subscriber();
  };
  const picks = pickList(guide, changed, signal);
  const failed = (error: unknown) => report(error, 'picks');

  const load = () => picks.load().catch(failed);
  // A page that comes back from the back/forward cache has heard of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && load(), { signal });
  load();
  return {
    has: picks.has,
    toggle: (id, title) => void picks.toggle(id, title).catch(failed),
    subscribe: (subscriber) => void subscribers.push(subscriber),
  };
}
