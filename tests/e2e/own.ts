import { describe, expect, test } from 'vitest';
import { spread } from './chosen.ts';
import { openSurface, stored, textOf } from './surface.ts';
import { eventually, type World } from './world.ts';

export function ownFeatures(world: World): void {
  const { guide } = world;
  const few = spread(guide, 4).map(({ id }) => id);
  const [ID = '', OTHER = ''] = few;
  const row = (part: string) => `.list [data-session="${ID}"] ${part}`;

  /** The stored values, once a condition holds. */
  const storedWhen = (holds: (all: Record<string, unknown>) => boolean) => eventually(() => stored(world.home), holds);

  describe('the reader’s own data', () => {
    test('includes notes, which are saved while typing and shown in every window', async () => {
      const note = '<b>Ask</b> & “listen”\n\n☂ __proto__';
      const page = await openSurface(world, 'agenda.html', { width: 1100, height: 900 });
      await page.click(row('h3 button'));
      await page.waitForSelector(row('textarea'));
      await page.type(row('textarea'), note);
      const all = await storedWhen((now) => (now[`note:${ID}`] as { text?: string } | undefined)?.text === note);
      expect(all[`note:${ID}`]).toMatchObject({ id: ID, text: note });

      const other = await openSurface(world, 'sidepanel.html', { width: 360 });
      await other.waitForSelector(row('.noted'));
      await other.click(row('h3 button'));
      await other.waitForSelector(row('textarea'));
      expect(await other.$eval(row('textarea'), (field) => (field as HTMLTextAreaElement).value)).toBe(note);
      expect(await other.$(row('.mine b'))).toBeNull();
    });

    world.anyBrowser('includes picks and seen sessions, and windows do not overwrite each other', async () => {
      const first = await openSurface(world, 'popup.html');
      const second = await openSurface(world, 'agenda.html');
      const press = (page: typeof first, id: string) =>
        page.$eval(`.list [data-session="${id}"] .star`, (star) => (star as HTMLElement).click());
      await Promise.all(few.map((id, nth) => press(nth % 2 === 0 ? first : second, id)));
      const all = await storedWhen((now) => Object.keys(now).length === few.length);
      expect(Object.keys(all).sort()).toEqual(few.map((id) => `pick:${id}`).sort());
      await first.focus(row('h3 button'));
      await first.keyboard.press('w');
      await second.waitForSelector(row('.tags .done'));
    });

    world.anyBrowser(
      'is kept for sessions that are no longer in the guide, and can be removed and restored',
      async () => {
        await world.home.evaluate(() =>
          chrome.storage.local.set({
            'pick:ZZ9z': { id: 'ZZ9z', guide: 'older', at: 1, title: 'How to <i>herd</i> penguins' },
            'note:ZZ9z': { id: 'ZZ9z', guide: 'older', at: 1, text: 'Bring fish.' },
          }),
        );
        const page = await openSurface(world, 'popup.html');
        await page.waitForSelector('.gone');
        expect(await textOf(page, '.gone h2')).toBe('No longer in the guide');
        expect(await textOf(page, '.gone [data-session="ZZ9z"]')).toContain('How to <i>herd</i> penguins');
        expect(await textOf(page, '.gone [data-session="ZZ9z"]')).toContain('Bring fish.');
        await page.$eval('.gone .quiet', (button) => (button as HTMLElement).click());
        await storedWhen((now) => Object.keys(now).length === 0);
        await page.click('.done-bar .undo');
        expect(Object.keys(await storedWhen((now) => Object.keys(now).length === 2)).sort()).toEqual([
          'note:ZZ9z',
          'pick:ZZ9z',
        ]);
      },
    );

    test('is synced with the browser’s account only if that is switched on', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.click(row('.star'));
      await storedWhen((all) => `pick:${ID}` in all);
      const account = () => world.home.evaluate(() => chrome.storage.sync.get(null));
      expect(await account()).toEqual({});
      // Simulates another of the reader's devices.
      const pickElsewhere = () =>
        world.home.evaluate(
          (id, of) => chrome.storage.sync.set({ [`pick:${id}`]: { v: { id, guide: of, at: Date.now() } } }),
          OTHER,
          guide.id,
        );
      // The background waits seconds between two syncs, so the short run uses one sync for both directions.
      if (!world.isWhole) await pickElsewhere();
      await world.home.evaluate(() => chrome.storage.local.set({ 'pref:sync': true }));
      const there = await eventually(account, (all) => `pick:${ID}` in all);
      expect(there).toHaveProperty(`pick:${ID}`);
      if (world.isWhole) await pickElsewhere();
      await page.waitForSelector(`.list [data-session="${OTHER}"] .star[aria-pressed=true]`);
      await world.home.evaluate(() => Promise.all([chrome.storage.local.clear(), chrome.storage.sync.clear()]));
    });
  });
}
