/** The badge of the toolbar button: the number of guide sessions in the frames of a tab. */
import { browser } from 'wxt/browser';
import { read, write } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { type Frames, framesKey, readFrames } from '../../lib/seen/frames.ts';

/** Runs updates one after another: frames of a tab report at the same time, and each update reads what the last stored. */
let last: Promise<void> = Promise.resolve();

/** Updates the badge after a frame has reported its sessions. Never rejects. */
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

/** Keeps a tab's frames in session storage, because the browser may end this script between two messages. */
async function update(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  const key = framesKey(tabId);
  // Rejects if the tab was closed meanwhile, so nothing is stored for it.
  const [stored, shown] = await Promise.all([read('session', [key]), browser.action.getBadgeText({ tabId })]);
  // The browser clears a tab's badge on navigation.
  const frames = withFrame(readFrames(stored, tabId), frameId, ids, shown === '');
  await write('session', { [key]: Object.keys(frames).length > 0 ? frames : undefined });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#ffc53d' });
  await browser.action.setBadgeTextColor({ tabId, color: '#14192b' });
  await browser.action.setBadgeText({ tabId, text: badgeText(frames) });
}

/**
 * A tab's frames after one of them reported its sessions.
 * @param fresh whether the tab was navigated since, so that older reports are void
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
