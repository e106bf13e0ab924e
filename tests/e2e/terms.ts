import { describe, expect } from 'vitest';
import { needed } from './chosen.ts';
import { axeFindings, hostOf, inside, type World } from './world.ts';

/** The words of a text that explain themselves. */
export function termFeatures(world: World): void {
  const { guide } = world;

  describe('a term', () => {
    world.anyBrowser(
      'explains itself on focus and pointer, until Escape, without closing the card',
      async ({ skip }) => {
        const explained = guide.sessions.find(({ terms }) => terms.length > 0);
        const { id, site } = needed(guide, skip, explained, 'session with a term');
        const page = await world.driven.open(`https://${hostOf(world, site)}/list/simple?sessions=120`);
        const card = `csg-card[data-session="${id}"]`;
        await (await page.waitForSelector(inside(card, '.toggle')))?.click();
        const term = await page.waitForSelector(inside(card, '.term'));
        const tip = () =>
          page.$eval(
            card,
            ({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('.term') as Element, '::after').position,
          );
        expect(await tip()).toBe('static');
        await term?.focus();
        expect(await tip()).toBe('absolute');
        await page.keyboard.press('Escape');
        expect(await tip()).toBe('static');
        expect(await page.$(inside(card, '.panel'))).not.toBeNull();
        await page.keyboard.press('Tab');
        await term?.hover();
        expect(await tip()).toBe('absolute');
        expect(await axeFindings(page, card)).toEqual([]);
      },
    );
  });
}
