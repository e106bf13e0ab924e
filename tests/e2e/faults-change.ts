/** Pages that turn into others: by client-side navigation, or from the back/forward cache (docs/reliability.md). */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { openFollowed } from './trouble.ts';
import { eventually, hostOf, idle, idsOf, markedIds, type World } from './world.ts';

export function changeFaults(world: World): void {
  const site = busiestSite(world.guide);
  const host = hostOf(world, site);
  const ids = idsOf(world, site).sort();
  const [ID = ''] = ids;
  const allThere = (page: Page) => standing(page, ids.length);

  describe('a page', () => {
    test('that navigates on the client gets the elements for its new address, and its old ones when going back', async () => {
      const { page, trouble } = await openFollowed(world, `https://${host}/list/simple?sessions=120`);
      await allThere(page);
      await page.evaluate(async (id) => {
        const markup = await (await fetch(`/event/${id}`)).text();
        const other = new DOMParser().parseFromString(markup, 'text/html');
        const content = '#sched-content-inner';
        const here = document.querySelector(content) as Element;
        const was = [...here.childNodes].filter(({ nodeName }) => !nodeName.startsWith('CSG-'));
        addEventListener('popstate', () => setTimeout(() => here.replaceChildren(...was), 50));
        history.pushState(null, '', `/event/${id}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        here.replaceChildren(...(other.querySelector(content)?.childNodes ?? []));
      }, ID);
      const ours = () =>
        page.evaluate(() => [
          document.querySelectorAll('csg-strip').length,
          document.querySelector<HTMLElement>('csg-briefing')?.dataset.session ?? '',
        ]);
      const isEvent = ([strips, briefing]: unknown[]) => strips === 0 && briefing === ID;
      expect(await eventually(ours, isEvent)).toEqual([0, ID]);
      await page.evaluate(() => history.back());
      expect(await allThere(page)).toEqual({ marked: ids, cards: ids, strips: 1 });
      expect((await ours())[1]).toBe('');
      // A list that is still being rendered must not make sessions look missing.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await idle(page);
      const stored = await world.home.evaluate(() => chrome.storage.local.get(null));
      expect(JSON.stringify(stored)).not.toContain('"missing":true');
      expect(trouble).toEqual([]);
    });

    test('from the back/forward cache shows a star that was set meanwhile', async () => {
      // A new tab, because Firefox’s driver can’t reuse one that went back.
      const page = await world.driven.browser.newPage();
      await page.goto(`https://${host}/list/simple?sessions=120`);
      await allThere(page);
      await page.goto(`https://${host}/search`);
      const pick = { id: ID, guide: world.guide.id, at: 1 };
      await world.home.evaluate((key, value) => chrome.storage.local.set({ [key]: value }), `pick:${ID}`, pick);
      await page.goBack({ waitUntil: [] });
      await page.waitForSelector('csg-card');
      const star = () =>
        page.$eval(`csg-card[data-session="${ID}"]`, ({ shadowRoot }) =>
          shadowRoot?.querySelector('.star')?.getAttribute('aria-pressed'),
        );
      expect(await eventually(star, (pressed) => pressed === 'true')).toBe('true');
      expect(await markedIds(page)).toEqual(ids);
    });
  });
}
