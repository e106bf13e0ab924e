/** Answers messages of the content scripts, and keeps the errors that any of the extension's pages reports. */
import { browser } from 'wxt/browser';
import { guide } from '../../data/index.ts';
import { type Answers, isMessage, type Message, type Question } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { showCount } from './badge.ts';
import { keepFailure } from './failures.ts';
import { drawList, drawPanel } from './panels.tsx';
import { isKnown, keepSeen, pairPrintRows } from './seen.ts';

export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

type Answer = Answers[keyof Answers];

/** Listens. Call it synchronously while the service worker starts: the browser wakes it for this event. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const answered = answer(message, sender);
    // No answer after an error: the content script has no polyfill, which alone could read a rejection in Chrome.
    answered?.then(sendResponse, (error: unknown) => sendResponse(report(error, 'message')));
    return answered !== undefined;
  });
}

/** The answer to a message, or undefined for a value or sender that must not get one. */
export function answer(message: unknown, sender: Sender): Promise<Answer> | undefined {
  if (!isMessage(message)) return undefined;
  const host = hostFromSender(sender);
  if (message.type === 'failed') return host || isOwnPage(sender) ? keep(message, sender) : undefined;
  return host && message.type !== 'go' ? answerPage(message, host, sender) : undefined;
}

/** Whether a message is from a private window. Nothing from there is kept. */
function isPrivate({ tab }: Sender): boolean {
  return tab?.incognito === true;
}

async function keep({ where, text }: Extract<Message, { type: 'failed' }>, sender: Sender): Promise<true> {
  if (!isPrivate(sender)) await keepFailure(where, text, Date.now());
  return true;
}

async function answerPage(
  message: Exclude<Question, { type: 'failed' }>,
  host: string,
  sender: Sender,
): Promise<Answer> {
  if (message.type === 'list') return drawList();
  if (message.type === 'panel') return drawPanel(message.kind, message.id, host);
  if (message.type === 'print') return message.host === host ? pairPrintRows(message) : {};
  if (message.type === 'known') return isPrivate(sender) || isKnown(host, message.hash);
  if (message.type === 'seen') {
    if (!isPrivate(sender) && message.host === host) await keepSeen(message, Date.now());
    return true;
  }
  // A prerendered page is not visible in the tab yet. It sends again once it is.
  const { documentLifecycle } = sender as { documentLifecycle?: string };
  if (sender.tab?.id !== undefined && sender.frameId !== undefined && documentLifecycle !== 'prerender')
    await showCount(sender.tab.id, sender.frameId, message.ids);
  return true;
}

/** The host of the guide's site whose page, in a tab or a frame, sent a message. */
function hostFromSender({ id, tab, url = '' }: Sender): string | undefined {
  if (id !== browser.runtime.id || tab?.id === undefined) return undefined;
  const origin = URL.parse(url)?.origin;
  return guide.sites.find(({ host }) => origin === `https://${host}`)?.host;
}

/** Whether one of the extension's own pages sent a message. They only send errors, because they use the storage directly. */
function isOwnPage({ id, url = '' }: Sender): boolean {
  return id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/'));
}
