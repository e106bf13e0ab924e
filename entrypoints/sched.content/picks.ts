/** The stars on a page: the same as in the toolbar's agenda and in every other window. */
import { report } from '../../lib/report.ts';
import { loadPicks, setPicked, watchPicks } from '../../lib/storage.ts';
import type { PagePicks } from './context.ts';

/** The picks of a guide; empty until the storage has answered, which subscribers are told. */
export function pagePicks(guide: string, signal: AbortSignal): PagePicks {
  let picked: ReadonlySet<string> = new Set();
  const subscribers: (() => void)[] = [];
  const update = (now: ReadonlySet<string>) => {
    picked = now;
    for (const changed of subscribers) changed();
  };
  const load = () => loadPicks().then((loaded) => signal.aborted || update(loaded.picked));

  load().catch((error: unknown) => report(error, 'picks'));
  watchPicks(update, signal);

  return {
    has: (id) => picked.has(id),
    toggle(id) {
      const now = !picked.has(id);
      const before = picked;
      update(now ? new Set(picked).add(id) : new Set([...picked].filter((one) => one !== id)));
      setPicked(id, guide, now).catch((error: unknown) => {
        // Not saved, so not shown as saved.
        update(before);
        report(error, 'picks');
      });
    },
    subscribe(changed) {
      subscribers.push(changed);
    },
  };
}
