/** The browser's keys for the extension's commands. */
import { browser } from 'wxt/browser';

/** Firefox's own way to its page of shortcuts; Chrome has none, and lets the page be opened as any (as of 2026-11). */
interface Shortcuts {
  openShortcutSettings?(): Promise<void>;
}

/** The keys of every command as the browser writes them; empty where it has none. */
export async function commandKeys(): Promise<Record<string, string>> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? [];
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

/** Opens the page on which the browser lets them be changed. Rejects when it refuses. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & Shortcuts;
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
