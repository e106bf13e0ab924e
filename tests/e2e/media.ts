import { describe, expect, test } from 'vitest';
import { atTheSameTime, beforeEvent } from './chosen.ts';
import { daysIn } from './expected.ts';
import { openSurface, pressChip, setClock } from './surface.ts';
import type { World } from './world.ts';

/** The size of an A4 page inside the default print margins, in CSS pixels. */
const PAPER = { width: 718, height: 1047 };

/** The surfaces in print and in forced colours. */
export function mediaFeatures(world: World): void {
  const { guide } = world;

  // Firefox's driver can emulate neither.
  describe.runIf(world.name === 'chrome')('the surfaces', () => {
    test('show states in forced colours', async () => {
      const page = await openSurface(world, 'popup.html', { ownTab: true });
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await pressChip(page, 'Not seen');
      await page.waitForSelector('.chip[aria-pressed=true]');
      await page.click('.list .star');
      await page.waitForSelector('.list .row.picked');
      const looks = await page.evaluate(() => {
        const style = (css: string) => getComputedStyle(document.querySelector(css) as Element);
        const pairs = {
          chip: ['.chip[aria-pressed=true]', '.chip[aria-pressed=false]', 'backgroundColor'],
          row: ['.row.picked', '.row:not(.picked)', 'outlineStyle'],
          tab: ['nav [aria-current]', 'nav button:not([aria-current])', 'borderBlockEndColor'],
        } as const;
        return Object.entries(pairs).map(([name, [on, off, what]]) => [name, style(on)[what] !== style(off)[what]]);
      });
      expect(Object.fromEntries(looks)).toEqual({ chip: true, row: true, tab: true });
    });

    test('print without page breaks inside a day', async () => {
      const page = await openSurface(world, 'agenda.html', { ...PAPER, ownTab: true });
      await page.emulateMediaType('print');
      const days = await page.$$eval('.day', (all) =>
        all.map((day) => ({ height: day.getBoundingClientRect().height, inside: getComputedStyle(day).breakInside })),
      );
      expect(days).toHaveLength(daysIn(guide).length);
      for (const { height, inside } of days) {
        expect(inside).toBe('avoid');
        expect(height).toBeLessThan(PAPER.height);
      }
      expect(await page.$eval('.find', (find) => find.checkVisibility())).toBe(false);

      // Before the event, sessions at the same time are grouped.
      await setClock(page, beforeEvent(guide));
      await page.waitForSelector('.now.before');
      const room = await page.$$eval('.cluster', (clusters) =>
        clusters.flatMap((cluster) => {
          const { left } = cluster.getBoundingClientRect();
          const times = [...cluster.querySelectorAll('.choose, .when')];
          return times.map((time) => time.getBoundingClientRect().left - left - cluster.clientLeft);
        }),
      );
      expect(room.length > 0).toBe(guide.sessions.some((session) => atTheSameTime(guide, session).length > 0));
      expect(room.filter((pixels) => pixels < 8)).toEqual([]);
    });
  });
}
