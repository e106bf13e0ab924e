/** Tells the background of what was reported in a page's script or on one of the extension's own pages: it alone keeps it. */
import { browser } from 'wxt/browser';
import type { Message } from '../messages.ts';

/** Asks the background. Rejects, and never throws, where the extension has gone from under the page. */
export async function send(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Tells what failed, and where. Whatever fails in that is told to nobody, or it would never end. */
export function tell(error: unknown, where: string): void {
  send({ type: 'failed', where, text: `${error}` }).catch(() => {});
}
