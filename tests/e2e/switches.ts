import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { programme } from '../sched-site/index.ts';
import { busiestSite, mainSite, needed, sessionsOn } from './chosen.ts';
import { allMarked, eventually, hostOf, idle, idsOf, type World } from './world.ts';

/** The page's markup without `rel`, which Sched rewrites after any attribute change. */
function markup(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML.replace(/ rel="[^"]*"/gu, ''));
}

function highlighted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('a')].filter((a) => getComputedStyle(a, '::before').content.includes('⬢')).length,
  );
}

const OURS = '[data-csg-session], [data-csg-link], [data-csg-guide], csg-card, csg-strip, csg-briefing';

function ours(page: Page): Promise<number> {
  return page.evaluate((all) => document.querySelectorAll(all).length, OURS);
}

export function switches(world: World): void {
  const { guide } = world;
  const [main, busiest] = [mainSite(guide), busiestSite(guide)];
  const onMain = sessionsOn(guide, main).length;

  describe('switching off', () => {
    const set = (keys: string[]) =>
      world.home.evaluate((all) => chrome.storage.local.set(Object.fromEntries(all.map((key) => [key, true]))), keys);

    test.each(world.name === 'chrome' ? ['list/simple', `event/${idsOf(world, main)[0]}`] : ['list/simple'])(
      'everything leaves /%s identical to the page without the extension',
      async (path) => {
        const url = `https://${hostOf(world, main)}/${path}`;
        const plain = await markup(await (await world.withoutExtension()).open(url));
        await set(['off:everywhere']);
        const page = await world.driven.open(url);
        await idle(page);
        expect(await markup(page)).toBe(plain);
        expect(await highlighted(page)).toBe(0);
      },
    );

    test('everything restores an open page at once, and switching it on again brings the marks back', async () => {
      const url = `https://${hostOf(world, busiest)}/list/simple?sessions=120`;
      const plain = await markup(await (await world.withoutExtension()).open(url));
      const page = await world.driven.open(url);
      const ids = idsOf(world, busiest).sort();
      await allMarked(page, ids.length);
      await set(['off:everywhere']);
      expect(
        await eventually(
          () => ours(page),
          (count) => count === 0,
        ),
      ).toBe(0);
      expect(await markup(page)).toBe(plain);
      expect(await highlighted(page)).toBe(0);

      await world.home.bringToFront();
      await world.home.click('.switches summary');
      await world.home.click('.switches .all input');
      expect(await allMarked(page, ids.length)).toEqual(ids);
      expect(await highlighted(page)).toBe(ids.length);
    });

    world.anyBrowser('one site does not affect the others', async ({ skip }) => {
      const another = guide.sites.find(({ id }) => id !== main);
      const { id, host } = needed(guide, skip, another, 'second site');
      await set([`off:host:${hostOf(world, main)}`]);
      const off = await world.driven.open(`https://${hostOf(world, main)}/list/simple?sessions=120`);
      const on = await world.driven.open(`https://${host}/list/simple?sessions=120`);
      const count = sessionsOn(guide, id).length;
      await allMarked(on, count);
      expect(await ours(off)).toBe(0);
      expect(await highlighted(off)).toBe(0);
      expect(await highlighted(on)).toBe(count);
    });

    const all = { highlighted: onMain, cards: onMain, strips: 1, strong: 0, quiet: 0 };
    // The mentions planted in titles.
    for (const { planted } of programme(guide, main)) if (planted?.where === 'title') all[planted.degree] += 1;
    world.anyBrowser.each([
      ['highlights', { ...all, highlighted: 0 }],
      ['cards', { ...all, cards: 0 }],
      ['strip', { ...all, strips: 0 }],
      ['mentions', { ...all, strong: 0 }],
      ['quiet', { ...all, quiet: 0 }],
    ])('%s leaves the other parts on', async (part, expected) => {
      await set([`off:${part}`]);
      const page = await world.driven.open(`https://${hostOf(world, main)}/list/simple?sessions=120`);
      const shown = async () => ({
        highlighted: await highlighted(page),
        cards: (await page.$$('csg-card')).length,
        strips: (await page.$$('csg-strip')).length,
        strong: (await page.$$('[data-csg-link="strong"]')).length,
        quiet: (await page.$$('[data-csg-link="quiet"]')).length,
      });
      expect(await eventually(shown, (now) => JSON.stringify(now) === JSON.stringify(expected))).toEqual(expected);
    });

    test('reaches a page that comes back from the back/forward cache', async () => {
      // A new tab, because Firefox’s driver can’t reuse one that went back.
      const page = await world.driven.browser.newPage();
      await page.goto(`https://${hostOf(world, main)}/list/simple?sessions=120`);
      await allMarked(page, onMain);
      await page.goto(`https://${hostOf(world, main)}/search`);
      await set(['off:everywhere']);
      await page.goBack({ waitUntil: [] });
      await page.waitForSelector('.list-simple');
      expect(
        await eventually(
          () => ours(page),
          (count) => count === 0,
        ),
      ).toBe(0);
    });
  });
}
