/** Demonstrates the extension without a display: lists the found sessions, and takes screenshots. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { GuideFile, SessionFile } from '../data/schema.ts';
import { specialSite } from '../tests/sched-site/subject.ts';
import type { Launched } from './launch.ts';

/** Timeout for marks on a page, in milliseconds. */
const PATIENCE = 10_000;

interface Demo {
  /** The ids found on the list of each site, by host. */
  found: Map<string, string[]>;
  /** Paths of the screenshots, in order. */
  pictures: string[];
}

/** Takes screenshots of the lists of all sites, an open card, an event page and the agenda into a folder. */
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
    await scrollTo(page, '[data-csg-kind="guide"]');
    await take(page, `list-${id}`);
    // Closes the strip's hint, so that only the first screenshot has it.
    await (await page.$('csg-strip >>> [data-action=hint]'))?.click();
    await page.close();
  }

  // The session with the most facts in the guide.
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

  await takeAgenda(driven, guide, take);
  return { found, pictures };
}

type Take = (page: Page, name: string) => Promise<void>;

/** The agenda in the popup, with a search, in dark, in a tab with overlapping picks, its other tabs, and the options. */
async function takeAgenda(driven: Launched, guide: GuideFile, take: Take) {
  const popup = await driven.openExtension('popup.html');
  await popup.setViewport({ width: 440, height: 600 });
  await take(popup, 'popup');
  await popup.$eval('[data-session]:nth-child(2) h3 button, [data-session] h3 button', (button) =>
    (button as HTMLElement).click(),
  );
  await popup.waitForSelector('[data-session] .summary');
  await popup.$eval('[data-session]:has(.summary)', (row) => row.scrollIntoView());
  await take(popup, 'popup-open');
  // Firefox's driver can't do this, so its screenshots have the system's theme.
  if (driven.name === 'chrome') {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await popup.$eval('.list', (list) => list.scrollIntoView());
    await take(popup, 'popup-dark');
  }
  await popup.close();

  const shots = [
    ['agenda', 'agenda.html', 1180],
    ['catch-up', `agenda.html?tab=catch-up`, 760],
    ['share', 'agenda.html?tab=share', 900],
    ['options', 'options.html', 1000],
  ] as const;
  // Overlapping picks and a plan for an hour, as content for the screenshots.
  const [one, other] = overlapping(guide);
  for (const [name, file, width] of shots) {
    const page = await driven.openExtension(file);
    await page.setViewport({ width, height: 900 });
    if (name === 'agenda') {
      for (const id of [one, other])
        await page.$eval(`[data-session="${id}"] .star`, (star) => (star as HTMLElement).click());
      await page.waitForFunction(() => document.querySelectorAll('.star[aria-pressed=true]').length === 2);
    }
    if (name === 'catch-up') {
      await page.waitForSelector('.catch-up');
      await page.$$eval('.catch-up input[type=radio]', (choices) => (choices[2] as HTMLElement).click());
      await page.waitForSelector('.stops [data-session]');
    }
    if (name === 'share') await page.waitForSelector('.share');
    await take(page, name);
    await page.close();
  }
}

/** Two sessions at the same time, or else the first two. */
function overlapping({ sessions }: GuideFile): string[] {
  const first = sessions.find((one) => sessions.some((two) => one !== two && one.start === two.start));
  const atOnce = first ? sessions.filter(({ start }) => start === first.start) : sessions;
  return atOnce.slice(0, 2).map(({ id }) => id);
}

/** The strip above a list, open and with “only these”, on the site with mentions. */
async function takeStrip(driven: Launched, guide: GuideFile, take: Take) {
  const page = await driven.open(`https://${specialSite(guide).host}/list/simple`);
  const press = async (action: string) =>
    (await page.waitForSelector(`csg-strip >>> [data-action=${action}]`))?.click();
  await page.waitForSelector('csg-strip >>> .strip');
  if (guide.mentions) {
    await page.waitForSelector('[data-csg-kind="mention"]');
    await scrollTo(page, '[data-csg-kind="mention"]');
    await take(page, 'mention');
  }
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
      // Below sticky elements, with some margin.
      if (where === 'start') scrollBy(0, -60);
    },
    block,
  );
}
