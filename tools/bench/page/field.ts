/** A browser for each variant, all open at the same time on one replica: none of them works while another is measured. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { SchedSite } from '../../../tests/sched-site/index.ts';
import { type Launched, launch } from '../../launch.ts';
import { extensionFolder, type Variant } from './variants.ts';

export interface Field {
  version: string;
  /** A tab in the browser of a variant, with an empty document of the host in it, so that a visit begins in a running process. */
  tab(variant: Variant): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  page: Page;
  client: CDPSession;
  browser: Launched;
  /** Opens a page of the host and waits for its load event. */
  open(path: string): Promise<void>;
}

/** Milliseconds that a worker of an extension has for its start. */
const STARTED = 1000;
/** Milliseconds to wait in a new tab. */
const SETTLED = 150;
/** Milliseconds after which a page is not waited for: the slowest rivals need half a minute on the longest page. */
const PATIENCE = 300_000;

export async function openField(site: SchedSite, host: string, variants: readonly Variant[]): Promise<Field> {
  const driven = new Map<Variant, Launched>();
  for (const variant of variants)
    driven.set(variant, await launch('chrome', { site, confined: true, extension: extensionFolder(variant) }));
  await setTimeout(STARTED);
  return {
    version: [...driven.values()][0]?.version ?? '',
    async tab(variant) {
      const browser = driven.get(variant);
      if (!browser) throw new Error(`${variant.name} has no browser`);
      const page = await browser.browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      const open = async (path: string) => {
        await page.goto(`${host}/${path}`, { waitUntil: 'load' });
      };
      await open('replica/plain.txt');
      await setTimeout(SETTLED);
      return { page, client: await page.createCDPSession(), browser, open };
    },
    async close() {
      await Promise.all([...driven.values()].map((one) => one.close()));
    },
  };
}
