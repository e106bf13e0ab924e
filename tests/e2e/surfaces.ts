import { describe, expect, test } from 'vitest';
import { mainSite, spread } from './chosen.ts';
import { found, when } from './expected.ts';
import { instantOfEachKind } from './instants.ts';
import { openSurface, setClock, shown, shownIds, stored, textOf } from './surface.ts';
import { axeFindings, eventually, hostOf, idsOf, type World } from './world.ts';

export function surfaceFeatures(world: World): void {
  const { guide } = world;
  const main = mainSite(guide);
  const [one, other] = spread(guide, 2);
  const row = (id = one?.id) => `[data-session="${id}"]`;
  const focused = (page: Awaited<ReturnType<typeof openSurface>>) =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-session]')?.dataset.session);

  describe('the surfaces', () => {
    test('show the same agenda, with live updates in popup, tab and panel', async () => {
      const [popup, tab, panel] = [
        await openSurface(world, 'popup.html?order=day'),
        await openSurface(world, 'agenda.html?order=day', { width: 1200, height: 900 }),
        await openSurface(world, 'sidepanel.html?order=day', { width: 320, height: 900 }),
      ];
      for (const page of [popup, tab, panel]) expect(await shownIds(page)).toEqual(idsOf(world));
      await popup.bringToFront();
      await popup.click(`${row()} .star`);
      for (const page of [tab, panel]) {
        const star = () => page.$eval(`${row()} .star`, (button) => button.getAttribute('aria-pressed'));
        expect(await eventually(star, (pressed) => pressed === 'true')).toBe('true');
      }
      const marks = await popup.$$eval('.list .row', (rows) =>
        rows.map((one) => [
          one.classList.contains('picked'),
          getComputedStyle(one, '::before').borderInlineStartWidth === '4px',
          getComputedStyle(one).backgroundColor,
        ]),
      );
      // Picked rows have an edge, and all rows have the same background.
      expect(marks.map(([picked]) => picked)).toEqual(marks.map(([, edge]) => edge));
      expect(new Set(marks.map(([, , ground]) => ground)).size).toBe(1);
      await world.home.evaluate(() => chrome.storage.local.set({ 'pref:zone': 'Europe/Berlin' }));
      const expected = one && when(guide, one, 'Europe/Berlin');
      for (const page of [popup, tab, panel]) {
        const shownTime = await eventually(
          () => textOf(page, `${row()} .when`),
          (text) => text === expected,
        );
        expect(shownTime).toBe(expected);
      }
    });

    test('keep their state: the popup opens a tab with the same filters', async () => {
      const popup = await openSurface(world, `popup.html?level=${one?.level}`);
      await popup.click('.surfaces button');
      // Firefox's driver does not know the addresses of tabs opened by an extension.
      const tabs = () => world.home.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url ?? ''));
      const opened = await eventually(tabs, (urls) => urls.some((url) => url.includes('agenda.html')));
      expect(opened).toContain(world.driven.extensionUrl(`agenda.html?level=${one?.level}`));
    });

    // At 200 % zoom the popup has 220 pixels.
    test('fit into every width without horizontal scrolling, in every tab', async () => {
      const seen = {
        [`seen:${one?.id}`]: { at: 1, room: 'x'.repeat(200), roomBefore: 'y' },
        [`seen:${other?.id}`]: { at: 1, speakers: ['Zoë Example'] },
      };
      await world.home.evaluate((values) => chrome.storage.local.set(values), seen);
      const page = await openSurface(world, 'agenda.html', { width: 220, height: 800 });
      await page.$$eval('.list h3 button', (titles) =>
        titles.slice(0, 6).map((title) => (title as HTMLElement).click()),
      );
      await page.waitForSelector('.mine');
      await page.waitForSelector(`${row()} .room`);
      const colour = (css: string) => page.$eval(css, (element) => getComputedStyle(element).color);
      // Only changes that a reader has to act on have another colour.
      expect(await colour(`${row(other?.id)} .what > .changed`)).toBe(await colour(`${row()} .who`));
      expect(await colour(`${row()} .what > .changed`)).not.toBe(await colour(`${row()} .who`));
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const tabLines = () =>
        page.$$eval('.head nav button', (tabs) => new Set(tabs.map((tab) => (tab as HTMLElement).offsetTop)).size);
      for (const [tab, part] of ['.list', '.catch-up', '.share'].entries()) {
        await page.$$eval('.head nav button', (tabs, index) => (tabs[index] as HTMLElement).click(), tab);
        await page.waitForSelector(part);
        if (part === '.catch-up') {
          // Otherwise, Firefox shows arrows beside an empty number.
          const appearance = await page.$eval('.number input', (field) => getComputedStyle(field).appearance);
          expect(appearance).toBe('textfield');
        }
        for (const width of [220, 320, 440, 1280]) {
          await page.setViewport({ width, height: 800 });
          expect(await overflow(), `${part} in ${width} pixels`).toBe(0);
          // At 200 % zoom the tabs may take two lines.
          if (width >= 320) expect(await tabLines(), `${width} pixels`).toBe(1);
        }
      }
      await page.$$eval('.head nav button', (tabs) => (tabs[0] as HTMLElement).click());
    });

    test('can be used by keyboard alone', async () => {
      const ids = found(guide, guide.subject);
      expect(ids.length, 'sessions that name the subject').toBeGreaterThan(1);
      const [first, second] = ids;
      const page = await openSurface(world, 'popup.html?order=day');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('searchbox');
      await page.keyboard.type(guide.subject, { delay: 5 });
      expect(await shown(page, ids.length)).toEqual(ids);
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(first);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('s');
      await eventually(
        () => stored(page),
        (all) => `pick:${second}` in all,
      );
      await page.keyboard.press('Enter');
      await page.waitForSelector(`${row(second)} .summary`);
      await page.keyboard.press('Escape');
      expect(await page.$eval(`${row(second)} .opened`, (body) => (body as HTMLElement).hidden)).toBe(true);
      expect(await focused(page)).toBe(second);
      await page.keyboard.press('End');
      expect(await focused(page)).toBe(ids.at(-1));
      await page.keyboard.press('/');
      await page.keyboard.press('Escape');
      expect(await shown(page, guide.sessions.length)).toEqual(idsOf(world));
      expect(await page.$eval('[role=searchbox]', (input) => (input as HTMLInputElement).value)).toBe('');

      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('s');
      await page.waitForSelector('.done-bar .undo');
      /** Whether the focused title is covered or out of view. */
      const isCovered = () =>
        page.evaluate(() => {
          const title = document.activeElement as Element;
          const { left, top, bottom } = title.getBoundingClientRect();
          return ![top + 1, bottom - 1].every((y) => title.contains(document.elementFromPoint(left + 2, y)));
        });
      const covered = [];
      for (const key of ['ArrowDown', 'ArrowUp'] as const) {
        for (let step = 1; step < Math.min(guide.sessions.length, 9); step += 1) {
          await page.keyboard.press(key);
          if (await isCovered()) covered.push(`${key} ${step}`);
        }
      }
      expect(covered).toEqual([]);
    });

    world.anyBrowser('have targets of at least 24 by 24 pixels', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.click('.more');
      // They push the list down.
      await page.waitForSelector('.facet .chip');
      await page.click('.list h3 button');
      await page.waitForSelector('.mine');
      const small = await page.$$eval('button, select, input, textarea, summary, .sched', (targets) =>
        targets
          .filter((target) => target.checkVisibility())
          // Terms are inline in a text, an exception in WCAG 2.2 (2.5.8).
          .filter((target) => !target.matches('.term'))
          .filter((target) =>
            [target, target.closest('label') ?? target]
              .map((part) => part.getBoundingClientRect())
              .every(({ width, height }) => width < 24 || height < 24),
          )
          .map((target) => target.outerHTML.slice(0, 80)),
      );
      expect(small).toEqual([]);
    });
  });

  describe('the panel', () => {
    test('shows a room read from an open page', async () => {
      const panel = await openSurface(world, 'sidepanel.html', { width: 360, height: 800 });
      const id = idsOf(world, main)[0];
      expect(await panel.$(`${row(id)} .room`)).toBeNull();
      await world.driven.open(`https://${hostOf(world, main)}/event/${id}`);
      await panel.waitForSelector(`${row(id)} .room`);
      await panel.setViewport({ width: 440, height: 600 });
      const height = () => panel.$eval(row(id), (element) => element.getBoundingClientRect().height);
      expect(await height()).toBeLessThanOrEqual(130);
    });
  });

  describe('axe finds no violations', () => {
    const states = [
      ['with search results', `popup.html?q=${guide.subject}`],
      ['with no search results', 'popup.html?q=zeppelin'],
      ['with the filter for picks and no picks', 'popup.html?only=picked'],
      ['in the Catch up tab', 'agenda.html?tab=catch-up'],
      ['in the Share and export tab', 'agenda.html?tab=share'],
      ['in the panel', 'sidepanel.html'],
      ['in the options', 'options.html'],
    ] as const;
    world.anyBrowser.each(states)('%s (%s)', async (_, file) => {
      const page = await openSurface(world, file, { width: file.startsWith('agenda') ? 1100 : 440 });
      // Colours hardly differ between states, so only the first state of each surface is tested in dark, too.
      const [first] = states.filter(([, other]) => other.split('?')[0] === file.split('?')[0]);
      for (const theme of first?.[1] === file ? ['light', 'dark'] : ['light']) {
        await world.home.evaluate((value) => chrome.storage.local.set({ 'pref:theme': value }), theme);
        await page.waitForSelector(`html[data-theme=${theme}]`);
        expect(await axeFindings(page, 'html'), theme).toEqual([]);
      }
    });

    // The driver closes the page at its plain address, which opens after the installation.
    world.anyBrowser('on the welcome page', async () => {
      const page = await world.driven.openExtension('welcome.html#welcome');
      // Firefox's driver can't set a theme.
      for (const value of world.name === 'chrome' ? ['dark', 'light'] : ['light']) {
        if (world.name === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect(await axeFindings(page, 'html'), value).toEqual([]);
      }
      await page.focus('a');
      const texts = [];
      for (let step = 0; step < guide.sites.length; step += 1) {
        texts.push(await page.evaluate(() => document.activeElement?.textContent));
        await page.keyboard.press('Tab');
      }
      expect(texts).toEqual(guide.sites.map(({ name }) => name));
    });

    world.anyBrowser('at every kind of instant', async () => {
      const page = await openSurface(world, 'popup.html', { ownTab: true });
      for (const { kind, at } of instantOfEachKind(guide)) {
        await setClock(page, at);
        await page.waitForSelector(`.now.${kind}`);
        expect(await axeFindings(page, 'html'), kind).toEqual([]);
      }
    });
  });
}
