import { describe, expect, test } from 'vitest';
import { isRecorded, needed, sessionOf } from './chosen.ts';
import { daysIn, found, instantsOf, plain, shiftIn, when } from './expected.ts';
import { instantAt } from './instants.ts';
import { openSurface, pressChip, shown, textOf } from './surface.ts';
import { eventually, idsOf, type World } from './world.ts';

export function findFeatures(world: World): void {
  const { guide } = world;
  const all = guide.sessions.length;

  describe('the search', () => {
    world.anyBrowser(
      'is in the page’s address, survives closing the popup, and is cleared with one click',
      async ({ skip }) => {
        // A topic with recorded sessions and others.
        const both = guide.topics.find(({ id }) => {
          const own = guide.sessions.filter(({ topics }) => topics.includes(id));
          return own.some(isRecorded) && !own.every(isRecorded);
        });
        const { name } = needed(guide, skip, both, 'topic with recorded sessions and others');
        const expected = found(guide, name).filter((id) => isRecorded(sessionOf(guide, id)));
        const page = await openSurface(world, 'popup.html');
        await page.type('[role=searchbox]', name);
        await pressChip(page, 'Recorded');
        expect((await shown(page, expected.length)).toSorted()).toEqual(expected.toSorted());
        // The address changes after the paint.
        const query = () => [...new URL(page.url()).searchParams];
        await expect.poll(query).toEqual([
          ['q', name],
          ['only', 'recorded'],
        ]);
        await page.close();

        const again = await openSurface(world, 'popup.html');
        expect((await shown(again, expected.length)).toSorted()).toEqual(expected.toSorted());
        expect(await again.$eval('[role=searchbox]', (input) => (input as HTMLInputElement).value)).toBe(name);
        await again.click('.clear');
        expect((await shown(again, all)).toSorted()).toEqual(idsOf(world).toSorted());
        await expect.poll(() => new URL(again.url()).search).toBe('');
      },
    );
  });

  describe('the zone', () => {
    test('groups sessions by their days in that zone, and shows the shift', async ({ skip }) => {
      const moves = (zone: string) => guide.sessions.find((session) => shiftIn(guide, session, zone) !== 0);
      const away = ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
      const zone = needed(guide, skip, away.find(moves), 'session that is on another day elsewhere');
      const page = await openSurface(world, 'popup.html?order=day');
      await page.click('[aria-controls=zone]');
      await page.waitForSelector('.zone select');
      await page.focus('.zone select');
      await page.select('.zone select', zone);
      const days = () => page.$$eval('.day h2', (headings) => headings.map((day) => day.firstChild?.textContent));
      const expected = daysIn(guide, zone);
      expect(await eventually(days, (now) => now.join() === expected.join())).toEqual(expected);
      const shownTimes = (on: typeof page) =>
        on.$$eval('.list .when', (rows) => rows.map((row) => row.textContent ?? ''));
      const times = guide.sessions.map((session) => when(guide, session, zone));
      expect((await shownTimes(page)).map(plain)).toEqual(times);
      await page.close();
      const again = await openSurface(world, 'agenda.html?order=day');
      expect((await shownTimes(again)).map(plain)).toEqual(times);
    });

    world.anyBrowser('falls back to the event’s if the browser does not know it', async () => {
      await world.home.evaluate(() => chrome.storage.local.set({ 'pref:zone': 'Mars/Olympus' }));
      const page = await openSurface(world, 'popup.html?order=day');
      await page.waitForSelector('.zone .unknown');
      expect(await textOf(page, '.zone .unknown')).toContain('Mars/Olympus');
      const [first] = guide.sessions;
      expect(await textOf(page, '.list .when')).toBe(first && when(guide, first));
    });
  });

  describe('the clock', () => {
    world.anyBrowser('advances while the popup is open', async ({ skip }) => {
      // Just before a session begins, after others, when none is running.
      const begins = guide.sessions
        .map((session) => instantsOf(guide, session)[0])
        .find((start) => ['between', 'overnight'].includes(instantAt(guide, start - 1500).kind));
      const start = needed(guide, skip, begins, 'session that begins after a pause');
      const before = instantAt(guide, start - 1500);
      const page = await openSurface(world, 'popup.html', { at: before.at, running: true });
      expect(await page.$eval('.now', (banner) => banner.className)).toBe(`now ${before.kind}`);
      const kind = () => page.$eval('.now', (banner) => banner.className);
      expect(await eventually(kind, (now) => now === 'now on', 10_000)).toBe('now on');
    });
  });
}
