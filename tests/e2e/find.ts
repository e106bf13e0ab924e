import { describe, expect, test } from 'vitest';
import type { SessionFile } from '../../data/schema.ts';
import { dayOf, fullest, isRecorded, needed, sessionOf } from './chosen.ts';
import { daysIn, found, instantsOf, plain, shiftIn, shortDay, when } from './expected.ts';
import { instantAt, instantsOfKind } from './instants.ts';
import { openSurface, pressChip, setClock, shown, shownIds, textOf } from './surface.ts';
import { eventually, idsOf, type World } from './world.ts';

export function findFeatures(world: World): void {
  const { guide } = world;
  const all = guide.sessions.length;
  const last = guide.sessions.at(-1) as SessionFile;

  describe('the search', () => {
    // A guide's own words, so that each finds something: two long ones of a title, and so on.
    const titled = fullest(guide);
    const [longest = '', second = ''] = titled.title.split(/\s+/u).toSorted((one, other) => other.length - one.length);
    const names = guide.sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name));
    const name = names.find((one, index) => names.indexOf(one) !== index) ?? names[0] ?? '';
    const working = guide.sessions.find(({ speakers }) => speakers[0]?.organisation);
    const company = working?.speakers[0]?.organisation ?? '';
    const term = guide.terms.find(({ name: one }) => guide.sessions.every(({ title }) => !title.includes(one)));
    const cases: [what: string, query: string | undefined][] = [
      ['words of a title', `${second} ${longest}`],
      ['a speaker, with another case', name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase()],
      ['a company, and a word of the summary', working && `${company} ${working.summary.split(' ').at(-2)}`],
      ['a term that no title has', term?.name],
      ['nothing', 'zeppelinesque'],
    ];
    world.anyBrowser('finds words of titles, speakers, companies, summaries and terms', async ({ skip }) => {
      const page = await openSurface(world, 'popup.html');
      for (const [what, asked] of cases) {
        const query = needed(guide, skip, asked, `session for ${what}`);
        const ids = found(guide, query);
        expect(ids.length > 0, what).toBe(what !== 'nothing');
        await page.$eval('[role=searchbox]', (input) => (input as HTMLInputElement).select());
        await page.keyboard.sendCharacter(query);
        expect((await shown(page, ids.length)).toSorted(), what).toEqual(ids.toSorted());
        expect(await textOf(page, '.result'), what).toBe(`${ids.length} of ${all} sessions`);
      }
    });

    world.anyBrowser(
      'is in the page’s address, survives closing the popup, and goes with one press',
      async ({ skip }) => {
        // A topic with something that is recorded, and something that is not.
        const both = guide.topics.find(({ id }) => {
          const own = guide.sessions.filter(({ topics }) => topics.includes(id));
          return own.some(isRecorded) && !own.every(isRecorded);
        });
        const { name } = needed(guide, skip, both, 'topic of which a part is recorded');
        const expected = found(guide, name).filter((id) => isRecorded(sessionOf(guide, id)));
        const page = await openSurface(world, 'popup.html');
        await page.type('[role=searchbox]', name);
        await pressChip(page, 'Recorded');
        expect((await shown(page, expected.length)).toSorted()).toEqual(expected.toSorted());
        const { searchParams } = new URL(page.url());
        expect([...searchParams]).toEqual([
          ['q', name],
          ['only', 'recorded'],
        ]);
        await page.close();

        const again = await openSurface(world, 'popup.html');
        expect((await shown(again, expected.length)).toSorted()).toEqual(expected.toSorted());
        expect(await again.$eval('[role=searchbox]', (input) => (input as HTMLInputElement).value)).toBe(name);
        await again.click('.clear');
        expect((await shown(again, all)).toSorted()).toEqual(idsOf(world).toSorted());
        expect(new URL(again.url()).search).toBe('');
      },
    );

    world.anyBrowser('takes what is shown from an address', async () => {
      const { level } = last;
      const page = await openSurface(world, `agenda.html?order=day&day=${dayOf(last)}&level=${level}`);
      const expected = guide.sessions.filter((one) => dayOf(one) === dayOf(last) && one.level === level);
      expect(await shown(page, expected.length)).toEqual(expected.map(({ id }) => id));
      await page.evaluate(() => document.querySelector<HTMLElement>('.clear')?.click());
      await shown(page, all);
    });
  });

  describe('the filters', () => {
    world.anyBrowser('say how many sessions each shows, and show them', async () => {
      const page = await openSurface(world, 'popup.html?order=day');
      await page.click('.more');
      await page.waitForSelector('.facet .chip');
      const chips = await page.$$eval('.facet .chip', (all) => all.map((chip) => chip.firstChild?.textContent ?? ''));
      const named = [...daysIn(guide, guide.zone, shortDay), ...guide.events.map(({ name }) => name)];
      expect(chips.slice(0, named.length)).toEqual(named);
      const event = guide.events.find(({ id }) => id === last.event)?.name ?? '';
      const level = `${last.level.charAt(0).toUpperCase()}${last.level.slice(1)}`;
      for (const name of [event, level]) {
        const count = await page.$$eval(
          '.facet .chip',
          (chips, wanted) =>
            Number(chips.find((chip) => chip.firstChild?.textContent === wanted)?.querySelector('span')?.textContent),
          name,
        );
        await pressChip(page, name);
        expect(await shown(page, count)).toHaveLength(count);
      }
      const left = guide.sessions.filter((one) => one.event === last.event && one.level === last.level);
      expect(await shownIds(page)).toEqual(left.map(({ id }) => id));
    });
  });

  describe('the zone', () => {
    test('moves sessions under the days of its own clocks, and says so', async ({ skip }) => {
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
      const told = (on: typeof page) => on.$$eval('.list .when', (rows) => rows.map((row) => row.textContent ?? ''));
      const times = guide.sessions.map((session) => when(guide, session, zone));
      expect((await told(page)).map(plain)).toEqual(times);
      await page.close();
      const again = await openSurface(world, 'agenda.html?order=day');
      expect((await told(again)).map(plain)).toEqual(times);
    });

    world.anyBrowser('falls back to the event’s where the browser does not know it', async () => {
      await world.home.evaluate(() => chrome.storage.local.set({ 'pref:zone': 'Mars/Olympus' }));
      const page = await openSurface(world, 'popup.html');
      await page.waitForSelector('.zone .unknown');
      expect(await textOf(page, '.zone .unknown')).toContain('Mars/Olympus');
      expect(await textOf(page, `[data-session="${last.id}"] .when`)).toBe(when(guide, last));
    });
  });

  describe('the clock', () => {
    const instants = instantsOfKind(guide, 2);
    world.anyBrowser('decides what comes first, at every kind of instant', async () => {
      const page = await openSurface(world, 'popup.html', { ownTab: true });
      for (const { at, kind, first, on, next } of instants) {
        await setClock(page, at);
        // After the event, what is recorded comes first.
        const recorded = guide.sessions.find(({ links }) => links.some((link) => link.kind === 'recording'))?.id;
        const named = ['before', 'odd', 'after'].includes(kind) ? [] : [...on, ...next];
        const expected = [`now ${kind}`, kind === 'after' ? (recorded ?? first) : first, ...named];
        const told = async () => [
          await page.$eval('.now', (banner) => banner.className),
          (await shownIds(page))[0],
          ...(named.length > 0
            ? await page.$$eval('.now li a', (links) =>
                links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.replace('/event/', '')),
              )
            : []),
        ];
        expect(
          await eventually(told, (now) => now.join() === expected.join()),
          `${at}, “${kind}”, ${on} running`,
        ).toEqual(expected);
      }
    });

    world.anyBrowser('moves on by itself while the popup is open', async ({ skip }) => {
      // A moment before something begins, when nothing runs but something has.
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
