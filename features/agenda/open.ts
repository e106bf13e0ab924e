/** The ways from one surface to another. */
import { browser } from 'wxt/browser';
import { currentWindowId, openPanel } from '../../lib/platform/capabilities.ts';
import type { Surface } from './list/surface.ts';

/** Chrome must be told for which window, and asking takes longer than a user gesture lasts. */
let windowId: number | undefined;
void currentWindowId().then((id) => {
  windowId = id;
});

/**
 * Opens another surface; in a browser without panels, the tab instead. Call it in a press itself: browsers open a panel only in a user gesture.
 * @param query of the address, so that a tab shows what was shown here
 */
export async function openSurface(what: 'page' | 'panel' | 'options', from: Surface, query: string): Promise<void> {
  if (what === 'page') await browser.tabs.create({ url: browser.runtime.getURL(`/agenda.html${query}`) });
  else if (what === 'options') await browser.runtime.openOptionsPage();
  else await (openPanel(windowId) ?? openSurface('page', from, query));
  if (from === 'popup') window.close();
}
