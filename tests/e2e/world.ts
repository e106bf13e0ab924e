/** A browser with the built extension on the replica of the guide's Sched sites, for a whole test file. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, onTestFinished, type TestAPI, test } from 'vitest';
import { readGuide } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';
import type { BrowserName } from '../../tools/browsers.ts';
import { builtExtension, type Launched, type LaunchOptions, launch } from '../../tools/launch.ts';
import { type SchedSite, startSchedSite } from '../sched-site/index.ts';
import { hostIn } from './chosen.ts';

export interface World {
  readonly name: BrowserName;
  readonly guide: GuideFile;
  /** `test` for what no guide decides: another guide's world leaves that out. */
  readonly anyGuide: TestAPI;
  /** Whether everything is tested: in Chrome, and in Firefox where `CSG_BOTH` is set. The time of CI is short. */
  readonly isWhole: boolean;
  /** `test` for what no browser decides, left out where not everything is tested. */
  readonly anyBrowser: TestAPI;
  /** `test` for what neither decides. */
  readonly anywhere: TestAPI;
  readonly site: SchedSite;
  readonly driven: Launched;
  /** One of the extension's own pages, open for all tests: reads and writes its storage, which each test finds empty. */
  readonly home: Page;
  /** The folder of what its pages let the reader save. */
  readonly downloads: string;
  /** Starts the browser anew with other options, beside the first. The caller closes it. */
  another(options: LaunchOptions): Promise<Launched>;
  /** A browser with the extension, whose device is in another zone than the event and, in Firefox, a phone; one for all tests. */
  elsewhere(): Promise<Launched & { zone: string }>;
  /** The browser without the extension, one for all tests. */
  withoutExtension(): Promise<Launched>;
  /** The same browser with a changed copy of the extension, until the test has ended. Its `extensionUrl` is the copy's. */
  withChanged(change: (folder: string) => Promise<unknown>): Promise<Launched>;
}

/** Firefox's preferences of a device with fingers, whose event page is suspended at once. */
const PHONE = {
  // One pointer, coarse, that can't hover.
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'dom.w3c_touch_events.enabled': 1,
  // Milliseconds; 30 seconds by default.
  'extensions.background.idle.timeout': 500,
};

/**
 * Starts and ends the world around the tests of a file. But for `name` and `guide` its fields can be read inside tests only.
 * @param guide whose build to test, and whose sites the replica has: that of the environment (see CSG_GUIDE in guide-plugin.ts)
 */
export function startWorld(name: BrowserName, guide: GuideFile = readGuide()): World {
  let site: SchedSite;
  let driven: Launched;
  let home: Page;
  let downloads: string;
  const others = new Map<string, Promise<Launched>>();
  const extension = builtExtension(name, guide);
  const isOtherGuide = guide.id !== readGuide().id;
  const isWhole = name === 'chrome' || Boolean(process.env.CSG_BOTH);
  const deviceZone = guide.zone === 'Asia/Tokyo' ? 'America/New_York' : 'Asia/Tokyo';
  // Without a graphics card Chrome imitates one, which takes a tenth of the processor time of a page.
  const args = ['--disable-gpu'];
  const another = (options: LaunchOptions) => launch(name, { site, confined: true, extension, args, ...options });
  const shared = (key: string, start: () => Promise<Launched>) => {
    const running = others.get(key) ?? start();
    others.set(key, running);
    return running;
  };
  const withoutExtension = () => shared('bare', () => another({ extension: null }));
  beforeAll(async () => {
    site = await startSchedSite({ guide });
    downloads = await mkdtemp(join(tmpdir(), 'csg-downloads-'));
    driven = await another({ downloads });
    home = await driven.openExtension('popup.html');
  });
  afterEach(async () => {
    const pages = await driven.browser.pages();
    await driven.takeBack(pages.filter((page) => page !== home));
    await driven.browser.deleteCookie(...(await driven.browser.cookies()));
    await home.evaluate(() => {
      // What the next surface would paint first.
      localStorage.clear();
      return chrome.storage.local.clear();
    });
  });
  afterAll(async () => {
    for (const other of others.values()) await (await other).close();
    await driven?.close();
    await site?.close();
    if (downloads) await rm(downloads, { recursive: true, force: true });
  });
  return {
    name,
    guide,
    anyGuide: test.skipIf(isOtherGuide) as TestAPI,
    isWhole,
    anyBrowser: test.skipIf(!isWhole) as TestAPI,
    anywhere: test.skipIf(isOtherGuide || !isWhole) as TestAPI,
    get site() {
      return site;
    },
    get driven() {
      return driven;
    },
    get home() {
      return home;
    },
    get downloads() {
      return downloads;
    },
    another,
    elsewhere: async () => ({
      ...(await shared('elsewhere', () => another({ deviceZone, preferences: PHONE }))),
      zone: deviceZone,
    }),
    withoutExtension,
    async withChanged(change) {
      const run = await withoutExtension();
      const folder = await mkdtemp(join(tmpdir(), 'csg-changed-'));
      await cp(extension, folder, { recursive: true });
      await change(folder);
      const id = await run.browser.installExtension(folder);
      onTestFinished(async () => {
        await run.browser.uninstallExtension(id);
        await rm(folder, { recursive: true, force: true });
      });
      return name === 'firefox' ? run : { ...run, extensionUrl: (page) => `chrome-extension://${id}/${page}` };
    },
  };
}

/** The ids of the guide's sessions on one of its sites, or on all. */
export function idsOf({ guide }: World, site?: string): string[] {
  return guide.sessions.filter((session) => site === undefined || session.site === site).map(({ id }) => id);
}

export function hostOf({ guide }: World, site: string): string {
  return hostIn(guide, site);
}

/** Once a page has nothing left to do: what has not come by then does not come. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The background answers between two of them.
    for (let times = 0; times < 3; times++)
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  });
}

/** Runs a check until it holds, because a page's answer comes a moment after its cause. */
export async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean, within = 5000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const value = await look();
    if (holds(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The distinct ids of the sessions that our script marked on a page, sorted. */
export function markedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marked = document.querySelectorAll<HTMLElement>('[data-csg-session][data-csg-kind="guide"]');
    return [...new Set([...marked].map((element) => element.dataset.csgSession ?? ''))].sort();
  });
}

/** The same once they are so many, for a long list is marked in slices. */
export function allMarked(page: Page, count: number): Promise<string[]> {
  return eventually(
    () => markedIds(page),
    (ids) => ids.length === count,
  );
}

/** Clicks or focuses inside the shadow root of our elements, which a selector of the page's does not reach. */
export function inside(host: string, selector: string): string {
  return `${host} >>> ${selector}`;
}

const axeSource = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds in a part of a page: rule and element, a line each; none is none. */
export async function axeFindings(page: Page, part: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, part);
}
