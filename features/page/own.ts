/** What the reader made and set, as a page shows it. */
import { type LiveCopy, liveCopy } from '../../lib/own/live.ts';
import { report } from '../../lib/report/report.ts';

/** Resolves when it has been read, or empty when it can't be. Follows every window until the signal aborts. */
export async function pageOwn(signal: AbortSignal): Promise<LiveCopy> {
  const own = liveCopy(signal);
  const load = () => own.load().catch((error: unknown) => report(error, 'storage'));
  // A page in the back/forward cache hears of no change.
  addEventListener('pageshow', ({ persisted }) => persisted && load(), { signal });
  await load();
  return own;
}
