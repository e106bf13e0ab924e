import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { eventually, hostOf, inside, markedIds, type World } from './world.ts';

/** What the agenda says of a session beside what the guide says, once the storage was read. */
async function inAgenda(world: World, id: string, holds: (text: string) => boolean): Promise<string> {
  const popup = await world.driven.openExtension('popup.html');
  const look = () =>
    popup.$eval(`[data-session="${id}"]`, (row) =>
      [...row.querySelectorAll('.what > .seen, .what > .changed')].map((line) => line.textContent).join('\n'),
    );
  const text = await eventually(look, holds);
  await popup.close();
  return text;
}

export function truth(world: World): void {
  const host = () => hostOf(world, 'main');
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

  describe('what the page says', () => {
    test('of a room is in the agenda and in the briefing, without any request', async () => {
      const page = await visit('event/27FXg');
      const room = await page.$eval('.list-single__location', (place) => place.textContent?.trim() ?? '');
      expect(await inAgenda(world, '27FXg', (text) => text.includes(room))).toBe(room);
      const briefing = () =>
        page.$eval('csg-briefing', ({ shadowRoot }) => shadowRoot?.querySelector('.facts')?.textContent ?? '');
      expect(await eventually(briefing, (text) => text.includes(room))).toContain(`Room${room}`);
    });

    test.each(['', 'Asia/Kolkata', 'Pacific/Auckland'])(
      'of times is the guide’s, whatever zone the visitor chose (%s)',
      async (zone) => {
        await visit('list/descriptions?sessions=120', zone ? { timezone_display: encodeURIComponent(zone) } : {});
        const stored = () =>
          world.home.evaluate(() => chrome.storage.local.get(null)) as Promise<
            Record<string, { start: number; end: number }>
          >;
        const seen = await eventually(stored, (all) => 'seen:27Nnr' in all);
        expect(new Date(seen['seen:27Nnr']?.start ?? 0).toISOString()).toBe('2025-11-11T16:15:00.000Z');
        expect(new Date(seen['seen:27Nnr']?.end ?? 0).toISOString()).toBe('2025-11-11T16:45:00.000Z');
        expect(await inAgenda(world, '27Nnr', (text) => text !== '')).not.toContain('Changed');
      },
    );

    test('of a session that the full list no longer has is that it is no longer on the schedule', async () => {
      await visit('list/simple?replica=published&sessions=120');
      const text = await inAgenda(world, '27FaL', (now) => now !== '');
      expect(text).toMatch(/^Changed since the guide: .*no longer on the published schedule$/u);
      await visit('list/simple?sessions=120');
      expect(await inAgenda(world, '27FaL', (now) => !/no longer/u.test(now))).not.toContain('no longer');
    });

    test('of a part of the programme says nothing of the rest', async () => {
      await visit('2025-11-11/list/simple');
      await inAgenda(world, '27FXg', (now) => now !== '');
      expect(await inAgenda(world, '27FaL', () => true)).toBe('');
    });

    test('of the visitor’s own star is “in your Sched”', async () => {
      await visit('list/simple?sessions=120', { replica_user: 'somebody', saved: '27Nnr' });
      expect(await inAgenda(world, '27Nnr', (now) => now !== '')).toContain('in your Sched');
      expect(await inAgenda(world, '27FXg', (now) => now !== '')).not.toContain('in your Sched');
    });

    test('of files is on the card', async () => {
      const page = await world.driven.open(`https://${hostOf(world, 'colocated')}/list/descriptions?sessions=120`);
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
