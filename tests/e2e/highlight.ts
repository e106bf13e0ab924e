import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { busiestSite, mainSite, sessionsOn } from './chosen.ts';
import { allMarked, eventually, hostOf, idle, idsOf, markedIds, type World } from './world.ts';

/** Every view that lists the whole programme. */
const VIEWS = ['', 'list/simple', 'list/descriptions', 'grid', 'venues'];

/** Ids of the links that look highlighted, with the subject's name as a label. */
function highlightedIds(page: Page, { guide: { subject } }: World): Promise<string[]> {
  return page.evaluate((mark) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
    const marked = links.filter((link) => getComputedStyle(link, '::before').content.includes(mark));
    return [...new Set(marked.map((link) => /event\/([0-9A-Za-z]+)/u.exec(link.href)?.[1] ?? link.href))].sort();
  }, `⬢ ${subject}`);
}

/** @param views the views to test on each site */
export function highlight(world: World, views: readonly string[] = VIEWS): void {
  const [main, busiest] = [mainSite(world.guide), busiestSite(world.guide)];

  describe.each(world.guide.sites.map(({ id }) => id))('on the site %s', (site) => {
    // Firefox tests one short and one long view of a site.
    test.each(world.isWhole ? views : views.slice(1, 3))(
      'the view /%s highlights and marks every guide session, and no other',
      async (view) => {
        const ids = idsOf(world, site).sort();
        const page = await world.driven.open(`https://${hostOf(world, site)}/${view}`);
        expect(await allMarked(page, ids.length)).toEqual(ids);
        expect(await highlightedIds(page, world)).toEqual(ids);
      },
    );

    world.anyBrowser('the print view has marked links, and the same length as without', async () => {
      const ids = idsOf(world, site).sort();
      const page = await world.driven.open(`https://${hostOf(world, site)}/print`);
      await allMarked(page, ids.length);
      const found = await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLElement>('a[data-csg-kind="guide"]')];
        const shown = links.map((link) => [link.dataset.csgSession, getComputedStyle(link, '::before').content]);
        const [marked, root] = [document.documentElement.scrollHeight, document.documentElement];
        for (const link of document.querySelectorAll('[data-csg-link]')) link.removeAttribute('data-csg-link');
        return {
          shown: shown.sort(),
          marked,
          bare: root.scrollHeight,
          ours: document.querySelectorAll('csg-card, csg-strip').length,
        };
      });
      expect(found).toEqual({ shown: ids.map((id) => [id, '"⬢"']), marked: found.bare, bare: found.bare, ours: 0 });
    });
  });

  world.anywhere('every form of a session’s address is recognised', async () => {
    const page = await world.driven.open(`https://${hostOf(world, busiest)}/replica/forms`);
    await eventually(
      () => markedIds(page),
      (ids) => ids.length > 0,
    );
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-expect="match"]')].flatMap((list) =>
        [...list.querySelectorAll('a')]
          .filter((link) => link.closest<HTMLElement>('[data-csg-session]')?.dataset.csgSession !== list.dataset.of)
          .map((link) => link.getAttribute('href')),
      ),
    );
    expect(missed).toEqual([]);
  });

  world.anywhere('look-alike links are neither marked nor highlighted', async () => {
    const page = await world.driven.open(`https://${hostOf(world, busiest)}/replica/traps`);
    await page.evaluate(() => document.body.append('settled'));
    expect(await markedIds(page)).toEqual([]);
    expect(await highlightedIds(page, world)).toEqual([]);
    expect(await page.$$('csg-card')).toHaveLength(0);
  });

  world.anyGuide('the style sheet highlights without the script', async () => {
    const run = await world.withChanged((folder) => writeFile(join(folder, 'content-scripts/sched.js'), ''));
    // Firefox tests one site.
    for (const site of world.isWhole ? world.guide.sites.map(({ id }) => id) : [busiest]) {
      for (const view of ['list/simple', 'list/descriptions']) {
        const page = await run.open(`https://${hostOf(world, site)}/${view}`);
        expect(await highlightedIds(page, world), `${site}, ${view}`).toEqual(idsOf(world, site).sort());
        expect(await markedIds(page)).toEqual([]);
        await run.takeBack([page]);
      }
    }
  });

  world.anywhere('sessions are found by their links if Sched renames its classes', async () => {
    const page = await world.driven.open(`https://${hostOf(world, main)}/list/simple`);
    await eventually(
      () => markedIds(page),
      (ids) => ids.length > 0,
    );
    await page.evaluate(() => {
      const { replica } = window as unknown as { replica: { renames(): void; rerender(): void } };
      replica.renames();
      for (const link of document.querySelectorAll('a')) link.replaceWith(link.cloneNode(true));
    });
    const ids = idsOf(world, main).sort();
    expect(await allMarked(page, ids.length)).toEqual(ids);
    expect(await highlightedIds(page, world)).toEqual(ids);
  });

  world.anyGuide('sessions added later are marked and have a card in the next task', async () => {
    const page = await world.driven.open(`https://${hostOf(world, busiest)}/event/none`);
    await page.waitForSelector('html[data-csg-guide]');
    const missing = await page.evaluate(
      async (ids) => {
        const { replica } = window as unknown as { replica: { addSessions(ids: readonly string[]): Promise<void> } };
        const arrived = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelectorAll('.event > a[href*="event/"]').length >= ids.length) resolve();
          });
          observer.observe(document, { childList: true, subtree: true });
        });
        await replica.addSessions(ids);
        await arrived;
        // No later than the next task.
        await new Promise((resolve) => setTimeout(resolve));
        return ids.filter((id) => !document.querySelector(`[data-csg-session="${id}"] + csg-card`));
      },
      idsOf(world, busiest),
    );
    expect(missing).toEqual([]);
  });

  world.anyGuide('sessions are found in frames on a third-party page that embeds all sites', async () => {
    const page = await world.driven.open('https://embedder.example/');
    const inFrames = () =>
      Promise.all(page.frames().map((frame) => frame.$$eval('[data-csg-kind="guide"]', (all) => all.length)));
    // The driver can lose a frame that changes its process during a call. Then the page is reloaded.
    const found = async () => {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, 2000));
      const counted = await Promise.race([inFrames().catch(() => undefined), late]);
      if (!counted) await page.reload({ waitUntil: 'load' });
      return counted ?? [];
    };
    const isWhole = (all: number[]) => all.reduce((sum, count) => sum + count, 0) >= world.guide.sessions.length;
    const counts = await eventually(found, isWhole, 20_000);
    expect(counts).toEqual([0, ...world.guide.sites.map(({ id }) => sessionsOn(world.guide, id).length)]);
    expect(await page.$eval('html', (html) => html.dataset.csgGuide)).toBeUndefined();
  });

  world.anywhere.each(['challenge', 'plain.txt', 'feed.xml', 'nobody'])(
    '%s is not a Sched page and stays unchanged',
    async (file) => {
      const page = await world.driven.browser.newPage();
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      page.on('console', (message) => /Session Guide/u.test(message.text()) && errors.push(message.text()));
      await page.goto(`https://${hostOf(world, main)}/replica/${file}`, { waitUntil: 'domcontentloaded' });
      await idle(page);
      const ours = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        return all.filter((el) => el.localName.startsWith('csg-') || /data-csg/u.test(el.getAttributeNames().join()))
          .length;
      });
      expect(ours).toBe(0);
      if (file === 'challenge') expect(await highlightedIds(page, world)).toEqual([]);
      expect(errors).toEqual([]);
    },
  );
}
