import { describe, expect, test } from 'vitest';
import { busiestSite, mainSite, sessionsOn } from './chosen.ts';
import { eventually, hostOf, type World } from './world.ts';

/** The badge texts of all open tabs, by address. */
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
  const { guide } = world;
  const count = (site?: string) => String(sessionsOn(guide, site).length);
  const [mainId, busiestId] = [mainSite(guide), busiestSite(guide)];

  describe('the badge', () => {
    test('counts the distinct guide sessions on the tab’s page, and is empty without any', async () => {
      const busiest = `https://${hostOf(world, busiestId)}`;
      const main = `https://${hostOf(world, mainId)}`;
      const tabs = [
        `${busiest}/list/simple`,
        `${main}/print`,
        `${main}/event/${sessionsOn(guide, mainId)[0]?.id}`,
        `${main}/my-schedule`,
      ];
      const pages = [];
      for (const url of tabs) pages.push(await world.driven.open(url));
      const expected = [count(busiestId), count(mainId), '1', ''];
      const shown = await eventually(
        async () => {
          const all = await badges(world);
          return tabs.map((url) => all[url]);
        },
        (now) => now.join() === expected.join(),
      );
      expect(shown).toEqual(expected);
    });

    world.anyGuide('adds up the frames of a page, and is cleared when the tab navigates elsewhere', async () => {
      const page = await world.driven.open('https://embedder.example/');
      const sum = async () =>
        Object.entries(await badges(world))
          .filter(([, text]) => text !== '')
          .map(([, text]) => text);
      expect(await eventually(sum, (now) => now.join() === count())).toEqual([count()]);
      await page.goto(`https://${hostOf(world, mainId)}/list/simple`);
      expect(await eventually(sum, (now) => now.join() === count(mainId))).toEqual([count(mainId)]);
      await page.goto('about:blank');
      expect(await eventually(sum, (now) => now.length === 0)).toEqual([]);
    });

    world.anywhere('drops the count of a removed frame, and nothing is stored about a closed tab', async () => {
      const page = await world.driven.open('https://embedder.example/');
      const shown = async () => Object.values(await badges(world)).filter((text) => text !== '');
      expect(await eventually(shown, (now) => now.join() === count())).toEqual([count()]);
      await page.$$eval(
        'iframe',
        (frames, host) => frames.find(({ src }) => new URL(src).host === host)?.remove(),
        hostOf(world, mainId),
      );
      const left = String(guide.sessions.filter((session) => session.site !== mainId).length);
      expect(await eventually(shown, (now) => now.join() === left)).toEqual([left]);
      await page.$$eval('iframe', (frames) => {
        for (const frame of frames) frame.remove();
      });
      expect(await eventually(shown, (now) => now.length === 0)).toEqual([]);
      const other = await world.driven.open(`https://${hostOf(world, mainId)}/list/simple`);
      const kept = () => world.home.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
      const frames = async () => (await kept()).filter((key) => key.startsWith('frames:')).length;
      expect(await eventually(frames, (now) => now === 1)).toBe(1);
      await other.close();
      expect(await eventually(frames, (now) => now === 0)).toBe(0);
    });
  });
}
