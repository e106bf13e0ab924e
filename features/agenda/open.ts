/** The ways from one surface to another. */
import { browser } from 'wxt/browser';
import type { Surface } from './list/surface.ts';

/** What Chrome calls its panel and Firefox its sidebar; neither is in the types of the polyfill for both. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Chrome must be told for which window, and asking takes longer than a press counts. */
let windowId: number | undefined;
// Firefox for Android has no windows.
browser.windows?.getCurrent().then(
  ({ id }) => {
    windowId = id;
  },
  () => {},
);

/**
 * Opens another surface; in a browser without panels, the tab instead. To be called in a press itself: browsers open a panel for nothing else.
 * @param query of the address, so that a tab shows what was shown here
 */
export async function openSurface(what: 'page' | 'panel' | 'options', from: Surface, query: string): Promise<void> {
  if (what === 'page') await browser.tabs.create({ url: browser.runtime.getURL(`/agenda.html${query}`) });
  else if (what === 'options') await browser.runtime.openOptionsPage();
  else await (openPanel(browser as unknown as Panels) ?? openSurface('page', from, query));
  if (from === 'popup') window.close();
}

function openPanel({ sidePanel, sidebarAction }: Panels): Promise<void> | undefined {
  if (sidebarAction) return sidebarAction.open();
  return windowId === undefined ? undefined : sidePanel?.open({ windowId });
}
