/** The keys that go through the sessions of the page in view. */
import { browser } from 'wxt/browser';
import type { Message } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-session': 1, 'previous-session': -1 };

/** Sends the command of a key to the page in view. A page without sessions, or without our script, does not answer. */
export async function sendCommand(command: string): Promise<void> {
  const step = STEPS[command];
  if (!step) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const message: Message = { type: 'go', step };
  if (tab?.id !== undefined)
    await browser.tabs.sendMessage(tab.id, message).catch((error: unknown) => report(error, 'keys'));
}
