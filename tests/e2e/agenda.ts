import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, eventually, hostOf, idsOf, inside, type World } from './world.ts';

const ID = '27FXg';

async function agenda(world: World): Promise<Page> {
  const page = await world.driven.openExtension('popup.html');
  await page.setViewport({ width: 440, height: 600 });
  return page;
}

function rowStar(id: string): string {
  return `[data-session="${id}"] .star`;
}

function pressed(page: Page, selector: string): Promise<string | null> {
  return page.$eval(selector, (star) => star.getAttribute('aria-pressed'));
}

export function agendaFeatures(world: World): void {
  describe('the popup', () => {
    test('lists all sessions of both sites by day, in order of time', async () => {
      const page = await agenda(world);
      const rows = await page.$$eval('[data-session]', (all) => all.map((row) => (row as HTMLElement).dataset.session));
      expect(rows).toEqual(idsOf(world));
      const days = await page.$$eval('.day h2', (all) => all.map((day) => day.firstChild?.textContent));
      expect(days).toEqual(['Monday, November 10', 'Tuesday, November 11', 'Wednesday, November 12']);
      const links = await page.$$eval('[data-session] .sched', (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      const hosts = new Map(world.guide.sites.map(({ id, host }) => [id, host]));
      expect(links).toEqual(world.guide.sessions.map(({ id, site }) => `https://${hosts.get(site)}/event/${id}`));
    });

    test('says that the event is over and leads with what can be watched', async () => {
      const page = await agenda(world);
      expect(await page.$eval('.now h2', (heading) => heading.textContent)).toMatch(/over/u);
      const links = await page.$$eval('.now a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.map((href) => new URL(href).searchParams.get('v') ?? new URL(href).pathname)).toEqual([
        'mCKwX74xIs4',
        '3X0X4az_E_4',
        'y0qlhiKtDGo',
        '/playlist',
      ]);
    });

    test('marks exactly the sessions that overlap', async () => {
      const page = await agenda(world);
      const marked = await page.$$eval('[data-session]', (all) =>
        all.filter((row) => row.querySelector('.overlap')).map((row) => (row as HTMLElement).dataset.session),
      );
      expect(marked.sort()).toEqual(['27FaL', '27FaR', '28D0X', '28D0g', '28D14']);
    });

    test('opens a row with the keyboard and shows summary and why', async () => {
      const page = await agenda(world);
      const session = world.guide.sessions.find(({ id }) => id === ID);
      await page.focus(`[data-session="${ID}"] h3 button`);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[data-session="${ID}"] .summary`);
      const text = await page.$eval(`[data-session="${ID}"]`, (row) => row.textContent ?? '');
      expect(text).toContain(session?.summary);
      expect(text).toContain(session?.why);
      expect(
        await page.$eval(`[data-session="${ID}"] h3 button`, (button) => button.getAttribute('aria-expanded')),
      ).toBe('true');
      await page.keyboard.press('Enter');
      expect(await page.$eval(`[data-session="${ID}"] .opened`, (body) => (body as HTMLElement).hidden)).toBe(true);
    });

    test.each(['light', 'dark'])('has nothing for axe to find in %s, rows closed and open', async (scheme) => {
      const page = await agenda(world);
      if (world.name === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      expect(await axeFindings(page, 'html')).toEqual([]);
      await page.$$eval('[data-session] h3 button', (buttons) => {
        for (const button of buttons) (button as HTMLElement).click();
      });
      await eventually(
        async () => (await page.$$('.opened .summary')).length,
        (count) => count === 15,
      );
      expect(await axeFindings(page, 'html')).toEqual([]);
    });

    // The driver does not reach Firefox's popup; the same page is tested in a tab there.
    test.runIf(world.name === 'chrome')(
      'opens from the toolbar, and from there the panel beside the page',
      async () => {
        await world.driven.open(`https://${hostOf(world, 'main')}/list/simple`);
        // The same document is open in a tab for all tests.
        const before = new Set(world.driven.browser.targets());
        const opened = world.driven.browser.waitForTarget(
          (target) => target.url().endsWith('/popup.html') && !before.has(target),
        );
        const worker = await world.driven.browser.waitForTarget((target) => target.type() === 'service_worker');
        await (await worker.worker())?.evaluate(() => chrome.action.openPopup());
        const page = await (await opened).asPage();
        await page.waitForSelector('.foot .switches');
        // The browser adds the scroll bar to the width that the page asks for.
        // Headless Chromium leaves room for a scroll bar that it does not draw.
        expect(await page.evaluate(() => [document.body.clientWidth, document.body.scrollWidth])).toEqual([440, 440]);
        const panel = world.driven.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'));
        await page.click('.surfaces button:nth-child(2)');
        const beside = await (await panel).asPage();
        await beside.waitForSelector('[data-session="28D1Y"]');
        await beside.close();
      },
    );

    test('shows the event’s times on a device in Tokyo', async () => {
      const tokyo = await world.another({ deviceZone: 'Asia/Tokyo' });
      const page = await tokyo.openExtension('popup.html');
      expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Tokyo');
      const times = await page.$$eval('.when', (all) => all.map((when) => when.textContent?.replace(/\s/gu, ' ')));
      expect(times[0]).toBe('9:00 AM to 9:05 AM');
      expect(times[8]).toBe('11:50 AM to 12:15 PM');
      expect(times[14]).toBe('4:45 PM to 5:15 PM');
      await tokyo.close();
    });
  });

  describe('a star', () => {
    test('is one and the same in the popup, in a list and on the event page', async () => {
      const popup = await agenda(world);
      const list = await world.driven.open(`https://${hostOf(world, 'main')}/list/simple`);
      const event = await world.driven.open(`https://${hostOf(world, 'main')}/event/${ID}`);
      const onCard = inside(`csg-card[data-session="${ID}"]`, '.star');
      const onBriefing = inside(`csg-briefing[data-session="${ID}"]`, '.star');
      await event.waitForSelector(onBriefing);

      await popup.bringToFront();
      await popup.click(rowStar(ID));
      await list.bringToFront();
      expect(
        await eventually(
          () => pressed(list, onCard),
          (state) => state === 'true',
        ),
      ).toBe('true');
      expect(
        await eventually(
          () => pressed(event, onBriefing),
          (state) => state === 'true',
        ),
      ).toBe('true');

      await list.$eval(`csg-card[data-session="${ID}"]`, (card) =>
        card.shadowRoot?.querySelector<HTMLElement>('.star')?.click(),
      );
      expect(
        await eventually(
          () => pressed(popup, rowStar(ID)),
          (state) => state === 'false',
        ),
      ).toBe('false');
      expect(
        await eventually(
          () => pressed(event, onBriefing),
          (state) => state === 'false',
        ),
      ).toBe('false');
    });

    test('stays when the agenda is closed and opened again', async () => {
      const first = await agenda(world);
      await first.click(rowStar(ID));
      await eventually(
        () => pressed(first, rowStar(ID)),
        (state) => state === 'true',
      );
      await first.close();
      const second = await agenda(world);
      expect(
        await eventually(
          () => pressed(second, rowStar(ID)),
          (state) => state === 'true',
        ),
      ).toBe('true');
    });

    test('survives a restart of the browser', async () => {
      const profile = await mkdtemp(join(tmpdir(), 'csg-profile-'));
      for (const state of ['false', 'true']) {
        const run = await world.another({ profile });
        const page = await run.openExtension('popup.html');
        expect(
          await eventually(
            () => pressed(page, rowStar(ID)),
            (now) => now === state,
          ),
        ).toBe(state);
        if (state === 'false') {
          await page.click(rowStar(ID));
          const stored = () => page.evaluate(() => chrome.storage.local.get(null));
          await eventually(stored, (all) => Object.keys(all).length > 0);
        }
        await run.close();
      }
      await rm(profile, { recursive: true, force: true });
    });

    test('that can’t be read is kept aside, said once, and loses no other', async () => {
      const page = await agenda(world);
      await page.click(rowStar(ID));
      await eventually(
        () => pressed(page, rowStar(ID)),
        (state) => state === 'true',
      );
      await page.evaluate(() => chrome.storage.local.set({ 'pick:28D0g': { nonsense: true }, 'pick:28D14': 7 }));

      const again = await agenda(world);
      await again.waitForSelector('.notice');
      expect(await again.$eval('.notice', (notice) => notice.textContent)).toContain('2 things that you saved');
      expect(await again.$$('[data-session]')).toHaveLength(15);
      expect(await pressed(again, rowStar(ID))).toBe('true');
      const stored = await again.evaluate(() => chrome.storage.local.get(null));
      const aside = Object.entries(stored).filter(([key]) => key.startsWith('aside:'));
      expect(aside.map(([key, value]) => [key.split(':').slice(-2).join(':'), value]).sort()).toEqual([
        ['pick:28D0g', { nonsense: true }],
        ['pick:28D14', 7],
      ]);

      const third = await agenda(world);
      await eventually(
        () => pressed(third, rowStar(ID)),
        (state) => state === 'true',
      );
      expect(await third.$$('.notice')).toHaveLength(0);
    });
  });
}
