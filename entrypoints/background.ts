/** Wakes on a message from a Sched page: keeps the toolbar's badge and hands out the guide's texts. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { guide, sessionById } from '../data/index.ts';
import { detailOf } from '../lib/agenda.ts';
import { badgeText, type Frames, withFrame } from '../lib/badge.ts';
import { isMessage } from '../lib/messages.ts';
import { report } from '../lib/report.ts';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined;
    if (message.type === 'detail') {
      return Promise.resolve(sessionById(message.id) ? detailOf(guide, message.id) : undefined);
    }
    const { tab, frameId } = sender;
    if (tab?.id === undefined || frameId === undefined) return undefined;
    return inTurn(() => showCount(tab.id as number, frameId, message.ids));
  });
});

/** Frames of one tab tell at the same moment; each must see what the one before has stored. */
let last: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  last = last.then(work).catch((error: unknown) => report(error, 'badge'));
  return last;
}

/** The frames of a tab are kept in session storage, because the browser may end this script between two messages. */
async function showCount(tabId: number, frameId: number, ids: readonly string[]): Promise<void> {
  const key = `frames:${tabId}`;
  const [stored, shown] = await Promise.all([browser.storage.session.get(key), browser.action.getBadgeText({ tabId })]);
  // The browser clears a tab's badge when another page is loaded in it.
  const frames = withFrame((stored[key] ?? {}) as Frames, frameId, ids, shown === '');
  await browser.storage.session.set({ [key]: frames });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#ffc53d' });
  await browser.action.setBadgeTextColor({ tabId, color: '#14192b' });
  await browser.action.setBadgeText({ tabId, text: badgeText(frames) });
}
