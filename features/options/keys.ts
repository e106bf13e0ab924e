/** Keyboard shortcuts of the extension's commands. */
import { browser } from 'wxt/browser';
import { commandsApi } from '../../lib/platform/capabilities.ts';

/** The shortcut of each command as the browser spells it, or ''. Undefined if the browser has no commands. */
export type CommandKeys = Readonly<Record<string, string>> | undefined;

/** Asks the browser for the shortcuts of the extension's commands. */
export async function commandKeys(): Promise<CommandKeys> {
  const commands = await commandsApi()?.getAll();
  return commands && Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

/** Opens the browser's page for changing shortcuts. Rejects if the browser refuses. */
export async function openShortcuts(): Promise<void> {
  const commands = commandsApi();
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
