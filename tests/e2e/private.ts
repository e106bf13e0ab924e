/** A private window in which the reader allows the extension (docs/reliability.md, F21). */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../tools/launch.ts';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { stored } from './surface.ts';
import { eventually, hostOf, idle, idsOf, inside, type World } from './world.ts';

export function privateWindow(world: World): void {
  const site = busiestSite(world.guide);
  const ids = idsOf(world, site).sort();
  const [ID = '', OTHER = ''] = ids;

  describe('a private window', () => {
    // Firefox's driver can't allow an extension in private windows.
    test.runIf(world.name === 'chrome')('has the guide and stores a star, but no facts from its pages', async () => {
      const run = await world.elsewhere();
      await run.browser.installExtension(builtExtension(world.name, world.guide), { enabledInIncognito: true });
      const home = await run.openExtension('options.html');
      const context = await run.browser.createBrowserContext();
      const open = async (path: string, page: Page) => {
        await page.goto(`https://${hostOf(world, site)}/${path}`, { waitUntil: 'load' });
        return page;
      };
      const list = await open('list/simple?sessions=120', await context.newPage());
      expect(await standing(list, ids.length)).toEqual({ marked: ids, cards: ids, strips: 1 });
      expect(await home.evaluate(async () => (await chrome.tabs.query({})).filter((tab) => tab.incognito).length)).toBe(
        1,
      );

      const event = await open(`event/${ID}`, await context.newPage());
      await event.waitForSelector(inside('csg-briefing', '.star'));
      await idle(event);
      await (await event.$(inside('csg-briefing', '.star')))?.click();
      // Facts from a page in an ordinary window are stored later.
      const plain = await open(`event/${OTHER}`, await run.tab());
      await plain.waitForSelector(inside('csg-briefing', '.star'));
      const keys = () => stored(home).then((all) => Object.keys(all).sort());
      const expected = [`pick:${ID}`, `seen:${OTHER}`];
      expect(await eventually(keys, (now) => now.join() === expected.join())).toEqual(expected);
      await home.evaluate(() => chrome.storage.local.clear());
      await context.close();
      await run.takeBack([home, plain]);
    });
  });
}
