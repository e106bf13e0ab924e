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

/** Media features, as a reader's system sets them. */
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
  /** What a reader can do with a card that is opened by the keyboard. */
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
    world.anyBrowser('in every style of a page, and at four times the size', async () => {
      const page = await open();
      for (const [name, content] of Object.entries(STYLES)) {
        const style = await page.addStyleTag({ content });
        await works(page, name);
        await style.evaluate((one) => one.remove());
      }
      await page.setViewport({ width: 320, height: 560, deviceScaleFactor: 4 });
      await works(page, 'in 320 pixels');
    });

    // Firefox's driver changes none of these.
    test.runIf(world.name === 'chrome')('with whatever a reader has asked the system for', async () => {
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
