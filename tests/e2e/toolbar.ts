import { describe, expect, test } from 'vitest';
import { eventually, hostOf, type World } from './world.ts';

/** The badges of all open tabs by address, as the browser has them. */
async function badges(world: World): Promise<Record<string, string>> {
  return world.home.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const texts = tabs.map(async ({ id, url }) => [
      url ?? `tab ${id}`,
      await chrome.action.getBadgeText({ tabId: id as number }),
    ]);
    return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
  });
}

export function toolbar(world: World): void {
  describe('the badge', () => {
    test('counts the distinct guide sessions on the page in the tab, and is none elsewhere', async () => {
      const colocated = `https://${hostOf(world, 'colocated')}`;
      const main = `https://${hostOf(world, 'main')}`;
      const tabs = [
        `${colocated}/list/simple`,
        `${main}/directory/speakers`,
        `${main}/event/27FXg`,
        `${main}/my-schedule`,
      ];
      const pages = [];
      for (const url of tabs) pages.push(await world.driven.open(url));
      const expected = ['10', '5', '1', ''];
      const shown = await eventually(
        async () => {
          const all = await badges(world);
          return tabs.map((url) => all[url]);
        },
        (now) => now.join() === expected.join(),
      );
      expect(shown).toEqual(expected);
      for (const page of pages) await page.close();
    });

    test('adds up the frames of a page, and goes when the tab goes elsewhere', async () => {
      const page = await world.driven.open('https://embedder.example/');
      const sum = async () =>
        Object.entries(await badges(world))
          .filter(([, text]) => text !== '')
          .map(([, text]) => text);
      expect(await eventually(sum, (now) => now.join() === '15')).toEqual(['15']);
      await page.goto(`https://${hostOf(world, 'main')}/list/simple`);
      expect(await eventually(sum, (now) => now.join() === '5')).toEqual(['5']);
      await page.goto('about:blank');
      expect(await eventually(sum, (now) => now.length === 0)).toEqual([]);
      await page.close();
    });
  });
}
