import { describe, expect, test } from 'vitest';
import { mainSite } from './chosen.ts';
import { hostOf, idle, idsOf, inside, markedIds, type World } from './world.ts';

type Shift = PerformanceEntry & { sources: { previousRect: DOMRect; currentRect: DOMRect }[] };

/** Tests that nothing on a page moves when the extension starts. */
export function layout(world: World): void {
  const main = mainSite(world.guide);

  describe('layout', () => {
    // Firefox reports no layout shifts.
    test
      .runIf(world.name === 'chrome')
      .each(['list/simple?sessions=542', 'list/descriptions?sessions=542', `event/${idsOf(world, main)[0]}`])(
      'of /%s does not shift when the extension starts',
      // A slow page sometimes shifts by itself. A shift caused by the extension would happen each time.
      { retry: 2 },
      async (path) => {
        const page = await world.driven.browser.newPage();
        await page.evaluateOnNewDocument(() => {
          const moved: DOMRect[] = [];
          Object.assign(globalThis, { moved });
          new PerformanceObserver((entries) => {
            for (const { sources } of entries.getEntries() as Shift[])
              moved.push(...sources.flatMap(({ previousRect, currentRect }) => [previousRect, currentRect]));
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(`https://${hostOf(world, main)}/${path}`, { waitUntil: 'load' });
        await page.waitForSelector(path.startsWith('event') ? 'csg-briefing' : inside('csg-strip', '.strip'));
        await idle(page);
        expect(idsOf(world, main)).toContain((await markedIds(page))[0]);
        const moved = await page.evaluate(() => {
          const programme = document.querySelector('#sched-content-inner')?.getBoundingClientRect().top ?? 0;
          // On a busy machine the page's own bar above its programme shifts, even without the extension.
          return (globalThis as unknown as { moved: DOMRect[] }).moved
            .filter(({ bottom }) => bottom > programme)
            .map(({ x, y, width, height }) => ({ x, y, width, height }));
        });
        expect(moved).toEqual([]);
      },
    );
  });
}
