import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { GuideFile, SessionFile } from '../../data/schema.ts';
import { programme } from '../sched-site/index.ts';
import { busiestSite, dayOf, daysOf, mainSite, needed, sessionsOn, steady } from './chosen.ts';
import { counted } from './expected.ts';
import { allMarked, axeFindings, eventually, hostOf, idle, inside, markedIds, type World } from './world.ts';

/** Views of the main site other than the full lists, with the guide sessions on them. */
function partial(guide: GuideFile): [path: string, ids: string[]][] {
  const all = sessionsOn(guide, mainSite(guide));
  const ids = (some: readonly SessionFile[]) => some.map(({ id }) => id).sort();
  const days = daysOf(all);
  const [first, last] = [days[0], days.at(-1)];
  const [session] = all;
  const word = session?.title.split(' ').findLast((one) => /^[a-z0-9]{4,}$/iu.test(one)) ?? session?.title ?? '';
  return [
    [`${first}`, ids(all.filter((one) => dayOf(one) === first))],
    [`${last}/list/descriptions`, ids(all.filter((one) => dayOf(one) === last))],
    [`search?searchstring=${encodeURIComponent(word)}`, ids(all.filter(({ title }) => title.includes(word)))],
    ['?iframe=yes&w=100%&sidebar=yes&bg=no', ids(all)],
    ['list/simple?sessions=3000', ids(all)],
  ];
}

/** The mentions planted in the replica's titles, or anywhere. */
function planted(guide: GuideFile, where?: 'title') {
  const all = programme(guide, mainSite(guide)).flatMap(({ planted: one }) => one ?? []);
  return all.filter((one) => where === undefined || one.where === where);
}

async function list(world: World, path = 'list/simple?sessions=120', site = mainSite(world.guide)): Promise<Page> {
  const page = await world.driven.open(`https://${hostOf(world, site)}/${path}`);
  await page.waitForSelector(inside('csg-strip', '.strip'));
  return page;
}

function strip<T>(page: Page, look: (root: ShadowRoot) => T): Promise<T> {
  return page.$eval(
    'csg-strip',
    new Function('host', `return (${look.toString()})(host.shadowRoot)`) as (host: Element) => T,
  );
}

export function listFeatures(world: World): void {
  const { guide } = world;
  const main = mainSite(guide);
  const busiest = busiestSite(guide);

  describe('every view', () => {
    world.anyBrowser.each(partial(guide))('/%s marks its guide sessions', async (path, ids) => {
      const page = await list(world, path);
      // Long lists are marked in slices.
      const marked = await allMarked(page, ids.length);
      expect(marked).toEqual(ids);
    });

    world.anywhere('marks a session on the pages of its speaker, room and type', async ({ skip }) => {
      const { id } = needed(guide, skip, steady(guide)[0], 'session of the main site that has not changed');
      const event = await world.driven.open(`https://${hostOf(world, main)}/event/${id}`);
      const ways = await event.evaluate(() =>
        ['speaker/', 'venue/', 'type/'].map(
          (path) => document.querySelector<HTMLAnchorElement>(`.list-single a[href^="${path}"]`)?.href ?? `no ${path}`,
        ),
      );
      for (const way of ways) {
        const page = await world.driven.open(way);
        expect(
          await eventually(
            () => markedIds(page),
            (ids) => ids.length > 0,
          ),
        ).toContain(id);
      }
    });
  });

  describe('mentions', () => {
    test('are labelled with their words and degree, and have no cards', async ({ skip }) => {
      const expected = needed(guide, skip, guide.mentions && planted(guide, 'title'), 'words for mentions');
      const page = await list(world);
      const found = await page.$$eval('[data-csg-kind="mention"]', (all) =>
        all.map((session) => {
          const link = session.querySelector<HTMLElement>('a');
          const label = getComputedStyle(link as Element, '::after').content;
          return { words: link?.dataset.csgWords ?? '', degree: link?.dataset.csgLink, label };
        }),
      );
      const marks = found.map(({ words, degree }) => `${degree}: ${words}`);
      expect(marks.sort()).toEqual(expected.map(({ word, degree }) => `${degree}: ${word}`).sort());
      for (const { words, label } of found) {
        // Firefox returns the declared value, Chromium the computed one, in pieces.
        const normalized = label.replaceAll('attr(data-csg-words)', `"${words}"`).replaceAll('" "', '');
        expect(normalized).toBe(`"⬡ ${words}" / ", mentions ${words}"`);
      }
      expect(await page.$$('[data-csg-kind="mention"] + csg-card')).toHaveLength(0);
    });

    world.anyBrowser(
      'are found in descriptions that the page shows, but not in names and companies',
      async ({ skip }) => {
        const expected = needed(guide, skip, guide.mentions && planted(guide), 'words for mentions');
        const page = await list(world, 'list/descriptions?sessions=120');
        const titles = await page.$$eval('[data-csg-kind="mention"] .session-title', (all) =>
          all.map((title) => title.textContent ?? ''),
        );
        expect(titles).toHaveLength(expected.length);
        expect(titles.join()).not.toMatch(/Pipewell|Telescope/u);
      },
    );
  });

  describe('the strip', () => {
    test('shows counts above the list, takes up no space, and can hide its hint', async () => {
      const page = await list(world);
      expect(await strip(page, (root) => root.querySelector('.counts')?.textContent)).toBe(
        [
          counted(sessionsOn(guide, main).length, 'guide session'),
          ...(guide.mentions ? [counted(planted(guide, 'title').length, 'mention')] : []),
        ].join(', '),
      );
      const place = await page.$eval('csg-strip', (host) => ({
        before: host.nextElementSibling?.className,
        height: host.getBoundingClientRect().height,
        label: host.getAttribute('aria-label'),
      }));
      expect(place).toEqual({ before: 'list-simple', height: 0, label: `${guide.subject} guide` });
      await (await page.$(inside('csg-strip', '[data-action=hint]')))?.click();
      const stored = () => world.home.evaluate(() => chrome.storage.local.get('off:hint'));
      expect(await eventually(stored, (now) => 'off:hint' in now)).toEqual({ 'off:hint': true });
      expect(await strip(page, (root) => root.querySelector('.hint'))).toBeNull();
    });

    world.anyGuide('moves between sessions with the keyboard, and announces the position', async () => {
      const page = await list(world, 'list/simple?sessions=120', busiest);
      const marked = () =>
        page.$$eval('[data-csg-session]', (all) => all.map((one) => (one as HTMLElement).dataset.csgSession ?? ''));
      const count = sessionsOn(guide, busiest).length + (busiest === main ? planted(guide, 'title').length : 0);
      const ids = await eventually(marked, (all) => all.length === count);
      // A mention has the page's title, which the guide lacks.
      const title = (id = '') => guide.sessions.find((session) => session.id === id)?.title ?? '';
      await (await page.$(inside('csg-strip', '[data-action=next]')))?.focus();
      await page.keyboard.press('Enter');
      const where = () =>
        page.evaluate(() => [
          document.activeElement?.closest<HTMLElement>('[data-csg-session]')?.dataset.csgSession,
          document.querySelector('csg-strip')?.shadowRoot?.querySelector('[role=status]')?.textContent,
        ]);
      expect(await where()).toEqual([ids[0], expect.stringContaining(`1 of ${count}: ${title(ids[0])}`)]);
      await (await page.$(inside('csg-strip', '[data-action=previous]')))?.click();
      expect(await where()).toEqual([
        ids.at(-1),
        expect.stringContaining(`${count} of ${count}: ${title(ids.at(-1))}`),
      ]);
      await (await page.$(inside('csg-strip', '[data-action=previous]')))?.focus();
      await page.keyboard.press('ArrowRight');
      expect(await strip(page, (root) => (root.activeElement as HTMLElement).dataset.action)).toBe('next');
    });

    world.anywhere('dims other sessions without shifting the layout, and remembers it', async () => {
      const page = await list(world);
      const tops = () =>
        page.$$eval('.event', (all) => all.slice(0, 80).map((event) => event.getBoundingClientRect().top));
      const before = await tops();
      await (await page.$(inside('csg-strip', '[data-action=only]')))?.click();
      const opacity = (css: string) => page.$eval(css, (event) => getComputedStyle(event).opacity);
      expect(
        await eventually(
          () => opacity('.event:not([data-csg-session])'),
          (now) => now !== '1',
        ),
      ).toBe('0.22');
      expect(await opacity('[data-csg-session]')).toBe('1');
      expect(await tops()).toEqual(before);
      // The mouse is still over the button. Hovering must not change the colours of a pressed button.
      const colours = () =>
        strip(page, (root) => {
          const button = root.querySelector('[data-action=only]') as Element;
          const { backgroundColor, color } = getComputedStyle(button);
          return [button.matches(':hover'), backgroundColor, color];
        });
      const [hovered, ...pressed] = await colours();
      await page.mouse.move(0, 0);
      expect(await colours()).toEqual([!hovered, ...pressed]);
      expect(hovered).toBe(true);
      const again = await list(world);
      expect(await strip(again, (root) => root.querySelector('[data-action=only]')?.getAttribute('aria-pressed'))).toBe(
        'true',
      );
    });

    world.anyBrowser('explains the marks and the community, and stays closed', async () => {
      const page = await list(world);
      await (await page.$(inside('csg-strip', '[data-action=about]')))?.click();
      await page.waitForSelector(inside('csg-strip', '.about'));
      const text = await strip(page, (root) => root.querySelector('.about')?.textContent);
      for (const { title } of guide.context) expect(text).toContain(title);
      for (const theme of ['light', 'dark']) {
        await page.$eval('csg-strip', (host, name) => host.setAttribute('data-theme', name), theme);
        expect(await axeFindings(page, 'csg-strip')).toEqual([]);
      }
      await (await page.$(inside('csg-strip', '[data-action=close]')))?.click();
      expect(
        await eventually(
          async () => (await page.$$('csg-strip')).length,
          (count) => count === 0,
        ),
      ).toBe(0);
      const again = await world.driven.open(`https://${hostOf(world, main)}/list/simple`);
      await allMarked(again, sessionsOn(guide, main).length);
      expect(await again.$$('csg-strip')).toHaveLength(0);
    });

    world.anywhere('is hidden on a page without guide sessions or mentions', async () => {
      const page = await world.driven.open(`https://${hostOf(world, main)}/my-schedule`);
      await idle(page);
      const shown = await page.$$eval('csg-strip', (all) => all.filter((host) => !(host as HTMLElement).hidden).length);
      expect(shown).toBe(0);
    });
  });
}
