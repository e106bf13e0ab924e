/** The browser's keys for the extension's commands. */
import { browser } from 'wxt/browser';
import { commandsApi } from '../../lib/platform/capabilities.ts';

/** The keys of every command as the browser writes them, empty for a command without; undefined where there are no commands. */
export async function commandKeys(): Promise<Record<string, string> | undefined> {
  const commands = await commandsApi()?.getAll();
  return commands && Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

/** Opens the page on which the browser lets them be changed. Rejects when it refuses. */
export async function openShortcuts(): Promise<void> {
  const commands = commandsApi();
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
