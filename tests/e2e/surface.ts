/** Opens and reads the agenda's surfaces. */
import type { Page } from 'puppeteer-core';
import { eventually, type World } from './world.ts';

export interface Opened {
  width?: number;
  height?: number;
  /** The page's time when it opens, in ISO 8601. */
  at?: string;
  /** Whether the clock runs from there; by default it stands still. */
  running?: boolean;
  /** Whether to use a new tab that closes with the test, because the test changes the tab's state. */
  ownTab?: boolean;
}

/** Opens one of the extension's pages in a tab, and waits until it has read the storage. */
export async function openSurface(
  world: World,
  file: string,
  { width = 440, height = 600, at, running = false, ownTab = false }: Opened = {},
): Promise<Page> {
  // Firefox can't inject scripts before those of an extension's page, so there the clock is set afterwards.
  const early = world.name === 'chrome';
  const page = await (ownTab || (at && early) ? world.driven.browser.newPage() : world.driven.tab());
  await page.setViewport({ width, height });
  if (at && early) await page.evaluateOnNewDocument(fakeClock, Date.parse(at), running);
  await page.goto(world.driven.extensionUrl(file), { waitUntil: world.name === 'chrome' ? 'load' : [] });
  await page.waitForSelector('main > :not([inert])');
  // The switches appear once the storage has been read.
  if (!file.startsWith('options')) await page.waitForSelector('.foot .switches');
  if (at && !early) await setClock(page, at, running);
  return page;
}

/** Sets the clock of an open page, and makes the page read it. */
export async function setClock(page: Page, at: string, running = false): Promise<void> {
  await page.evaluate(fakeClock, Date.parse(at), running);
}

/** Runs in the page. */
function fakeClock(instant: number, running: boolean): void {
  const Real = Date;
  const begun = Real.now();
  const now = () => (running ? instant + Real.now() - begun : instant);
  class Fake extends Real {
    constructor(...given: []) {
      // Without arguments, it is now.
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

/** The ids of the visible sessions, from top to bottom. */
export function shownIds(page: Page): Promise<string[]> {
  return page.$$eval('.list [data-session]', (rows) =>
    rows.filter((row) => row.checkVisibility()).map((row) => (row as HTMLElement).dataset.session ?? ''),
  );
}

/** The visible sessions, once there are as many as expected. A list changes one or two frames after a key press. */
export function shown(page: Page, count: number): Promise<string[]> {
  return eventually(
    () => shownIds(page),
    (ids) => ids.length === count,
  );
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/gu, ' ').trim());
}

/** Clicks the chip with this name. */
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
