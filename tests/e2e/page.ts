import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, eventually, hostOf, inside, type World } from './world.ts';

const ID = '28D0g';
const CARD = `csg-card[data-session="${ID}"]`;
const BRIEFING = `csg-briefing[data-session="${ID}"]`;

/** All text in the shadow root of one of our elements. */
function textIn(page: Page, host: string): Promise<string> {
  return page.$eval(host, (element) => element.shadowRoot?.querySelector('section')?.textContent ?? '');
}

async function openCard(world: World, path = 'list/simple?sessions=120'): Promise<Page> {
  const page = await world.driven.open(`https://${hostOf(world, 'colocated')}/${path}`);
  const toggle = await page.waitForSelector(inside(CARD, '.toggle'));
  await toggle?.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector(inside(CARD, '.panel'));
  return page;
}

export function pageFeatures(world: World): void {
  const session = world.guide.sessions.find(({ id }) => id === ID);
  if (!session) throw new Error(`the guide has no session ${ID}`);

  describe('a card', () => {
    test('is closed until its button is pressed, then says all that the guide knows', async () => {
      const page = await openCard(world);
      const text = await textIn(page, CARD);
      for (const part of [
        session.takeaway,
        session.summary,
        session.why,
        'Kapil Agrawal',
        '10:40 – 11:05 AM',
        'From Squire To Network Knight',
        'How UW Madison Monitors 25+ Clusters',
        'IPv6',
        'NAT46/64',
        'TikTok',
        'Case study',
        'CiliumCon recordings',
        world.guide.source.title,
      ]) {
        expect(text.replace(/\s/gu, ' ')).toContain(part);
      }
      expect(
        await page.$$eval(
          'csg-card',
          (cards) => cards.filter((card) => card.shadowRoot?.querySelector('.panel')).length,
        ),
      ).toBe(1);
    });

    test('opens and closes with the keyboard, and the focus stays at its button', async () => {
      const page = await openCard(world);
      const state = () =>
        page.$eval(CARD, ({ shadowRoot }) => ({
          expanded: shadowRoot?.querySelector('.toggle')?.getAttribute('aria-expanded'),
          focused: shadowRoot?.activeElement?.className,
          panels: shadowRoot?.querySelectorAll('.panel').length,
        }));
      expect(await state()).toEqual({ expanded: 'true', focused: 'toggle', panels: 1 });
      await page.keyboard.press('Escape');
      expect(await state()).toEqual({ expanded: 'false', focused: 'toggle', panels: 0 });
      await page.keyboard.press(' ');
      await page.waitForSelector(inside(CARD, '.panel'));
      await page.keyboard.press('Tab');
      expect(await page.$eval(CARD, ({ shadowRoot }) => shadowRoot?.activeElement?.closest('.panel') !== null)).toBe(
        true,
      );
    });

    test('has an accessible name and stands right after its session', async () => {
      const page = await openCard(world, 'list/descriptions?sessions=120');
      const card = await page.$eval(CARD, (host) => ({
        label: host.getAttribute('aria-label'),
        after: (host.previousElementSibling as HTMLElement).dataset.csgSession,
        open: host.shadowRoot?.mode,
      }));
      expect(card).toEqual({ label: `Cilium guide: ${session.title}`, after: ID, open: 'open' });
    });

    test('takes no room before it is opened, so that nothing on the page moves when it comes', async () => {
      const page = await openCard(world);
      await page.keyboard.press('Escape');
      const heights = await page.$$eval('csg-card', (cards) =>
        cards.map((card) => card.getBoundingClientRect().height),
      );
      expect(new Set(heights)).toEqual(new Set([0]));
    });

    test('goes and comes back with its session', async () => {
      const page = await openCard(world);
      const cards = () => page.$$eval('csg-card', (all) => all.filter((card) => !(card as HTMLElement).hidden).length);
      const hide = (display: string) =>
        page.$$eval(
          '[data-csg-session]',
          (all, value) => {
            for (const el of all) (el as HTMLElement).style.setProperty('display', value);
          },
          display,
        );
      await hide('none');
      expect(await eventually(cards, (count) => count === 0)).toBe(0);
      await hide('');
      expect(await eventually(cards, (count) => count === 10)).toBe(10);
      await page.$$eval('[data-csg-session]', (all) => {
        for (const el of all) el.remove();
      });
      expect(
        await eventually(
          async () => (await page.$$('csg-card')).length,
          (count) => count === 0,
        ),
      ).toBe(0);
    });

    test('is put back when the page removes it, and one is enough when the page draws itself anew', async () => {
      const page = await openCard(world);
      await page.$eval(CARD, (card) => card.remove());
      expect(await page.$$(CARD)).toHaveLength(1);
      await page.evaluate(async () => {
        const { replica } = window as unknown as { replica: { rerender(): Promise<void> } };
        for (let times = 0; times < 20; times++) await replica.rerender();
      });
      const cards = () => page.$$eval('csg-card', (all) => all.map((card) => (card as HTMLElement).dataset.session));
      const settled = await eventually(cards, (all) => all.length === 10);
      expect(new Set(settled).size).toBe(10);
      expect(settled).toHaveLength(10);
    });

    test.each(['light', 'dark'])('has nothing for axe to find on a %s page', async (theme) => {
      const path = theme === 'dark' ? 'replica/dark' : 'list/simple?sessions=120';
      const page = await openCard(world, path);
      expect(await page.$eval(CARD, (card) => (card as HTMLElement).dataset.theme)).toBe(theme);
      expect(await axeFindings(page, CARD)).toEqual([]);
    });

    test('lies over the page where its place is narrow', async () => {
      const page = await openCard(world, 'grid');
      const panel = await page.$eval(CARD, ({ shadowRoot }) => {
        const box = shadowRoot?.querySelector('.panel')?.getBoundingClientRect();
        return { width: box?.width ?? 0, left: box?.left ?? -1, right: box?.right ?? Number.POSITIVE_INFINITY };
      });
      expect(panel.width).toBeGreaterThan(300);
      expect(panel.left).toBeGreaterThanOrEqual(0);
      expect(panel.right).toBeLessThanOrEqual(1280);
    });
  });

  describe('the briefing', () => {
    const open = async (path: string) => {
      const page = await world.driven.open(`https://${hostOf(world, 'colocated')}/event/${path}`);
      await page.waitForSelector(BRIEFING);
      return page;
    };

    test.each([`${ID}/any-slug`, ID, `${ID}/`, `${ID}/x?iframe=yes&w=100%&sidebar=yes&bg=no`])(
      'stands open under the title of /event/%s',
      async (path) => {
        const page = await open(path);
        const place = await page.$eval(BRIEFING, (host) => ({
          after: host.previousElementSibling?.className,
          role: host.getAttribute('role'),
          label: host.getAttribute('aria-label'),
        }));
        expect(place).toEqual({ after: 'list-single__event', role: 'region', label: `Cilium guide: ${session.title}` });
        expect(await page.$$('csg-briefing')).toHaveLength(1);
        expect(
          await page.$eval('.list-single__event .event', (title) => (title as HTMLElement).dataset.csgSession),
        ).toBe(ID);
        expect(await page.$$(CARD)).toHaveLength(0);
      },
    );

    test('is found by the address for sharing where the path has none of Sched’s short ids', async () => {
      const list = await world.driven.open(`https://${hostOf(world, 'colocated')}/list/simple`);
      const hash = await list.$eval(`a[href*="event/${ID}/"]`, (link) => link.id);
      await open(hash);
    });

    test('says what the card says, the neighbours in the guide and the alternatives on either site', async () => {
      const page = await open(ID);
      const text = (await textIn(page, BRIEFING)).replace(/\s/gu, ' ');
      for (const part of [session.summary, session.why, 'Same time', 'Previous in the guide', 'Next in the guide']) {
        expect(text).toContain(part);
      }
      const links = await page.$eval(BRIEFING, ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('a') ?? [])].map((a) => a.href),
      );
      expect(links).toContain(`https://${hostOf(world, 'colocated')}/event/28F6G`);
      expect(links).toContain(`https://${hostOf(world, 'main')}/event/27FbS`);
      expect(links.every((href) => href.startsWith('https://'))).toBe(true);
    });

    test.each(['light', 'dark'])('has nothing for axe to find in %s, in part and whole', async (theme) => {
      const page = await open(ID);
      await page.$eval(BRIEFING, (host, name) => host.setAttribute('data-theme', name), theme);
      expect(await axeFindings(page, BRIEFING)).toEqual([]);
      const heights = () => page.$eval(BRIEFING, (host) => host.getBoundingClientRect().height);
      expect(await heights()).toBe(380);
      await (await page.$(inside(BRIEFING, '.all')))?.click();
      expect(await heights()).toBeGreaterThan(380);
      expect(await axeFindings(page, BRIEFING)).toEqual([]);
    });

    test('is not there on the page of any other session', async () => {
      const list = await world.driven.open(`https://${hostOf(world, 'colocated')}/list/simple`);
      const other = await list.$eval('.event:not([data-csg-session]) > a', (link) => (link as HTMLAnchorElement).href);
      const page = await world.driven.open(other);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await page.$$('csg-briefing')).toHaveLength(0);
      expect(await page.$$('[data-csg-session]')).toHaveLength(0);
    });
  });
}
