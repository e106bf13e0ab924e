/** The reader's data and settings on a page. */
import { type LiveCopy, liveCopy } from '../../lib/own/live.ts';
import type { Patch } from '../../lib/own/patches.ts';
import { report } from '../../lib/report/report.ts';
import { getHelper } from './helper.ts';

/** Resolves when the storage was read, with an empty copy if it can't be. Follows every window until the signal aborts. */
export async function pageOwn(signal: AbortSignal): Promise<LiveCopy> {
  const own = liveCopy(signal);
  const load = () => own.load().catch((error: unknown) => report(error, 'storage'));
  // A page in the back/forward cache gets no change events.
  addEventListener('pageshow', ({ persisted }) => persisted && load(), { signal });
  await load();
  return own;
}

/** Stores a change and offers undo. Reports an error for a part. */
export function storeChange(own: LiveCopy, patch: Patch, part: string): void {
  own
    .apply(patch)
    .then((inverse) => getHelper()?.offerUndo(patch, inverse))
    .catch((error: unknown) => report(error, part));
}
