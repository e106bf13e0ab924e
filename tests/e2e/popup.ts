import { describe, expect, test } from 'vitest';
import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';
import { atTheSameTime, beforeEvent, mainSite, sessionOf, sessionsOn } from './chosen.ts';
import { daysIn, plain, when } from './expected.ts';
import { openSurface, pressChip } from './surface.ts';
import { axeFindings, eventually, hostOf, idsOf, type World } from './world.ts';

export function popupFeatures(world: World): void {
  const { guide } = world;
  const main = mainSite(guide);
  const ID = sessionsOn(guide, main)[0]?.id ?? '';
  const isReleased = guide.id === readGuide(GUIDE_FILE).id;

  describe('the popup', () => {
    test('lists all sessions of all sites by day, in order', async () => {
      const page = await openSurface(world, 'popup.html?order=day');
      const rows = await page.$$eval('[data-session]', (all) => all.map((row) => (row as HTMLElement).dataset.session));
      expect(rows).toEqual(idsOf(world));
      const days = await page.$$eval('.day h2', (all) => all.map((day) => day.firstChild?.textContent));
      expect(days).toEqual(daysIn(guide));
      const links = await page.$$eval('[data-session] .sched', (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      const hosts = new Map(world.guide.sites.map(({ id, host }) => [id, host]));
      expect(links).toEqual(world.guide.sessions.map(({ id, site }) => `https://${hosts.get(site)}/event/${id}`));
    });

    test('says that the event is over, and shows recordings first', async () => {
      const [last] = guide.sessions
        .map(({ end }) => end)
        .sort()
        .reverse();
      const year = Number(last?.slice(0, 4)) + 1;
      const page = await openSurface(world, 'popup.html', { at: `${year}${last?.slice(4)}Z` });
      expect(await page.$eval('.now h2', (heading) => heading.textContent)).toMatch(/over/u);
      const linksOf = (kind: string, all: readonly { links: GuideFile['sessions'][number]['links'] }[]) =>
        all.flatMap((one) => one.links.find((link) => link.kind === kind)?.url ?? []);
      const recordings = linksOf('recording', guide.sessions);
      const [first = ''] = [...recordings, ...linksOf('playlist', guide.events)];
      expect(await page.$eval('.now a', (link) => (link as HTMLAnchorElement).href)).toBe(first);
      const rows = await page.$$eval('.list a.watch.recorded', (all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      );
      expect(rows).toEqual(recordings);
      const seen = () =>
        page.$$eval('.list .row', (all) => all.filter((row) => row.getBoundingClientRect().bottom <= 600).length);
      expect(await seen()).toBeGreaterThanOrEqual(2);
      // Without the recordings at the top, three rows of the released guide fit.
      await pressChip(page, 'Not seen');
      await page.waitForSelector('.now', { hidden: true });
      expect(await seen()).toBeGreaterThanOrEqual(isReleased ? 3 : 2);
      const tallest = await page.$$eval('.list .row', (all) =>
        Math.max(...all.map((row) => row.getBoundingClientRect().height)),
      );
      expect(tallest).toBeLessThanOrEqual(130);
      // The scroll bar takes up to 15 pixels of the popup's width.
      await page.setViewport({ width: 425, height: 600 });
      const lines = await page.$$eval('.chips .chip', (chips) => chips.map((chip) => (chip as HTMLElement).offsetTop));
      expect(new Set(lines).size).toBe(1);
    });

    world.anyBrowser('marks exactly the sessions that overlap, before the event', async () => {
      const page = await openSurface(world, 'popup.html', { at: beforeEvent(guide) });
      const marked = await page.$$eval('[data-session]', (all) =>
        all.filter((row) => row.querySelector('.overlap')).map((row) => (row as HTMLElement).dataset.session),
      );
      expect(marked).toEqual(idsOf(world).filter((id) => atTheSameTime(guide, sessionOf(guide, id)).length > 0));
    });

    world.anyBrowser('opens a row with the keyboard, and shows summary and reason', async () => {
      const page = await openSurface(world, 'popup.html');
      const session = sessionOf(guide, ID);
      await page.focus(`[data-session="${ID}"] h3 button`);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[data-session="${ID}"] .summary`);
      const text = await page.$eval(`[data-session="${ID}"]`, (row) => row.textContent ?? '');
      expect(text).toContain(session.summary);
      expect(text).toContain(session.why);
      const isWhole = (one: Element) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight;
      expect(await page.$eval(`[data-session="${ID}"] .takeaway`, isWhole)).toBe(true);
      expect(
        await page.$eval(`[data-session="${ID}"] h3 button`, (button) => button.getAttribute('aria-expanded')),
      ).toBe('true');
      await page.keyboard.press('Enter');
      expect(await page.$eval(`[data-session="${ID}"] .opened`, (body) => (body as HTMLElement).hidden)).toBe(true);
    });

    world.anywhere('has no axe violations with all rows open', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.$$eval('[data-session] h3 button', (buttons) => {
        for (const button of buttons) (button as HTMLElement).click();
      });
      await eventually(
        async () => (await page.$$('.opened .summary')).length,
        (count) => count === guide.sessions.length,
      );
      for (const theme of ['light', 'dark']) {
        await world.home.evaluate((value) => chrome.storage.local.set({ 'pref:theme': value }), theme);
        await page.waitForSelector(`html[data-theme=${theme}]`);
        expect(await axeFindings(page, 'html'), theme).toEqual([]);
      }
      // Links in a row must not get the padding of the message for an empty list.
      const paddings = (all: Element[]) => [...new Set(all.map((one) => getComputedStyle(one).padding))];
      expect(await page.$$eval('.opened .links > li', paddings)).toEqual(['0px']);
    });

    // The driver can't reach Firefox's popup. There, the same page is tested in a tab.
    world.anyGuide.runIf(world.name === 'chrome')('opens from the toolbar, and opens the side panel', async () => {
      await world.driven.open(`https://${hostOf(world, main)}/list/simple`);
      // The same document is already open in a tab.
      const before = new Set(world.driven.browser.targets());
      const opened = world.driven.browser.waitForTarget(
        (target) => target.url().endsWith('/popup.html') && !before.has(target),
      );
      const worker = await world.driven.browser.waitForTarget((target) => target.type() === 'service_worker');
      await (await worker.worker())?.evaluate(() => chrome.action.openPopup());
      const page = await (await opened).asPage();
      await page.waitForSelector('.foot .switches');
      // The browser adds the scroll bar's width to the popup. Headless Chromium does so without drawing one.
      expect(await page.evaluate(() => [document.body.clientWidth, document.body.scrollWidth])).toEqual([440, 440]);
      const panel = world.driven.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'));
      await page.click('.surfaces button:nth-child(2)');
      const beside = await (await panel).asPage();
      await beside.waitForSelector(`[data-session="${ID}"]`);
      await beside.close();
    });

    world.anywhere('shows times in the event’s zone on a device in another zone', async () => {
      const elsewhere = await world.elsewhere();
      const page = await elsewhere.openExtension('popup.html');
      expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(elsewhere.zone);
      const times = await page.$$eval('[data-session]', (all) =>
        all.map((row): [string, string] => [
          (row as HTMLElement).dataset.session ?? '',
          row.querySelector('.when')?.textContent ?? '',
        ]),
      );
      const shownTimes = new Map(times.map(([id, time]) => [id, plain(time)]));
      expect(guide.sessions.map(({ id }) => shownTimes.get(id))).toEqual(
        guide.sessions.map((session) => when(guide, session)),
      );
      await elsewhere.takeBack([page]);
    });
  });
}
