import type { KeyInput, Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { spread } from './chosen.ts';
import { openSurface } from './surface.ts';
import { eventually, type World } from './world.ts';

/** Walks through the extension's pages with the keyboard: no key press may lose the focus. */
export function focusWalk(world: World): void {
  const { guide } = world;
  const [ONE = '', TWO = ''] = spread(guide, 2).map(({ id }) => id);
  const row = (id: string) => `.list [data-session="${id}"]`;
  const star = (id: string) => `${row(id)} .star`;

  /** Presses keys in turn. Returns those after which nothing had the focus, with the element that had it before. */
  async function walk(page: Page, keys: readonly KeyInput[]): Promise<string[]> {
    const falls: string[] = [];
    let before = '';
    for (const key of keys) {
      await page.keyboard.press(key);
      const at = () =>
        page.evaluate(() => {
          const { activeElement } = document;
          return activeElement && activeElement !== document.body ? activeElement.outerHTML.slice(0, 80) : '';
        });
      const now = await eventually(at, (html) => html !== '', 300);
      if (!now) falls.push(`${key} at ${before}`);
      before = now || before;
    }
    return falls;
  }
  const times = (count: number, ...keys: KeyInput[]) => Array.from({ length: count }, () => keys).flat();
  const pick = (ids: string[]) =>
    world.home.evaluate(
      (values) => chrome.storage.local.set(values),
      Object.fromEntries(ids.map((id) => [`pick:${id}`, { id, guide: guide.id, at: 1 }])),
    );

  describe('the focus is never lost', () => {
    world.anywhere.each([
      ['popup.html', 440],
      ['sidepanel.html', 320],
      ['agenda.html', 1100],
    ])('in %s', async (file, width) => {
      await pick([ONE, TWO]);
      const page = await openSurface(world, `${file}?only=picked&order=day`, { width, height: 700 });
      await page.waitForSelector(star(TWO));
      // Unpicks both under “My picks”, which removes them from the list, and undoes one.
      await page.focus(star(ONE));
      expect(await walk(page, ['Enter', 'Tab', 'Enter', 'Enter', 'Enter'])).toEqual([]);
      // Searches without a result, and clears the search.
      await page.focus('[role=searchbox]');
      expect(await walk(page, ['z', 'q', 'x', 'Escape', 'Tab', 'Tab'])).toEqual([]);
      // Opens, closes, picks and marks a row as seen by key press, and undoes the last.
      await page.$eval('.chip[aria-pressed=true]', (chip) => (chip as HTMLElement).click());
      await page.waitForSelector(`${row(ONE)} h3 button`);
      await page.focus(`${row(ONE)} h3 button`);
      expect(await walk(page, ['Enter', 'Tab', 'Tab', 'Escape', 's', 'w', 'Tab', 'Enter', 'ArrowDown'])).toEqual([]);
      // Every tab of the surface.
      await page.focus('.head nav button');
      expect(await walk(page, ['Tab', 'Enter', 'Tab', 'Enter', 'Tab', 'Tab', 'Tab'])).toEqual([]);
    });

    world.anywhere('in the options in 320 pixels', async () => {
      const options = await openSurface(world, 'options.html', { width: 320, height: 900 });
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await options.evaluate(overflow)).toBe(0);
      await options.focus('input');
      // Toggles switches, and undoes the last.
      expect(await walk(options, times(6, ' ', 'Tab'))).toEqual([]);
      await options.focus('.done-bar .undo');
      await options.keyboard.press('Enter');
      await options.waitForSelector('.done-bar .undo', { hidden: true });
      const isIn = () => options.evaluate(() => document.activeElement?.matches('input') ?? false);
      expect(await eventually(isIn, Boolean)).toBe(true);
    });
  });
}
