import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { busiestSite, dayOf, goneAndStayed, mainSite, needed, steady } from './chosen.ts';
import { instantsOf } from './expected.ts';
import { eventually, hostOf, inside, markedIds, type World } from './world.ts';

/** What the agenda shows of a session from its page, beside the guide's facts. */
async function inAgenda(world: World, id: string, holds: (text: string) => boolean): Promise<string> {
  const popup = await world.driven.openExtension('popup.html');
  const look = () =>
    popup.$eval(`[data-session="${id}"]`, (row) =>
      [...row.querySelectorAll('.room, .changed, .saved')].map((line) => line.textContent).join('\n'),
    );
  const text = await eventually(look, holds);
  await popup.close();
  return text;
}

export function truth(world: World): void {
  const { guide } = world;
  const host = () => hostOf(world, mainSite(guide));
  const [one, other] = steady(guide);
  const visit = async (path: string, cookies: Record<string, string> = {}): Promise<Page> => {
    const set = Object.entries(cookies).map(([name, value]) => ({ name, value, domain: host() }));
    await world.driven.browser.setCookie(...set);
    const page = await world.driven.open(`https://${host()}/${path}`);
    await eventually(
      () => markedIds(page),
      (ids) => ids.length > 0,
    );
    return page;
  };

  describe('facts read from a page', () => {
    test('include the room, which the agenda and the briefing show', async ({ skip }) => {
      const { id } = needed(guide, skip, one, 'session of the main site that has not changed');
      const page = await visit(`event/${id}`);
      const room = await page.$eval('.list-single__location', (place) => place.textContent?.trim() ?? '');
      expect(await inAgenda(world, id, (text) => text.includes(room))).toContain(room);
      const briefing = () =>
        page.$eval('csg-briefing', ({ shadowRoot }) => shadowRoot?.querySelector('.facts')?.textContent ?? '');
      expect(await eventually(briefing, (text) => text.includes(room))).toContain(`Room${room}`);
    });

    test.for(world.isWhole ? ['', 'Asia/Kolkata'] : ['Asia/Kolkata'])(
      'include times that equal the guide’s, whatever zone the visitor chose (%s)',
      async (zone, { skip }) => {
        const session = needed(guide, skip, one, 'session of the main site that has not changed');
        const key = `seen:${session.id}`;
        await visit('list/descriptions?sessions=120', zone ? { timezone_display: encodeURIComponent(zone) } : {});
        const stored = () =>
          world.home.evaluate(() => chrome.storage.local.get(null)) as Promise<
            Record<string, { start: number; end: number }>
          >;
        const seen = (await eventually(stored, (all) => key in all))[key];
        expect([seen?.start, seen?.end]).toEqual(instantsOf(guide, session));
        expect(await inAgenda(world, session.id, (text) => text !== '')).not.toContain('Changed');
      },
    );

    world.anyBrowser('include that a session is missing from the full list, until it is back', async ({ skip }) => {
      const { gone } = needed(guide, skip, goneAndStayed(guide), 'session that left the schedule, and one that stayed');
      // A cookie, because a list with an unknown parameter may be filtered.
      await visit('list/simple', { replica: 'published' });
      const text = await inAgenda(world, gone.id, (now) => /no longer/u.test(now));
      expect(text).toMatch(/^Changed: .*no longer on the published schedule \(checked \w{3}, \w{3} \d+\)$/mu);
      await visit('list/simple?sessions=120', { replica: '' });
      expect(await inAgenda(world, gone.id, (now) => !/no longer/u.test(now))).not.toContain('no longer');
    });

    world.anyBrowser('do not include missing sessions if the list is partial', async ({ skip }) => {
      const { gone, stayed } = needed(guide, skip, goneAndStayed(guide), 'sessions of two days on the main site');
      await visit(`${dayOf(stayed)}/list/simple`);
      await inAgenda(world, stayed.id, (now) => now !== '');
      expect(await inAgenda(world, gone.id, () => true)).not.toContain('no longer');
    });

    world.anyBrowser('include the visitor’s star, as “Saved on Sched”', async ({ skip }) => {
      const [saved, not] = needed(guide, skip, one && other && [one, other], 'two sessions that have not changed');
      await visit('list/simple?sessions=120', { replica_user: 'somebody', saved: saved.id });
      expect(await inAgenda(world, saved.id, (now) => now !== '')).toContain('Saved on Sched');
      expect(await inAgenda(world, not.id, (now) => now !== '')).not.toContain('Saved on Sched');
    });

    world.anyBrowser('include files, which the card links to', async () => {
      const page = await world.driven.open(
        `https://${hostOf(world, busiestSite(guide))}/list/descriptions?sessions=120`,
      );
      const id = await page.$$eval('.event[data-csg-session]', (all) =>
        all.find((session) => session.parentElement?.querySelector('.sched-file'))?.getAttribute('data-csg-session'),
      );
      expect(id).toBeTruthy();
      await inAgenda(world, id ?? '', (now) => now !== '');
      const card = `csg-card[data-session="${id}"]`;
      await (await page.waitForSelector(inside(card, '.toggle')))?.click();
      await page.waitForSelector(inside(card, '.panel'));
      const text = await page.$eval(card, ({ shadowRoot }) => shadowRoot?.querySelector('.links')?.textContent);
      expect(text).toContain('Slides on this page');
    });
  });
}
