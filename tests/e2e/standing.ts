/** What the extension has put on a page. */
import type { Page } from 'puppeteer-core';
import { eventually } from './world.ts';

/** What the extension has put on a page. Elements of the page that are named like methods of the DOM hide nothing here. */
function shownOn(page: Page): Promise<{ marked: string[]; cards: string[]; strips: number }> {
  return page.evaluate(() => {
    const all = (selector: string) =>
      [...Document.prototype.querySelectorAll.call(document, selector)] as HTMLElement[];
    const ids = (selector: string) => [
      ...new Set(all(selector).map(({ dataset }) => dataset.session ?? dataset.csgSession ?? '')),
    ];
    return {
      marked: ids('[data-csg-session][data-csg-kind="guide"]').sort(),
      cards: ids('csg-card').sort(),
      strips: all('csg-strip').filter(({ shadowRoot }) => shadowRoot?.querySelector('.strip')).length,
    };
  });
}

/** The same once it is all there, of a list with so many sessions of the guide. */
export function standing(page: Page, count: number): ReturnType<typeof shownOn> {
  return eventually(
    () => shownOn(page),
    ({ marked, cards, strips }) => marked.length === count && cards.length === count && strips === 1,
  );
}
