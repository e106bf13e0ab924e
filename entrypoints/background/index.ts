/** Wakes on a message from a Sched page, a key or a change of the storage: badge, panels, what was seen, the account. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { guide } from '../../data/index.ts';
import { showCount } from '../../features/background/badge.ts';
import { keepFailure, keepOwnReports } from '../../features/background/failures.ts';
import { bars, panelOf } from '../../features/background/panels.tsx';
import { keepSeen } from '../../features/background/seen.ts';
import { startSync } from '../../features/background/sync.ts';
import { isMessage, type Message } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

export default defineBackground(() => {
  keepOwnReports();
  startSync();
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const host = pageOf(sender);
    if (!isMessage(message)) return undefined;
    // What happens in a private window is not kept.
    if (message.type === 'failed' && (host || isOurs(sender)) && !sender.tab?.incognito)
      return keepFailure(message.where, message.text, Date.now());
    if (!host) return undefined;
    if (message.type === 'bars') return Promise.resolve(bars());
    if (message.type === 'panel') return panelOf(message.kind, message.id);
    const { tab, frameId } = sender;
    if (message.type === 'seen')
      return tab?.incognito || message.host !== host ? undefined : keepSeen(message, Date.now());
    if (message.type !== 'shown' || tab?.id === undefined || frameId === undefined) return undefined;
    // A page that is rendered ahead is not in the tab yet, and tells again once it is.
    if ((sender as { documentLifecycle?: string }).documentLifecycle === 'prerender') return undefined;
    return showCount(tab.id, frameId, message.ids);
  });

  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-session') void go(1);
    if (command === 'previous-session') void go(-1);
  });
});

/**
 * The host of the guide whose page, in a tab or a frame of one, has our script that sent a message; undefined for any
 * other sender.
 */
function pageOf({ id, tab, url = '' }: Sender): string | undefined {
  if (id !== browser.runtime.id || tab?.id === undefined) return undefined;
  const origin = URL.parse(url)?.origin;
  return guide.sites.find(({ host }) => origin === `https://${host}`)?.host;
}

/** Whether one of our own pages has sent a message. They tell of nothing but failures: storage they read and write themselves. */
function isOurs({ id, url = '' }: Sender): boolean {
  return id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/'));
}

/** Leads the page in view to its next or previous session. A page without any, or without our script, does not answer. */
async function go(step: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const message: Message = { type: 'go', step };
  if (tab?.id !== undefined)
    await browser.tabs.sendMessage(tab.id, message).catch((error: unknown) => report(error, 'keys'));
}
