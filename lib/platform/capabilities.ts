/**
 * APIs that not every browser has. Firefox for Android has no windows, commands or sidebar, so only this module uses them.
 */
import { browser } from 'wxt/browser';

/** Chrome's side panel and Firefox's sidebar; neither is in the polyfill's types for both. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Firefox can open its page of shortcuts; Chrome can't (as of 2026-11). */
interface Shortcuts {
  openShortcutSettings?(): Promise<void>;
}

/** The commands API, or undefined if the browser has none. */
export function commandsApi(): (typeof browser.commands & Shortcuts) | undefined {
  return browser.commands;
}

/** The id of the page's window. Undefined if the browser has no windows, or refuses. */
export async function currentWindowId(): Promise<number | undefined> {
  try {
    return (await browser.windows?.getCurrent())?.id;
  } catch {
    return undefined;
  }
}

/** Whether the browser can show the agenda beside the page. */
export function hasPanel(): boolean {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  return Boolean(sidePanel ?? sidebarAction);
}

/**
 * Opens the agenda beside the page. Runs synchronously, to stay inside the user gesture.
 * @param windowId the page's window; Chrome needs it
 * @returns undefined if the browser has no panel
 */
export function openPanel(windowId: number | undefined): Promise<void> | undefined {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction) return sidebarAction.open();
  return windowId === undefined ? undefined : sidePanel?.open({ windowId });
}

/** Whether `storage.sync` reaches other devices. Firefox for Android, which has no windows, keeps it on the phone. */
export function syncsWithAccount(): boolean {
  return browser.windows !== undefined;
}
