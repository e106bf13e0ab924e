/** How long a star that is set on a Sched page takes to be seen in an open popup: through the storage, as between windows. */
import type { Page } from 'puppeteer-core';
import { readGuide } from '../../build/guide-plugin.ts';
import { startSchedSite } from '../../tests/sched-site/index.ts';
import { launch } from '../launch.ts';
import { variantFolder } from './variants.ts';

/** Resolves with milliseconds from each press on the page's star to the popup's star that says so. */
export async function starsSeen(variant: string, presses: number): Promise<number[]> {
  const guide = readGuide();
  const [session] = guide.sessions;
  const host = guide.sites.find(({ id }) => id === session?.site)?.host;
  const site = await startSchedSite({ guide });
  const driven = await launch('chrome', { site, confined: true, extension: variantFolder(variant) });
  try {
    const popup = await driven.openExtension('popup.html');
    await popup.waitForSelector('.foot .switches');
    const list = await driven.open(`https://${host}/list/simple`);
    const card = `csg-card[data-session="${session?.id}"]`;
    await (await list.waitForSelector(`${card} >>> .toggle`))?.click();
    await list.waitForSelector(`${card} >>> .star`);
    const samples: number[] = [];
    for (let press = 0; press < presses; press++) {
      const on = press % 2 === 0;
      const seen = untilPressed(popup, `[data-session="${session?.id}"] .star`, on);
      const pressed = await pressStar(list, card);
      samples.push((await seen) - pressed);
      // The page's own star too: pressed before, it would ask for the same again.
      await list.waitForSelector(`${card} >>> .star[aria-pressed=${on}]`);
    }
    return samples;
  } finally {
    await driven.close();
    await site.close();
  }
}

/** Resolves with the instant of the press, in milliseconds since the epoch, on the clock that all pages of a browser share. */
function pressStar(page: Page, card: string): Promise<number> {
  return page.evaluate((css) => {
    const star = document.querySelector(css)?.shadowRoot?.querySelector<HTMLElement>('.star');
    if (!star) throw new Error('the open card has no star');
    const now = performance.timeOrigin + performance.now();
    star.click();
    return now;
  }, card);
}

/** Resolves with the instant at which a star says that it is on, or off. */
function untilPressed(page: Page, star: string, on: boolean): Promise<number> {
  return page.evaluate(
    (css, wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(css)?.getAttribute('aria-pressed') !== wanted) return;
          watch.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      }),
    star,
    String(on),
  );
}
