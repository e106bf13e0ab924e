/** Our elements where a page or a reader shows everything otherwise (docs/reliability.md). */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { eventually, hostOf, idsOf, inside, type World } from './world.ts';

/** A style on the page, as an organiser or a reader's own style sheet sets it. */
const STYLES: Record<string, string> = {
  'from right to left': 'html { direction: rtl }',
  'in vertical lines': '.list-simple { writing-mode: vertical-rl }',
  'with letters twice as large': 'html { font-size: 32px } body { font-size: 200% }',
  'with letters spaced out':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
};

export function lookFaults(world: World): void {
  const site = busiestSite(world.guide);
  const ids = idsOf(world, site).sort();
  const [ID = ''] = ids;
  const card = `csg-card[data-session="${ID}"]`;

  const open = async (prepare: (page: Page) => Promise<unknown>) => {
    const page = await world.driven.browser.newPage();
    await prepare(page);
    await page.goto(`https://${hostOf(world, site)}/list/simple?sessions=120`, { waitUntil: 'load' });
    expect((await standing(page, ids.length)).cards).toEqual(ids);
    return page;
  };
  /** What a reader can do with a card that is opened by the keyboard. */
  const works = async (page: Page) => {
    const toggle = await page.waitForSelector(inside(card, '.toggle'));
    await toggle?.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(inside(card, '.panel .summary'));
    const look = () =>
      page.$eval(card, (host) => {
        const { shadowRoot } = host;
        const panel = shadowRoot?.querySelector('.panel') as HTMLElement;
        const { left, right, width, height } = panel.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(panel).fontSize);
        return {
          inView: left >= -1 && right <= document.documentElement.clientWidth + 1,
          room: width >= 200 && height >= 60,
          legible: size >= 12,
          moving: host.getAnimations({ subtree: true }).length + (shadowRoot?.getAnimations().length ?? 0),
        };
      });
    const right = { inView: true, room: true, legible: true, moving: 0 };
    expect(await eventually(look, (now) => JSON.stringify(now) === JSON.stringify(right))).toEqual(right);
    await page.keyboard.press('Escape');
    expect(await page.$eval(card, ({ shadowRoot }) => shadowRoot?.activeElement?.className)).toBe('toggle');
    await page.close();
  };

  describe('a card can be read and used', () => {
    world.anyBrowser.each(Object.keys(STYLES))('on a page %s', async (name) => {
      const page = await open(async () => {});
      await page.addStyleTag({ content: STYLES[name] ?? '' });
      await works(page);
    });

    world.anyBrowser('in 320 pixels, as at four times the size', async () => {
      await works(await open((page) => page.setViewport({ width: 320, height: 560, deviceScaleFactor: 4 })));
    });

    // Firefox's driver changes none of these.
    test.runIf(world.name === 'chrome').each([
      ['forced-colors', 'active'],
      ['prefers-reduced-motion', 'reduce'],
      ['prefers-color-scheme', 'dark'],
      ['prefers-contrast', 'more'],
    ])('with %s: %s', async (name, value) => {
      const page = await open(async (fresh) => {
        const client = await fresh.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
      });
      const mark = await page.$eval(
        `[data-csg-session="${ID}"] a`,
        (link) => getComputedStyle(link, '::before').content,
      );
      expect(mark).toContain(world.guide.subject);
      await works(page);
    });
  });
}
