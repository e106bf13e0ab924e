/** Opens another page of the extension. */
import { browser } from 'wxt/browser';
import { currentWindowId, openPanel } from '../../lib/platform/capabilities.ts';
import type { Surface } from './list/surface.ts';

/** Chrome's side panel needs the window's id. It is read ahead, because waiting for it would end the user gesture. */
let windowId: number | undefined;
void currentWindowId().then((id) => {
  windowId = id;
});

/**
 * Opens a page, or the tab if the browser has no panel. Call it in a click handler: browsers open a panel only in a user
 * gesture.
 * @param query of the tab's address, so that it shows the same view
 */
export async function openSurface(what: 'page' | 'panel' | 'options', from: Surface, query: string): Promise<void> {
  if (what === 'page') await browser.tabs.create({ url: browser.runtime.getURL(`/agenda.html${query}`) });
  else if (what === 'options') await browser.runtime.openOptionsPage();
  else await (openPanel(windowId) ?? openSurface('page', from, query));
  if (from === 'popup') window.close();
}
