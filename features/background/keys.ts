/** Keyboard shortcuts that go from session to session on the active page. */
import { browser } from 'wxt/browser';
import type { Message } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-session': 1, 'previous-session': -1 };

/** Sends a command to the active page. A page without the content script rejects it. */
export async function sendCommand(command: string): Promise<void> {
  const step = STEPS[command];
  if (!step) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const message: Message = { type: 'go', step };
  if (tab?.id !== undefined)
    await browser.tabs.sendMessage(tab.id, message).catch((error: unknown) => report(error, 'keys'));
}
