import { describe, expect, test } from 'vitest';
import { mainSite, spread } from './chosen.ts';
import { openSurface, stored, textOf } from './surface.ts';
import { eventually, hostOf, type World } from './world.ts';

export function optionsFeatures(world: World): void {
  const { guide } = world;
  const host = () => hostOf(world, mainSite(guide));

  /** Clicks the control with this name. */
  const press = (page: Awaited<ReturnType<typeof openSurface>>, name: string) =>
    page.$$eval(
      'label, button',
      (all, wanted) => {
        const found = all.filter((one) => one.checkVisibility()).find((one) => one.textContent?.trim() === wanted);
        if (!found) throw new Error(`no control is called ${wanted}`);
        (found.querySelector('input') ?? (found as HTMLElement)).click();
      },
      name,
    );

  describe('the options', () => {
    test('change the colour of marks, cards and agenda at once, even on open pages', async () => {
      const list = await world.driven.open(`https://${host()}/list/simple`);
      await list.waitForSelector('csg-card');
      const colours = () =>
        list.evaluate(() => {
          const mark = document.querySelector('a[data-csg-link="guide"], [data-csg-kind="guide"] > a');
          const star = document.querySelector('csg-card')?.shadowRoot?.querySelector('.star');
          return [
            mark && getComputedStyle(mark, '::before').backgroundColor,
            star && getComputedStyle(star).getPropertyValue('--mark'),
          ];
        });
      expect((await colours())[0]).toBe('rgb(255, 197, 61)');
      const page = await openSurface(world, 'options.html', { width: 1000, height: 900 });
      await press(page, 'Sky blue');
      const sky = await eventually(colours, ([mark]) => mark === 'rgb(86, 180, 233)');
      expect(sky).toEqual(['rgb(86, 180, 233)', '#56b4e9']);
      const popup = await openSurface(world, 'popup.html');
      const accent = () =>
        popup.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--mark').trim());
      expect(await eventually(accent, (now) => now === '#56b4e9')).toBe('#56b4e9');
    });

    world.anyBrowser('switch a part off on open pages, and set the theme of the surfaces', async () => {
      const list = await world.driven.open(`https://${host()}/list/simple`);
      await list.waitForSelector('csg-strip');
      const page = await openSurface(world, 'options.html', { width: 1000, height: 900 });
      await press(page, 'Toolbar above lists');
      expect(
        await eventually(
          () => list.$('csg-strip'),
          (strip) => strip === null,
        ),
      ).toBeNull();
      await press(page, 'Dark');
      await eventually(
        () => stored(page),
        (all) => all['pref:theme'] === 'dark',
      );
      const popup = await openSurface(world, 'popup.html');
      await popup.waitForSelector('html[data-theme=dark]');
      expect(await popup.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 28, 46)');
    });

    world.anyBrowser('remove everything after confirmation, and undo restores it exactly', async () => {
      const [{ id } = { id: '' }] = spread(guide, 1);
      const own = {
        [`pick:${id}`]: { id, guide: guide.id, at: 1_764_000_000_000 },
        [`note:${id}`]: { id, guide: guide.id, at: 1_764_000_000_002, text: 'mine' },
        'off:cards': true,
        'pref:alarm': 15,
      };
      await world.home.evaluate((values) => chrome.storage.local.set(values), own);
      const page = await openSurface(world, 'options.html', { width: 1000, height: 900 });
      await eventually(
        () => textOf(page, 'main'),
        (text) => /1 note/u.test(text),
      );
      await press(page, 'Reset everything…');
      // Cancel has the focus, and nothing has been removed yet.
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      expect(await eventually(focused, (text) => text === 'Cancel')).toBe('Cancel');
      expect(await stored(page)).toEqual(own);
      await page.keyboard.press('Enter');
      expect(await stored(page)).toEqual(own);
      await press(page, 'Reset everything…');
      await press(page, 'Remove everything');
      await eventually(
        () => stored(page),
        (all) => Object.keys(all).length === 0,
      );
      await press(page, 'Undo');
      const back = await eventually(
        () => stored(page),
        (all) => Object.keys(all).length === 4,
      );
      expect(back).toEqual(own);
    });
  });
}
