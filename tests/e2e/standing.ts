/** The extension's marks and elements on a page. */
import type { Page } from 'puppeteer-core';
import { eventually } from './world.ts';

/** The extension's marks and elements on a page. Works even if the page clobbers DOM methods. */
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

/** The same, once all are on a list with this many guide sessions. */
export function standing(page: Page, count: number): ReturnType<typeof shownOn> {
  return eventually(
    () => shownOn(page),
    ({ marked, cards, strips }) => marked.length === count && cards.length === count && strips === 1,
  );
}
