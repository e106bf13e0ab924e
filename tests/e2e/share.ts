import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { SessionFile } from '../../data/schema.ts';
import { needed, sessionOf, spread } from './chosen.ts';
import { takeSaved } from './downloads.ts';
import { instantsOf } from './expected.ts';
import { openSurface, stored, textOf } from './surface.ts';
import { eventually, idsOf, type World } from './world.ts';

export function shareFeatures(world: World): void {
  const { guide } = world;
  const [ONE = '', TWO = ''] = spread(guide, 2).map(({ id }) => id);
  const press = (page: Awaited<ReturnType<typeof openSurface>>, name: string) =>
    page.$$eval(
      '.share button, .done-bar button',
      (buttons, wanted) => (buttons.find((one) => one.textContent?.trim() === wanted) as HTMLElement).click(),
      name,
    );

  describe('sharing', () => {
    test('saves a calendar with every session at its time, and with the chosen reminder', async () => {
      const chosen = await openSurface(world, 'agenda.html?tab=share', { width: 900 });
      await chosen.waitForSelector('.share select');
      await chosen.select('.share select', '10');
      await eventually(
        () => stored(chosen),
        (all) => all['pref:alarm'] === 10,
      );
      await chosen.close();
      const page = await openSurface(world, 'agenda.html?tab=share', { width: 900 });
      await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('.share select')?.value === '10');
      const beside = () =>
        page.$$eval('[aria-labelledby=share-copy] button', (buttons) =>
          buttons.map((button) => button.getBoundingClientRect()).map(({ x, y }) => [x, y]),
        );
      const before = await beside();
      await press(page, 'Save calendar file');
      await page.waitForSelector('[aria-labelledby=share-calendar] .outcome:not(:empty)');
      expect(await beside()).toEqual(before);
      const calendar = new ICAL.Component(ICAL.parse(await takeSaved(world, '.ics')));
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(events.map(({ uid }) => uid.split('@')[0]).sort()).toEqual(idsOf(world).sort());
      for (const event of events) {
        const session = sessionOf(guide, event.uid.split('@')[0] ?? '');
        expect(event.summary).toBe(session.title);
        const [start, end] = [event.startDate, event.endDate].map((time) => time.toJSDate().getTime());
        expect([start, end]).toEqual(instantsOf(guide, session));
        const alarm = event.component.getFirstSubcomponent('valarm');
        expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT10M');
      }
    });

    world.anywhere('moves picks to another browser with a code, and refuses a damaged code', async () => {
      const page = await openSurface(world, 'popup.html');
      for (const id of [ONE, TWO]) await page.click(`.list [data-session="${id}"] .star`);
      await eventually(
        () => stored(page),
        (all) => Object.keys(all).length === 2,
      );
      await page.$$eval('.head nav button', (tabs) => (tabs[2] as HTMLElement).click());
      await page.waitForSelector('.share input.code[readonly]');
      const code = await page.$eval('.share input.code[readonly]', (field) => (field as HTMLInputElement).value);
      await world.home.evaluate(() => chrome.storage.local.clear());
      await page.waitForSelector('.share input.code[readonly]', { hidden: true });

      const field = '.share form input.code';
      await page.type(field, code.replace(ONE, `${ONE.slice(0, -1)}${ONE.endsWith('X') ? 'Y' : 'X'}`));
      await press(page, 'Add picks');
      await page.waitForSelector('.share [role=alert]');
      expect(await textOf(page, '.share [role=alert]')).toMatch(/part of this code is missing or was changed/u);
      expect(await stored(page)).toEqual({});

      await page.$eval(field, (input) => (input as HTMLInputElement).select());
      await page.type(field, ` ${code}\n`);
      const all = await eventually(
        () => stored(page),
        (now) => Object.keys(now).length === 2,
      );
      expect(Object.keys(all).sort()).toEqual([`pick:${ONE}`, `pick:${TWO}`].sort());
      expect(await textOf(page, '.done-bar [role=status]')).toBe('2 items added.');
    });

    world.anyGuide('saves everything in a file and restores it, and refuses a damaged file', async () => {
      const own = {
        [`pick:${ONE}`]: { id: ONE, guide: guide.id, at: 1_764_000_000_000, title: 'Containing' },
        [`watched:${TWO}`]: { id: TWO, guide: guide.id, at: 1_764_000_000_001, title: 'QEMU' },
        [`note:${ONE}`]: { id: ONE, guide: guide.id, at: 1_764_000_000_002, title: 'C', text: 'ünï <b>\n☂' },
      };
      await world.home.evaluate((values) => chrome.storage.local.set(values), own);
      const page = await openSurface(world, 'agenda.html?tab=share', { width: 900 });
      await page.waitForSelector('.share .part');
      await press(page, 'Save file');
      const file = join(world.downloads, 'mine.json');
      await writeFile(file, await takeSaved(world, '.json'));
      await world.home.evaluate(() => chrome.storage.local.clear());

      const input = (await page.$('.share input[type=file]')) as ElementHandle<HTMLInputElement>;
      const bad = join(world.downloads, 'bad.json');
      await writeFile(bad, `{"format":"csg-backup","version":1,"guide":"${guide.id}","__proto__":{"a":1}}`);
      await input.uploadFile(bad);
      const message = () => page.$$eval('.share [role=alert]', (alerts) => alerts.map((one) => one.textContent).join());
      expect(await eventually(message, (now) => now !== '')).toMatch(/damaged/u);
      expect(await stored(page)).toEqual({});
      await rm(bad);
      await input.uploadFile(file);
      const all = await eventually(
        () => stored(page),
        (now) => Object.keys(now).length === 3,
      );
      expect(all).toEqual(own);
      await rm(file);
    });
  });

  describe('catching up', () => {
    world.anywhere(
      'makes a list for the available time, keeps it, and continues after seen sessions',
      async ({ skip }) => {
        // Reading takes only a few minutes, so two sessions of a goal always fit into an hour.
        const goals = guide.goals.filter(({ topics, levels }) => {
          const meets = ({ topics: own, level }: SessionFile) =>
            levels.includes(level) || own.some((topic) => topics.includes(topic));
          return guide.sessions.filter(meets).length > 2;
        });
        const { label } = needed(guide, skip, goals.at(-1), 'goal that three sessions meet');
        const page = await openSurface(world, 'popup.html?tab=catch-up');
        const choose = (name: string) =>
          page.$$eval(
            '.catch-up label',
            (labels, wanted) =>
              labels
                .find((label) => label.textContent?.trim() === wanted)
                ?.querySelector('input')
                ?.click(),
            name,
          );
        await page.waitForSelector('.catch-up');
        await choose('60 min');
        await choose(label);
        const list = () =>
          page.$$eval('.stops [data-session]', (items) => items.map((item) => (item as HTMLElement).dataset.session));
        const planned = await eventually(list, (ids) => ids.length > 1);
        expect(planned.length).toBeGreaterThan(1);
        const before = await textOf(page, '.onward > :first-child');
        await page.$eval('.stops [data-session] button', (seen) => (seen as HTMLElement).click());
        await eventually(
          () => textOf(page, '.onward > :first-child'),
          (text) => text !== before,
        );
        await page.close();
        const again = await openSurface(world, 'agenda.html?tab=catch-up', { width: 900 });
        await again.waitForSelector('.stops [data-session]');
        expect(
          await again.$$eval('.stops [data-session]', (items) =>
            items.map((item) => (item as HTMLElement).dataset.session),
          ),
        ).toEqual(planned);
        expect(await again.$eval('.stops [data-session] button', (seen) => seen.getAttribute('aria-pressed'))).toBe(
          'true',
        );
        expect(await textOf(again, '.measure label')).toMatch(/1 of/u);
      },
    );
  });
}
