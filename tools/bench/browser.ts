/** One browser for all variants of a run, so that they share whatever else it does. */
import type { Page } from 'puppeteer-core';
import { type Launched, launch } from '../launch.ts';
import { variantFolder } from './variants.ts';

/** As wide as the popup makes itself, and as high as browsers let it be. */
const POPUP = { width: 440, height: 600 };

export interface Bench {
  version: string;
  /** A tab of a popup's size, in which nothing is open yet. */
  tab(): Promise<Page>;
  /** The address of a page of a variant. */
  address(variant: string, page: string): string;
  close(): Promise<void>;
}

/** Starts headless Chromium with the variants, which are built. */
export async function startBench([first, ...others]: readonly [string, ...string[]]): Promise<Bench> {
  const driven = await launch('chrome', { extension: variantFolder(first) });
  const bases = new Map([[first, driven.extensionUrl('')]]);
  for (const variant of others) {
    const id = await driven.browser.installExtension(variantFolder(variant));
    bases.set(variant, `chrome-extension://${id}/`);
  }
  const address = (variant: string, page: string) => `${bases.get(variant)}${page}`;
  for (const variant of bases.keys()) await keepProcess(driven, address(variant, 'manifest.json'));
  return {
    version: driven.version,
    address,
    async tab() {
      const page = await driven.browser.newPage();
      await page.setViewport(POPUP);
      return page;
    },
    close: () => driven.close(),
  };
}

/**
 * Leaves a file of an extension open, so that its process lives on. Otherwise each tab would begin with the start of a
 * process, which takes longer than everything that we are answerable for and would make any popup look as fast as a blank one.
 */
async function keepProcess({ browser }: Launched, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
}
