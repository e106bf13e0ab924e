/** The toolbar's badge: the number of guide sessions that the frames of a tab show. */
import { browser } from 'wxt/browser';
import { badgeText, type Frames, withFrame } from '../../lib/badge.ts';
import { report } from '../../lib/report/report.ts';

/** Frames of one tab tell at the same moment; each must see what the one before has stored. */
let last: Promise<void> = Promise.resolve();

/** Shows what a frame has told. Never rejects. */
export function showCount(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  last = last.then(() => update(tabId, frameId, ids)).catch((error: unknown) => report(error, 'badge'));
  return last;
}

/** The frames of a tab are kept in session storage, because the browser may end this script between two messages. */
async function update(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  const key = `frames:${tabId}`;
  const [stored, shown] = await Promise.all([browser.storage.session.get(key), browser.action.getBadgeText({ tabId })]);
  // The browser clears a tab's badge when another page is loaded in it.
  const frames = withFrame((stored[key] ?? {}) as Frames, frameId, ids, shown === '');
  await browser.storage.session.set({ [key]: frames });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#ffc53d' });
  await browser.action.setBadgeTextColor({ tabId, color: '#14192b' });
  await browser.action.setBadgeText({ tabId, text: badgeText(frames) });
}
