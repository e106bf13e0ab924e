import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect } from 'vitest';
import { mainSite, sessionOf, spread } from './chosen.ts';
import { takeSaved } from './downloads.ts';
import { found } from './expected.ts';
import { openSurface, shown } from './surface.ts';
import { eventually, hostOf, inside, type World } from './world.ts';

interface Counts {
  /** Mouse clicks, including the one on the toolbar button. */
  clicks: number;
  keys: number;
  /** Each click and each typed text is one step. */
  steps: number;
}

/** Set to print a table for docs/journeys.md. */
const PRINTS = Boolean(process.env.CSG_JOURNEYS);

/** Performs common tasks with the mouse, and counts the steps from the toolbar button on. */
export function journeys(world: World): void {
  const { guide } = world;
  const measured: [what: string, most: number, counts: Counts][] = [];
  let page: Page;

  /** Opens the popup. Its toolbar button counts as the first step. */
  async function startJourney() {
    page = await openSurface(world, 'popup.html');
    await page.evaluate(() => {
      const outcomes: string[] = [];
      Object.assign(globalThis, { outcomes });
      // Records links and copied text instead of leaving the replica.
      document.addEventListener('click', (event) => {
        const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^=http]');
        if (!link) return;
        event.preventDefault();
        outcomes.push(link.href);
      });
      navigator.clipboard.writeText = async (text) => void outcomes.push(text);
      // A popup would close, but the test still needs the page.
      window.close = () => {};
      chrome.tabs.create = (async ({ url }: { url: string }) => void outcomes.push(url)) as never;
    });
    return follow({ clicks: 1, keys: 0, steps: 1 });
  }

  /** Clicks and types in the page, and counts the steps. */
  function follow(counts: Counts) {
    return {
      counts,
      async click(selector: string, text?: string) {
        await page.waitForSelector(selector);
        const all = await page.$$(selector);
        const texts = await page.$$eval(selector, (elements) => elements.map((one) => one.textContent?.trim()));
        const element = all[text === undefined ? 0 : texts.indexOf(text)];
        if (!element) throw new Error(`no ${selector} says “${text}”`);
        await element.click();
        counts.clicks += 1;
        counts.steps += 1;
      },
      async type(text: string) {
        await page.keyboard.type(text);
        counts.keys += text.length;
        counts.steps += 1;
      },
    };
  }

  /** The links followed, texts copied and tabs opened. */
  const outcomes = () => page.evaluate(() => (globalThis as unknown as { outcomes: string[] }).outcomes);
  const arrived = async () => {
    const [last] = (await eventually(outcomes, (all) => all.length > 0)).slice(-1);
    return last ?? '';
  };
  const finish = (what: string, most: number, counts: Counts) => {
    measured.push([what, most, { ...counts }]);
    expect(counts.steps, what).toBeLessThanOrEqual(most);
  };
  const recordingOf = (id: string) => sessionOf(guide, id).links.find(({ kind }) => kind === 'recording')?.url ?? '';
  const pick = async () => {
    const ids = spread(guide, 2).map(({ id }) => id);
    const picks = ids.map((id) => [`pick:${id}`, { id, guide: guide.id, at: 1 }]);
    await world.home.evaluate((values) => chrome.storage.local.set(values), Object.fromEntries(picks));
    return ids.map((id) => sessionOf(guide, id));
  };

  describe('from the toolbar button', () => {
    world.anyGuide('a search reaches a recording in three steps', async () => {
      const { id, title } = guide.sessions.find((session) => recordingOf(session.id)) ?? { id: '', title: '' };
      const word = title.split(/\W+/u).find((part) => part.length > 3) ?? title;
      const { counts, click, type } = await startJourney();
      await type(word);
      await shown(page, found(guide, word).length);
      await click(`.list [data-session="${id}"] a.watch.recorded`);
      expect(await arrived()).toBe(recordingOf(id));
      finish('Watch a recording that you search for', 3, counts);
    });

    world.anyGuide('a reader sees what to watch in 30 minutes in three steps', async () => {
      const { counts, click } = await startJourney();
      await click('.head nav button', 'Catch up');
      await click('.catch-up label', '30 min');
      await page.waitForSelector('.stops [data-session]');
      finish('See what to watch in 30 minutes', 3, counts);
    });

    world.anyGuide('the picks reach a calendar file in three steps, with hints for the import', async () => {
      const picked = await pick();
      const { counts, click } = await startJourney();
      await click('.head nav button', 'Share and export');
      await click('.share button', 'Save calendar file');
      const file = await takeSaved(world, '.ics');
      expect(file).toContain('END:VCALENDAR');
      expect(file.match(/^BEGIN:VEVENT/gmu)).toHaveLength(picked.length);
      const hints = await page.$$eval('.share [aria-labelledby=share-calendar] li', (all) =>
        all.map((one) => one.textContent?.split(' ')[0]),
      );
      expect(hints).toEqual(['Google', 'Outlook:', 'Apple']);
      finish('Put your picks into a calendar', 3, counts);
    });

    world.anyGuide('the picks are copied as text in three steps, with everything that a colleague needs', async () => {
      const picked = await pick();
      const { counts, click } = await startJourney();
      await click('.head nav button', 'Share and export');
      await click('.share button', 'As plain text');
      const text = await arrived();
      for (const { title, speakers, start, id, takeaway } of picked) {
        const companies = speakers.flatMap(({ organisation }) => organisation ?? []);
        for (const part of [title, start.slice(0, 4), recordingOf(id), takeaway, ...companies]) {
          expect(text).toContain(part);
        }
      }
      finish('Send your picks to a colleague', 3, counts);
      await click('.share label', 'Whole summaries');
      await click('.share button', 'As plain text');
      const whole = await eventually(outcomes, (all) => all.length > 1);
      for (const { summary } of picked) expect(whole.at(-1)).toContain(summary);
      finish('Send them with whole summaries', 5, counts);
    });

    world.anyGuide('the list is ready to print in two steps, in a tab with print styles', async () => {
      const { counts, click } = await startJourney();
      await click('.list-head .controls button', 'Print');
      const url = await arrived();
      expect(url).toMatch(/\/agenda\.html\?print=$/u);
      finish('Print the list', 2, counts);
      // Firefox can't inject scripts before those of an extension's page, and its driver can't emulate print.
      if (world.name !== 'chrome') return;
      const paper = await world.driven.browser.newPage();
      await paper.evaluateOnNewDocument(() => {
        globalThis.print = () => void document.body.classList.add('printed');
      });
      await paper.goto(url);
      await paper.waitForSelector('.printed');
      await paper.emulateMediaType('print');
      const title = await paper.$eval('.head .name', (name) => name.checkVisibility() && name.textContent);
      const [{ start = '' } = {}] = guide.sessions;
      for (const part of [guide.subject, guide.name, start.slice(0, 4)]) expect(title).toContain(part);
      const links = await paper.$$eval('.list a.watch', (all) =>
        all.map((link) => [(link as HTMLAnchorElement).href, getComputedStyle(link, '::after').content]),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const [href, after] of links) expect(after).toContain(href);
      expect(new URL(paper.url()).search).toBe('');
    });
  });

  describe('from a list on Sched', () => {
    world.anyGuide('mentions on the site are hidden in two steps', async () => {
      const host = hostOf(world, mainSite(guide));
      page = await world.driven.open(`https://${host}/list/simple?sessions=120`);
      const marked = (degree: string) => page.$$(`[data-csg-link="${degree}"]`);
      await page.waitForSelector('[data-csg-link="strong"]');
      const { counts, click } = follow({ clicks: 0, keys: 0, steps: 0 });
      await click(inside('csg-strip', '[data-action=about]'));
      await click(inside('csg-strip', '[data-part=mentions]'));
      expect(
        await eventually(
          () => marked('strong'),
          (all) => all.length === 0,
        ),
      ).toEqual([]);
      await page.waitForSelector('[data-csg-link="quiet"]');
      expect(await world.home.evaluate(() => chrome.storage.local.get(null))).toMatchObject({
        [`off:mentions@${host}`]: true,
      });
      finish('Hide mentions on this site', 2, counts);
    });
  });

  afterAll(() => {
    if (!PRINTS) return;
    const rows = measured.map(
      ([what, most, { steps, clicks, keys }]) =>
        `| ${what} | ${world.name} | ${most} | ${steps} | ${clicks} | ${keys} |`,
    );
    process.stdout.write(`${rows.join('\n')}\n`);
  });
}
