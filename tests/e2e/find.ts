import { describe, expect, test } from 'vitest';
import { INSTANTS } from '../lib/instants.ts';
import { openSurface, pressChip, shown, shownIds, textOf } from './surface.ts';
import { eventually, idsOf, type World } from './world.ts';

export function findFeatures(world: World): void {
  describe('the search', () => {
    test.each([
      ['a title', 'tcp resets', ['28D2o']],
      ['a speaker, with another case', 'LIZ rice', ['28F6G', '27FaR']],
      ['a company, and a word of the summary', 'tiktok ndp', ['27FbS']],
      ['a term that only the summary has', 'nat64', ['28D0g']],
      ['nothing', 'zeppelin', []],
    ])('finds %s', async (_, query, ids) => {
      const page = await openSurface(world, 'popup.html');
      await page.type('[role=searchbox]', query);
      expect(await shown(page, ids.length)).toEqual(ids);
      expect(await textOf(page, '.result')).toBe(`${ids.length} of 15 sessions`);
    });

    test('is in the page’s address, survives closing the popup, and goes with one press', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.type('[role=searchbox]', 'ipv6');
      await pressChip(page, 'To watch');
      const found = await shown(page, 2);
      expect(found).toEqual(['28D0g', '27FbS']);
      expect(new URL(page.url()).search).toBe('?q=ipv6&only=watchable');
      await page.close();

      const again = await openSurface(world, 'popup.html');
      expect(await shown(again, 2)).toEqual(found);
      expect(await again.$eval('[role=searchbox]', (input) => (input as HTMLInputElement).value)).toBe('ipv6');
      await again.click('.clear');
      expect(await shown(again, 15)).toEqual(idsOf(world));
      expect(new URL(again.url()).search).toBe('');
    });

    test('takes what is shown from an address', async () => {
      const page = await openSurface(world, 'agenda.html?day=2025-11-12&level=intermediate');
      expect(await shown(page, 2)).toEqual(['27FaL', '27FbS']);
      await page.evaluate(() => document.querySelector<HTMLElement>('.clear')?.click());
      await shown(page, 15);
    });
  });

  describe('the filters', () => {
    test('say how many sessions each shows, and show them', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.click('.more');
      await page.waitForSelector('.facet .chip');
      const chips = await page.$$eval('.facet .chip', (all) => all.map((chip) => chip.firstChild?.textContent ?? ''));
      expect(chips.slice(0, 7)).toEqual([
        'Mon, Nov 10',
        'Tue, Nov 11',
        'Wed, Nov 12',
        'CiliumCon',
        'Cloud Native University',
        'Observability Day',
        'KubeCon',
      ]);
      for (const name of ['KubeCon', 'Advanced']) {
        const count = await page.$$eval(
          '.facet .chip',
          (all, wanted) =>
            Number(all.find((chip) => chip.firstChild?.textContent === wanted)?.querySelector('span')?.textContent),
          name,
        );
        await pressChip(page, name);
        expect(await shown(page, count)).toHaveLength(count);
      }
      expect(await shownIds(page)).toEqual(['27FXg']);
    });
  });

  describe('the zone', () => {
    test('moves sessions under the days of its own clocks, and says so', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.focus('.zone select');
      await page.select('.zone select', 'Asia/Tokyo');
      const days = () => page.$$eval('.day h2', (all) => all.map((day) => day.firstChild?.textContent));
      const expected = [
        'Monday, November 10',
        'Tuesday, November 11',
        'Wednesday, November 12',
        'Thursday, November 13',
      ];
      expect(await eventually(days, (now) => now.length === 4)).toEqual(expected);
      const when = await textOf(page, '[data-session="28D0g"] .when');
      expect(when).toBe('12:40 AM +1 day to 1:05 AM');
      expect(await textOf(page, '[data-session="28F61"] .when')).toBe('11:00 PM to 11:05 PM');
      await page.close();
      const again = await openSurface(world, 'agenda.html');
      expect(await textOf(again, '[data-session="28D0g"] .when')).toBe(when);
    });

    test('falls back to the event’s where the browser does not know it', async () => {
      await world.home.evaluate(() => chrome.storage.local.set({ 'pref:zone': 'Mars/Olympus' }));
      const page = await openSurface(world, 'popup.html');
      await page.waitForSelector('.zone .unknown');
      expect(await textOf(page, '.zone .unknown')).toContain('Mars/Olympus');
      expect(await textOf(page, '[data-session="28F61"] .when')).toBe('9:00 AM to 9:05 AM');
    });
  });

  describe('the clock', () => {
    // The second browser sees one instant of each kind.
    const kinds = new Map(INSTANTS.map((instant) => [instant.kind, instant]));
    test.each(world.name === 'chrome' ? INSTANTS : [...kinds.values()])(
      'at $at, when $what, decides what comes first',
      async ({ at, kind, first, on, next }) => {
        const page = await openSurface(world, 'popup.html', { at });
        expect(await page.$eval('.now', (banner) => banner.className)).toBe(`now ${kind}`);
        expect((await shownIds(page))[0]).toBe(first);
        if (kind === 'before' || kind === 'odd' || kind === 'after') return;
        const named = await page.$$eval('.now li a', (links) =>
          links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        );
        expect(named).toEqual([...on, ...next].map((id) => `/event/${id}`));
      },
    );

    test('moves on by itself while the popup is open', async () => {
      // A second before the first session of the second day begins.
      const page = await openSurface(world, 'popup.html', { at: '2025-11-11T16:14:57Z', running: true });
      expect(await page.$eval('.now', (banner) => banner.className)).toBe('now between');
      const kind = () => page.$eval('.now', (banner) => banner.className);
      expect(await eventually(kind, (now) => now === 'now on', 10_000)).toBe('now on');
    });
  });
}
