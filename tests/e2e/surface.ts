/** The agenda's surfaces as the tests open and read them. */
import type { Page } from 'puppeteer-core';
import { eventually, type World } from './world.ts';

export interface Opened {
  width?: number;
  height?: number;
  /** What the page's clock says when it is opened, in ISO 8601. */
  at?: string;
  /** Whether it goes on from there; left out, it stands still. */
  running?: boolean;
  /** Whether the tab closes with the test, because the test changes what stays with a tab. */
  ownTab?: boolean;
}

/** One of the extension's pages in a tab of its own, once it has read the storage. */
export async function openSurface(
  world: World,
  file: string,
  { width = 440, height = 600, at, running = false, ownTab = false }: Opened = {},
): Promise<Page> {
  // Firefox runs nothing before the scripts of an extension's page: there it is looked at once more instead.
  const early = world.name === 'chrome';
  const page = await (ownTab || (at && early) ? world.driven.browser.newPage() : world.driven.tab());
  await page.setViewport({ width, height });
  if (at && early) await page.evaluateOnNewDocument(fakeClock, Date.parse(at), running);
  await page.goto(world.driven.extensionUrl(file), { waitUntil: world.name === 'chrome' ? 'load' : [] });
  await page.waitForSelector('main > :not([inert])');
  // The switches at its foot come with what is stored.
  if (!file.startsWith('options')) await page.waitForSelector('.foot .switches');
  if (at && !early) await setClock(page, at, running);
  return page;
}

/** Sets the clock of an open page, which it looks at as when it is shown again. */
export async function setClock(page: Page, at: string, running = false): Promise<void> {
  await page.evaluate(fakeClock, Date.parse(at), running);
}

/** Runs in the page: sets its clock. */
function fakeClock(instant: number, running: boolean): void {
  const Real = Date;
  const begun = Real.now();
  const now = () => (running ? instant + Real.now() - begun : instant);
  class Fake extends Real {
    constructor(...given: []) {
      // As the real one: without arguments it is now.
      if (given.length > 0) super(...given);
      else super(now());
    }
    static override now(): number {
      return now();
    }
  }
  globalThis.Date = Fake as DateConstructor;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The ids of the sessions that can be seen, from top to bottom. */
export function shownIds(page: Page): Promise<string[]> {
  return page.$$eval('.list [data-session]', (rows) =>
    rows.filter((row) => row.checkVisibility()).map((row) => (row as HTMLElement).dataset.session ?? ''),
  );
}

/** The sessions once they are as many as expected, for a list follows a key within a frame or two. */
export function shown(page: Page, count: number): Promise<string[]> {
  return eventually(
    () => shownIds(page),
    (ids) => ids.length === count,
  );
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/gu, ' ').trim());
}

/** Presses the chip with a name. */
export async function pressChip(page: Page, name: string): Promise<void> {
  await page.$$eval(
    '.chip',
    (chips, wanted) =>
      chips
        .find((chip) => chip.firstChild?.textContent === wanted)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    name,
  );
}

export function stored(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => chrome.storage.local.get(null));
}
