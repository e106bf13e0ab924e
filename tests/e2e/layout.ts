import { describe, expect, test } from 'vitest';
import { mainSite } from './chosen.ts';
import { hostOf, idsOf, inside, markedIds, type World } from './world.ts';

/** That nothing on a page moves when the extension comes. */
export function layout(world: World): void {
  const main = mainSite(world.guide);

  describe('layout', () => {
    test.runIf(world.name === 'chrome').each(['list/simple', 'list/descriptions', `event/${idsOf(world, main)[0]}`])(
      'of /%s does not shift when the extension comes',
      async (path) => {
        // Firefox reports no layout shifts.
        const page = await world.driven.browser.newPage();
        await page.evaluateOnNewDocument(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries())
              shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(`https://${hostOf(world, main)}/${path}`, { waitUntil: 'load' });
        await page.waitForSelector(path.startsWith('event') ? 'csg-briefing' : inside('csg-strip', '.strip'));
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
        expect(idsOf(world, main)).toContain((await markedIds(page))[0]);
      },
    );
  });
}
