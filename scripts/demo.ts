/** Shows the extension at work without a display: what was found on both sites, and pictures of it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { GuideFile, SessionFile } from '../data/schema.ts';
import type { Launched } from './launch.ts';

/** How long a page may take to be marked before it counts as not marked, in milliseconds. */
const PATIENCE = 10_000;

export interface Demo {
  /** The ids found on the list of each site, by host. */
  found: Map<string, string[]>;
  /** The pictures, in the order in which they were taken. */
  pictures: string[];
}

/** Visits both sites' lists, an open card, an event page and the popup, and takes a picture of each into the folder. */
export async function demo(driven: Launched, guide: GuideFile, folder: string): Promise<Demo> {
  await mkdir(folder, { recursive: true });
  const pictures: string[] = [];
  const take = async (page: Page, name: string) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  };

  const found = new Map<string, string[]>();
  for (const { id, host } of guide.sites) {
    const expected = guide.sessions.filter(({ site }) => site === id).length;
    const page = await driven.open(`https://${host}/list/simple`);
    found.set(host, await markedIds(page, expected));
    await scrollTo(page, '[data-csg-session]');
    await take(page, `list-${id}`);
    await page.close();
  }

  // The session that the guide says most about.
  const weight = ({ related, links, terms }: SessionFile) => related.length + links.length + terms.length;
  const [session] = guide.sessions.toSorted((a, b) => weight(b) - weight(a));
  const host = guide.sites.find(({ id }) => id === session?.site)?.host;
  if (session && host) {
    const list = await driven.open(`https://${host}/list/simple`);
    const card = `csg-card[data-session="${session.id}"]`;
    await scrollTo(list, card);
    await (await list.waitForSelector(`${card} >>> .toggle`))?.click();
    await list.waitForSelector(`${card} >>> .panel`);
    await scrollTo(list, `[data-csg-session="${session.id}"]`, 'start');
    await take(list, 'card');
    await list.close();

    const event = await driven.open(`https://${host}/event/${session.id}`);
    await event.waitForSelector('csg-briefing');
    await scrollTo(event, '[data-csg-session]', 'start');
    await take(event, 'event');
    await event.close();
  }
  await takeStrip(driven, guide, take);

  const popup = await driven.openExtension('popup.html');
  await popup.setViewport({ width: 440, height: 600 });
  await take(popup, 'popup');
  await popup.$eval('[data-session]:nth-child(2) h3 button', (button) => (button as HTMLElement).click());
  await popup.waitForSelector('[data-session]:nth-child(2) .summary');
  await scrollTo(popup, '[data-session]:nth-child(2)', 'start');
  await take(popup, 'popup-open');
  // Firefox's driver has no such feature: there the pictures are in the system's colours.
  if (driven.name === 'chrome') {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await take(popup, 'popup-dark');
  }
  await popup.close();
  return { found, pictures };
}

/** The strip over a list, opened, and “only these”; the pages of the site with the most mentions. */
async function takeStrip(driven: Launched, guide: GuideFile, take: (page: Page, name: string) => Promise<void>) {
  const host = guide.sites.at(-1)?.host;
  const page = await driven.open(`https://${host}/list/simple`);
  const press = async (action: string) =>
    (await page.waitForSelector(`csg-strip >>> [data-action=${action}]`))?.click();
  await page.waitForSelector('csg-strip >>> .strip');
  await scrollTo(page, '[data-csg-kind="mention"]');
  await take(page, 'mention');
  await press('about');
  await page.waitForSelector('csg-strip >>> .about');
  await take(page, 'strip');
  await press('about');
  await press('only');
  await page.waitForSelector('html[data-csg-only]');
  await press('next');
  await press('next');
  await take(page, 'only-these');
  await press('only');
  await page.close();
}

async function markedIds(page: Page, expected: number): Promise<string[]> {
  const all = '[data-csg-session][data-csg-kind="guide"]';
  await page
    .waitForFunction(
      (css, count) => document.querySelectorAll(css).length >= count,
      { timeout: PATIENCE },
      all,
      expected,
    )
    .catch(() => undefined);
  return page.$$eval(all, (marked) => [...new Set(marked.map((one) => (one as HTMLElement).dataset.csgSession ?? ''))]);
}

async function scrollTo(page: Page, selector: string, block: ScrollLogicalPosition = 'center'): Promise<void> {
  await page.$eval(
    selector,
    (element, where) => {
      element.scrollIntoView({ block: where });
      // Out from under what sticks to the top edge, and not glued to it.
      if (where === 'start') scrollBy(0, -60);
    },
    block,
  );
}
