/** The toolbar's badge: the number of guide sessions that the frames of a tab show. */
import { browser } from 'wxt/browser';
import { read, write } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { type Frames, framesKey, readFrames } from '../../lib/seen/frames.ts';

/** Frames of one tab report at the same moment; each must see what the one before has stored. */
let last: Promise<void> = Promise.resolve();

/** Shows what a frame has reported. Never rejects. */
export function showCount(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  last = last.then(() => update(tabId, frameId, ids)).catch((error: unknown) => report(error, 'badge'));
  return last;
}

/** Forgets the frames of closed tabs. Call it synchronously while the service worker starts: the browser wakes it for this event. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    last = last
      .then(() => write('session', { [framesKey(tabId)]: undefined }))
      .catch((error: unknown) => report(error, 'badge'));
  });
}

/** The frames of a tab are kept in session storage, because the browser may end this script between two messages. */
async function update(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  const key = framesKey(tabId);
  // Rejects if the tab was closed meanwhile, before anything is stored for it.
  const [stored, shown] = await Promise.all([read('session', [key]), browser.action.getBadgeText({ tabId })]);
  // The browser clears a tab's badge when another page is loaded in it.
  const frames = withFrame(readFrames(stored, tabId), frameId, ids, shown === '');
  await write('session', { [key]: Object.keys(frames).length > 0 ? frames : undefined });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#ffc53d' });
  await browser.action.setBadgeTextColor({ tabId, color: '#14192b' });
  await browser.action.setBadgeText({ tabId, text: badgeText(frames) });
}

/**
 * A tab's frames after one of them reported what it shows.
 * @param fresh the browser has cleared the tab's badge since: the tab shows another page, so older reports are void
 */
function withFrame(frames: Frames, frameId: number, ids: readonly string[], fresh: boolean): Frames {
  const { [frameId]: _, ...others } = fresh ? {} : frames;
  return ids.length > 0 ? { ...others, [frameId]: ids } : others;
}

/** The text of the badge: the number of distinct sessions, or nothing. */
function badgeText(frames: Frames): string {
  const { size } = new Set(Object.values(frames).flat());
  return size > 0 ? String(size) : '';
}
