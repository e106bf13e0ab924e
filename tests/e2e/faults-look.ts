/** The extension's elements with unusual styles of a page or settings of a reader (docs/reliability.md). */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { eventually, hostOf, idsOf, inside, type World } from './world.ts';

/** Styles that an organiser's or a reader's style sheet may set. */
const STYLES: Record<string, string> = {
  'from right to left': 'html { direction: rtl }',
  'in vertical writing mode': '.list-simple { writing-mode: vertical-rl }',
  'with text twice as large': 'html { font-size: 32px } body { font-size: 200% }',
  'with wide text spacing':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
};

/** Media features that a reader's system may set. */
const WISHES = {
  'forced-colors': 'active',
  'prefers-reduced-motion': 'reduce',
  'prefers-color-scheme': 'dark',
  'prefers-contrast': 'more',
};

export function lookFaults(world: World): void {
  const site = busiestSite(world.guide);
  const ids = idsOf(world, site).sort();
  const [ID = ''] = ids;
  const card = `csg-card[data-session="${ID}"]`;

  const open = async () => {
    const page = await world.driven.browser.newPage();
    await page.goto(`https://${hostOf(world, site)}/list/simple?sessions=120`, { waitUntil: 'load' });
    expect((await standing(page, ids.length)).cards).toEqual(ids);
    return page;
  };
  /** Opens a card with the keyboard, and checks that it can be read and closed. */
  const works = async (page: Page, what: string) => {
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
    expect(await eventually(look, (now) => JSON.stringify(now) === JSON.stringify(right)), what).toEqual(right);
    await page.keyboard.press('Escape');
    expect(await page.$eval(card, ({ shadowRoot }) => shadowRoot?.activeElement?.className), what).toBe('toggle');
  };

  describe('a card can be read and used', () => {
    world.anyBrowser('with every style of a page, and at four times the size', async () => {
      const page = await open();
      for (const [name, content] of Object.entries(STYLES)) {
        const style = await page.addStyleTag({ content });
        await works(page, name);
        await style.evaluate((one) => one.remove());
      }
      await page.setViewport({ width: 320, height: 560, deviceScaleFactor: 4 });
      await works(page, 'in 320 pixels');
    });

    // Firefox's driver can't set media features.
    test.runIf(world.name === 'chrome')('with every accessibility setting of the system', async () => {
      const page = await open();
      const client = await page.createCDPSession();
      for (const [name, value] of Object.entries(WISHES)) {
        await client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
        const mark = await page.$eval(
          `[data-csg-session="${ID}"] a`,
          (link) => getComputedStyle(link, '::before').content,
        );
        expect(mark, name).toContain(world.guide.subject);
        await works(page, name);
      }
    });
  });
}
