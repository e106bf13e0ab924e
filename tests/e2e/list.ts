import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, eventually, hostOf, idsOf, inside, markedIds, type World } from './world.ts';

/** Views other than those that list the whole programme, by what they show of the main site. */
const PARTIAL: [path: string, ids: string[]][] = [
  ['2025-11-11', ['27FXg', '27Nnr']],
  ['2025-11-12/list/descriptions', ['27FaL', '27FaR', '27FbS']],
  ['search?searchstring=IPv6', ['27FbS']],
  ['?iframe=yes&w=100%&sidebar=yes&bg=no', ['27FXg', '27FaL', '27FaR', '27FbS', '27Nnr']],
  ['list/simple?sessions=3000', ['27FXg', '27FaL', '27FaR', '27FbS', '27Nnr']],
];

async function list(world: World, path = 'list/simple?sessions=120', site = 'main'): Promise<Page> {
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
  describe('every view', () => {
    test.each(PARTIAL)('/%s has its guide sessions marked', async (path, ids) => {
      const page = await list(world, path);
      expect(await markedIds(page)).toEqual(ids);
    });

    test('the pages of a session’s speaker, room and type have it', async () => {
      const event = await world.driven.open(`https://${hostOf(world, 'main')}/event/27FXg`);
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
        ).toContain('27FXg');
      }
    });
  });

  describe('mentions', () => {
    test('are marked weaker than the guide’s sessions, with the words that made them so', async () => {
      const page = await list(world);
      const found = await page.$$eval('[data-csg-kind="mention"]', (all) =>
        all.map((session) => {
          const link = session.querySelector<HTMLElement>('a');
          const label = getComputedStyle(link as Element, '::after').content;
          return { words: link?.dataset.csgWords ?? '', degree: link?.dataset.csgLink, label };
        }),
      );
      expect(found.map(({ words }) => words).sort()).toEqual(['CiliumCon', 'Tetragon', 'eBPF', 'eBPF', 'eBPF']);
      for (const { words, degree, label } of found) {
        expect(degree).toBe(words === 'eBPF' ? 'quiet' : 'strong');
        // Firefox tells the rule, Chromium its result, in pieces.
        const told = label.replaceAll('attr(data-csg-words)', `"${words}"`).replaceAll('" "', '');
        expect(told).toBe(`"⬡ ${words}" / ", mentions ${words}"`);
      }
      expect(await page.$$('[data-csg-kind="mention"] + csg-card')).toHaveLength(0);
    });

    test('are found in descriptions where the page shows them, and never in people', async () => {
      const page = await list(world, 'list/descriptions?sessions=120');
      const titles = await page.$$eval('[data-csg-kind="mention"] .session-title', (all) =>
        all.map((title) => title.textContent ?? ''),
      );
      expect(titles).toHaveLength(7);
      expect(titles.join()).not.toMatch(/Pipewell|Telescope/u);
    });
  });

  describe('the strip', () => {
    test('says what the page has, above the list, and takes no room', async () => {
      const page = await list(world);
      expect(await strip(page, (root) => root.querySelector('.counts')?.textContent)).toBe(
        '5 guide sessions, 5 mentions',
      );
      const place = await page.$eval('csg-strip', (host) => ({
        before: host.nextElementSibling?.className,
        height: host.getBoundingClientRect().height,
        label: host.getAttribute('aria-label'),
      }));
      expect(place).toEqual({ before: 'list-simple', height: 0, label: 'Cilium guide' });
    });

    test('leads from one session to the next and back, with the keyboard, and says where', async () => {
      const page = await list(world, 'list/simple?sessions=120', 'colocated');
      await (await page.$(inside('csg-strip', '[data-action=next]')))?.focus();
      await page.keyboard.press('Enter');
      const where = () =>
        page.evaluate(() => [
          document.activeElement?.closest<HTMLElement>('[data-csg-session]')?.dataset.csgSession,
          document.querySelector('csg-strip')?.shadowRoot?.querySelector('[role=status]')?.textContent,
        ]);
      expect(await where()).toEqual(['28F61', '1 of 10: CiliumCon | Welcome + Opening Remarks']);
      await (await page.$(inside('csg-strip', '[data-action=previous]')))?.click();
      expect((await where())[1]).toMatch(/^10 of 10: /u);
      await (await page.$(inside('csg-strip', '[data-action=previous]')))?.focus();
      await page.keyboard.press('ArrowRight');
      expect(await strip(page, (root) => (root.activeElement as HTMLElement).dataset.action)).toBe('next');
    });

    test('sets the other sessions back without moving anything, and remembers it', async () => {
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
      const again = await list(world);
      expect(await strip(again, (root) => root.querySelector('[data-action=only]')?.getAttribute('aria-pressed'))).toBe(
        'true',
      );
    });

    test('explains the marks and the community, and closes for good', async () => {
      const page = await list(world);
      await (await page.$(inside('csg-strip', '[data-action=about]')))?.click();
      await page.waitForSelector(inside('csg-strip', '.about'));
      const text = await strip(page, (root) => root.querySelector('.about')?.textContent);
      for (const { title } of world.guide.context) expect(text).toContain(title);
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
      const again = await world.driven.open(`https://${hostOf(world, 'main')}/list/simple`);
      await eventually(
        () => markedIds(again),
        (ids) => ids.length === 5,
      );
      expect(await again.$$('csg-strip')).toHaveLength(0);
    });

    test('is not there where a page has nothing to show', async () => {
      const page = await world.driven.open(`https://${hostOf(world, 'main')}/my-schedule`);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const shown = await page.$$eval('csg-strip', (all) => all.filter((host) => !(host as HTMLElement).hidden).length);
      expect(shown).toBe(0);
    });
  });

  describe('a term', () => {
    test('explains itself on focus and pointer, until Escape, without closing the card', async () => {
      const page = await list(world, 'list/simple?sessions=120', 'colocated');
      const card = 'csg-card[data-session="28D0g"]';
      await (await page.waitForSelector(inside(card, '.toggle')))?.click();
      const term = await page.waitForSelector(inside(card, '.term'));
      const tip = () =>
        page.$eval(
          card,
          ({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('.term') as Element, '::after').position,
        );
      expect(await tip()).toBe('static');
      await term?.focus();
      expect(await tip()).toBe('absolute');
      await page.keyboard.press('Escape');
      expect(await tip()).toBe('static');
      expect(await page.$(inside(card, '.panel'))).not.toBeNull();
      await page.keyboard.press('Tab');
      await term?.hover();
      expect(await tip()).toBe('absolute');
      expect(await axeFindings(page, card)).toEqual([]);
    });
  });

  describe('layout', () => {
    test.runIf(world.name === 'chrome').each(['list/simple', 'list/descriptions', 'event/27FXg'])(
      'of /%s does not shift when the extension comes',
      async (path) => {
        // Firefox reports no layout shifts.
        const page = await world.driven.browser.newPage();
        await page.evaluateOnNewDocument(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries())
              shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(`https://${hostOf(world, 'main')}/${path}`, { waitUntil: 'load' });
        await page.waitForSelector(path.startsWith('event') ? 'csg-briefing' : inside('csg-strip', '.strip'));
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
        expect(idsOf(world, 'main')).toContain((await markedIds(page))[0]);
      },
    );
  });
}
