import { describe, expect } from 'vitest';
import type { SessionFile } from '../../data/schema.ts';
import { needed } from './chosen.ts';
import { axeFindings, hostOf, inside, type World } from './world.ts';

/** Terms in texts, with their explanations. */
export function termFeatures(world: World): void {
  const { guide } = world;

  describe('a term', () => {
    world.anyBrowser(
      'shows its explanation on focus and hover until Escape, which does not close the card',
      async ({ skip }) => {
        const isCommaAfterTerm = ({ terms, summary }: SessionFile) =>
          guide.terms.some(({ id, name }) => {
            const at = summary.indexOf(name);
            return terms.includes(id) && at >= 0 && ',.;'.includes(summary.charAt(at + name.length) || ' ');
          });
        const withComma = guide.sessions.find(isCommaAfterTerm);
        const explained = withComma ?? guide.sessions.find(({ terms }) => terms.length > 0);
        const { id, site } = needed(guide, skip, explained, 'session with a term');
        const page = await world.driven.open(`https://${hostOf(world, site)}/list/simple?sessions=120`);
        const card = `csg-card[data-session="${id}"]`;
        await (await page.waitForSelector(inside(card, '.toggle')))?.click();
        const term = await page.waitForSelector(inside(card, '.term'));
        const apart = await page.$eval(card, ({ shadowRoot }) => {
          const panel = shadowRoot?.querySelector('.panel') as HTMLElement;
          const kept = [...panel.querySelectorAll('.keep')];
          const widths = Array.from({ length: 30 }, (_, nth) => 260 + nth * 5);
          const wrapped = widths.filter((width) => {
            panel.style.inlineSize = `${width}px`;
            return kept.some((keep) => {
              const comma = document.createRange();
              comma.selectNodeContents(keep.lastChild as Node);
              const { bottom = 0 } = [...(keep.firstElementChild?.getClientRects() ?? [])].at(-1) ?? {};
              return comma.getBoundingClientRect().top >= bottom;
            });
          });
          panel.style.inlineSize = '';
          return { some: kept.length > 0, wrapped };
        });
        // A comma never wraps to the line after its term.
        expect(apart).toEqual({ some: withComma !== undefined, wrapped: [] });
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
