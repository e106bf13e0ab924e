import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { mainSite, sessionsOn } from './chosen.ts';
import { hostOf, inside, type World } from './world.ts';

/** Position, font size and colours of parts of an element, which must not change when something opens. */
function look(page: Page, host: string, selector: string): Promise<unknown[]> {
  return page.$eval(
    host,
    ({ shadowRoot }, css) =>
      [...(shadowRoot?.querySelectorAll(css) ?? [])].map((part) => {
        const { x, width, height } = part.getBoundingClientRect();
        const { fontSize, color, backgroundColor } = getComputedStyle(part);
        return [...[x, width, height].map((pixels) => pixels.toFixed(1)), fontSize, color, backgroundColor].join(' ');
      }),
    selector,
  );
}

/** Panels of cards and the strip change nothing beside them, and come into view. */
export function openedFeatures(world: World): void {
  const { guide } = world;
  const main = mainSite(guide);
  const [session] = sessionsOn(guide, main);
  const CARD = `csg-card[data-session="${session?.id}"]`;
  const open = (path: string) => world.driven.open(`https://${hostOf(world, main)}/${path}`);

  describe('an open panel', () => {
    world.anyBrowser.each(['list/simple', 'replica/dark'])('of a card does not change its bar on /%s', async (path) => {
      const page = await open(path);
      const toggle = await page.waitForSelector(inside(CARD, '.toggle'));
      const bar = () => look(page, CARD, '.bar, .bar *');
      const before = await bar();
      await toggle?.focus();
      const focused = await bar();
      await page.keyboard.press('Enter');
      await page.waitForSelector(inside(CARD, '.panel'));
      expect(await bar()).toEqual(focused);
      await page.keyboard.press('Enter');
      await toggle?.evaluate((button) => (button as HTMLElement).blur());
      expect(await bar()).toEqual(before);
    });

    world.anyBrowser('of the strip does not change its buttons', async () => {
      const page = await open('list/simple');
      const about = await page.waitForSelector(inside('csg-strip', '[data-action=about]'));
      const tools = () => look(page, 'csg-strip', '.tools, .tools *');
      await about?.focus();
      const before = await tools();
      await page.keyboard.press('Enter');
      await page.waitForSelector(inside('csg-strip', '.about'));
      expect(await tools()).toEqual(before);
      await page.keyboard.press('Escape');
      expect(await page.$(inside('csg-strip', '.about'))).toBeNull();
      expect(await tools()).toEqual(before);
    });

    test('of a card scrolls into view at the lower edge of the window', async () => {
      const page = await open('list/simple?sessions=120');
      const toggle = await page.waitForSelector(inside(CARD, '.toggle'));
      await toggle?.evaluate((button) => {
        scrollBy(0, button.getBoundingClientRect().bottom - innerHeight + 4);
        (button as HTMLElement).focus({ preventScroll: true });
      });
      await page.keyboard.press('Enter');
      await page.waitForSelector(inside(CARD, '.panel'));
      const [bar = 0, top = 0, bottom = 0, height = 0] = await page.$eval(CARD, ({ shadowRoot }) => {
        const box = (css: string) => shadowRoot?.querySelector(css)?.getBoundingClientRect();
        return [box('.bar')?.top, box('.panel')?.top, box('.panel')?.bottom, innerHeight];
      });
      expect(bar).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThan(bar);
      expect(bottom).toBeLessThanOrEqual(height);
    });

    world.anyBrowser(
      'of the strip fits into windows of 390 and 768 pixels, where the strip covers no heading',
      async () => {
        const page = await open('list/simple?sessions=120');
        await page.waitForSelector(inside('csg-strip', '.tools'));
        for (const width of [390, 768]) {
          await page.setViewport({ width, height: 844 });
          const covered = await page.evaluate(() => {
            const strip = document
              .querySelector('csg-strip')
              ?.shadowRoot?.querySelector('.strip')
              ?.getBoundingClientRect();
            const list = document.querySelector('.list-simple');
            const headings = [...(list?.querySelectorAll('h2, h3, .sched-container-header') ?? [])];
            return headings
              .map((heading) => heading.getBoundingClientRect())
              .filter(
                (box) =>
                  strip && box.top < 300 && box.bottom > strip.top && box.top < strip.bottom && box.right > strip.left,
              ).length;
          });
          expect(covered, `${width} pixels`).toBe(0);
          await (await page.$(inside('csg-strip', '[data-action=about]')))?.click();
          await page.waitForSelector(inside('csg-strip', '.about'));
          const [top = -1, bottom = 0] = await page.$eval('csg-strip', ({ shadowRoot }) => {
            const box = shadowRoot?.querySelector('.strip')?.getBoundingClientRect();
            return [box?.top, box?.bottom];
          });
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(844);
          await page.keyboard.press('Escape');
          await page.waitForSelector(inside('csg-strip', '.about'), { hidden: true });
        }
      },
    );
  });
}
