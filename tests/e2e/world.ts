/** A browser with the built extension and the replica of the guide's Sched sites, for a whole test file. */
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
  /** `test` for what does not depend on the guide; skipped with another guide. */
  readonly anyGuide: TestAPI;
  /** Whether everything is tested: in Chrome, and with `CSG_BOTH` in Firefox. This saves time in CI. */
  readonly isWhole: boolean;
  /** `test` for what does not depend on the browser; skipped unless everything is tested. */
  readonly anyBrowser: TestAPI;
  /** `test` for what depends on neither. */
  readonly anywhere: TestAPI;
  readonly site: SchedSite;
  readonly driven: Launched;
  /** A page of the extension, open during all tests, to access its storage. The storage is empty at the start of each test. */
  readonly home: Page;
  /** The download folder. */
  readonly downloads: string;
  /** Starts a second browser with other options. The caller closes it. */
  another(options: LaunchOptions): Promise<Launched>;
  /** A shared browser with the extension on a device in another zone than the event; in Firefox, a phone. */
  elsewhere(): Promise<Launched & { zone: string }>;
  /** A shared browser without the extension. */
  withoutExtension(): Promise<Launched>;
  /** The same browser with a changed copy of the extension until the end of the test. `extensionUrl` is the copy's. */
  withChanged(change: (folder: string) => Promise<unknown>): Promise<Launched>;
}

/** Firefox preferences of a touch device, with a short event page timeout. */
const PHONE = {
  // One coarse pointer that can't hover.
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'dom.w3c_touch_events.enabled': 1,
  // Milliseconds; 30 seconds by default.
  'extensions.background.idle.timeout': 500,
};

/**
 * Starts and stops the world around a file's tests. Fields other than `name` and `guide` can only be read inside tests.
 * @param guide the guide to test and replicate; by default that of the environment (see CSG_GUIDE in guide-plugin.ts)
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
  // Without a GPU, Chrome emulates one, which takes a tenth of a page's CPU time.
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
      // Cached for the first paint of the next surface.
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

/** Waits until a page is idle. What has not appeared by then will not appear. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The background replies between two idle periods.
    for (let times = 0; times < 3; times++)
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
  });
}

/** Polls until a condition holds, or the time is up. Returns the last value. */
export async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean, within = 5000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const value = await look();
    if (holds(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The sorted distinct ids of the marked guide sessions on a page. */
export function markedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marked = document.querySelectorAll<HTMLElement>('[data-csg-session][data-csg-kind="guide"]');
    return [...new Set([...marked].map((element) => element.dataset.csgSession ?? ''))].sort();
  });
}

/** The same, once there are this many, because long lists are marked in slices. */
export function allMarked(page: Page, count: number): Promise<string[]> {
  return eventually(
    () => markedIds(page),
    (ids) => ids.length === count,
  );
}

/** A selector that reaches into an element's shadow root. */
export function inside(host: string, selector: string): string {
  return `${host} >>> ${selector}`;
}

const axeSource = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The axe violations in a part of a page, one line each. */
export async function axeFindings(page: Page, part: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, part);
}
