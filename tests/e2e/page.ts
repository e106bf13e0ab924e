import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { atTheSameTime, fullest, sessionOf, sessionsOn } from './chosen.ts';
import { clock, instantsOf, plain } from './expected.ts';
import { axeFindings, eventually, hostOf, idle, inside, type World } from './world.ts';

/** All text in the shadow root of an element. */
function textIn(page: Page, host: string): Promise<string> {
  return page.$eval(host, (element) => element.shadowRoot?.querySelector('section')?.textContent ?? '');
}

/** CSS pixels between the last visible line of text and the lower edge of an element; negative if the edge cuts a line. */
function roomBelowText(page: Page, host: string): Promise<number> {
  return page.$eval(host, ({ shadowRoot }) => {
    const section = shadowRoot?.querySelector('section');
    const edge = section?.getBoundingClientRect() ?? new DOMRect();
    const lines = [...(section?.children ?? [])]
      .filter((part) => !part.matches('.foot'))
      .flatMap((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return [...range.getClientRects()];
      })
      // Lines in further columns are completely hidden.
      .filter(({ left }) => left < edge.right);
    return edge.bottom - Math.max(...lines.map(({ bottom }) => bottom));
  });
}

export function pageFeatures(world: World): void {
  const { guide } = world;
  const session = fullest(guide);
  const { id: ID, site } = session;
  const CARD = `csg-card[data-session="${ID}"]`;
  const BRIEFING = `csg-briefing[data-session="${ID}"]`;
  const onSite = sessionsOn(guide, site).length;
  // Firefox's driver can't set a theme.
  const themes = world.name === 'chrome' ? ['light', 'dark'] : ['light'];
  const label = `${guide.subject} guide: ${session.title}`;
  const related = session.related.map(({ id }) => sessionOf(guide, id));
  const names = session.speakers.flatMap(({ name, organisation = '' }) => [name, organisation]);
  const topics = guide.topics.filter(({ id }) => session.topics.includes(id)).map(({ name }) => name);
  const links = session.links.flatMap((link) => link.label ?? []);

  const openCard = async (path = 'list/simple?sessions=120'): Promise<Page> => {
    const page = await world.driven.open(`https://${hostOf(world, site)}/${path}`);
    const toggle = await page.waitForSelector(inside(CARD, '.toggle'));
    await toggle?.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(inside(CARD, '.panel'));
    return page;
  };

  describe('a card', () => {
    test('is closed until its button is pressed, then shows everything in the guide', async () => {
      const page = await openCard();
      const text = await textIn(page, CARD);
      for (const part of [
        session.takeaway,
        session.summary,
        session.why,
        ...names,
        ...topics,
        ...links,
        ...[...related, ...atTheSameTime(guide, session)].map(({ title }) => title),
        clock(instantsOf(guide, session)[1], guide.zone),
        guide.source.title,
      ]) {
        expect(plain(text)).toContain(part);
      }
      expect(
        await page.$$eval(
          'csg-card',
          (cards) => cards.filter((card) => card.shadowRoot?.querySelector('.panel')).length,
        ),
      ).toBe(1);
    });

    world.anyGuide('opens and closes with the keyboard, and keeps the focus on its button', async () => {
      const page = await openCard();
      const state = () =>
        page.$eval(CARD, ({ shadowRoot }) => ({
          expanded: shadowRoot?.querySelector('.toggle')?.getAttribute('aria-expanded'),
          focused: shadowRoot?.activeElement?.className,
          panels: shadowRoot?.querySelectorAll('.panel').length,
        }));
      expect(await state()).toEqual({ expanded: 'true', focused: 'toggle', panels: 1 });
      await page.keyboard.press('Escape');
      expect(await state()).toEqual({ expanded: 'false', focused: 'toggle', panels: 0 });
      // Closed cards take up no space, so that they cause no layout shift.
      const heights = await page.$$eval('csg-card', (cards) =>
        cards.map((card) => card.getBoundingClientRect().height),
      );
      expect(new Set(heights)).toEqual(new Set([0]));
      await page.keyboard.press(' ');
      await page.waitForSelector(inside(CARD, '.panel'));
      await page.keyboard.press('Tab');
      expect(await page.$eval(CARD, ({ shadowRoot }) => shadowRoot?.activeElement?.closest('.panel') !== null)).toBe(
        true,
      );
    });

    world.anyBrowser('has a name, follows its session, and is hidden, shown and removed with it', async () => {
      const page = await openCard('list/descriptions?sessions=120');
      const card = await page.$eval(CARD, (host) => ({
        label: host.getAttribute('aria-label'),
        after: (host.previousElementSibling as HTMLElement).dataset.csgSession,
        open: host.shadowRoot?.mode,
      }));
      expect(card).toEqual({ label, after: ID, open: 'open' });
      await page.$eval(CARD, (card) => card.remove());
      expect(await page.$$(CARD)).toHaveLength(1);
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
      expect(await eventually(cards, (count) => count === onSite)).toBe(onSite);
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

    world.anywhere.each(themes)('has no axe violations on a %s page', async (theme) => {
      const path = theme === 'dark' ? 'replica/dark' : 'list/simple?sessions=120';
      const page = await openCard(path);
      expect(await page.$eval(CARD, (card) => (card as HTMLElement).dataset.theme)).toBe(theme);
      expect(await axeFindings(page, CARD)).toEqual([]);
    });

    world.anywhere('opens over the page if its place is narrow', async () => {
      const page = await openCard('grid');
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
      const page = await world.driven.open(`https://${hostOf(world, site)}/event/${path}`);
      await page.waitForSelector(BRIEFING);
      return page;
    };

    world.anywhere.each([ID, `${ID}/x?iframe=yes&w=100%&sidebar=yes&bg=no`])(
      'is open below the title of /event/%s',
      async (path) => {
        const page = await open(path);
        const place = await page.$eval(BRIEFING, (host) => ({
          after: host.previousElementSibling?.className,
          role: host.getAttribute('role'),
          label: host.getAttribute('aria-label'),
        }));
        expect(place).toEqual({ after: 'list-single__event', role: 'region', label });
        expect(await page.$$('csg-briefing')).toHaveLength(1);
        expect(
          await page.$eval('.list-single__event .event', (title) => (title as HTMLElement).dataset.csgSession),
        ).toBe(ID);
        expect(await page.$$(CARD)).toHaveLength(0);
      },
    );

    world.anywhere('is found by the short address if the path has no short id', async () => {
      const list = await world.driven.open(`https://${hostOf(world, site)}/list/simple`);
      const hash = await list.$eval(`a[href*="event/${ID}/"]`, (link) => link.id);
      await open(hash);
    });

    test('shows summary and reason, and links to neighbours, related and simultaneous sessions on any site', async () => {
      const page = await open(ID);
      const text = plain(await textIn(page, BRIEFING));
      const index = guide.sessions.indexOf(session);
      const neighbours = [guide.sessions[index - 1], guide.sessions[index + 1]];
      const atOnce = atTheSameTime(guide, session);
      expect(text).toContain(plain(session.summary));
      expect(text).toContain(plain(session.why));
      expect(text.includes('Same time')).toBe(atOnce.length > 0);
      expect(text.includes('Previous in the guide')).toBe(neighbours[0] !== undefined);
      expect(text.includes('Next in the guide')).toBe(neighbours[1] !== undefined);
      const links = await page.$eval(BRIEFING, ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('a') ?? [])].map((a) => a.href),
      );
      for (const other of [...neighbours, ...atOnce, ...related].filter((one) => one !== undefined)) {
        expect(links).toContain(`https://${hostOf(world, other.site)}/event/${other.id}`);
      }
      expect(links.every((href) => href.startsWith('https://'))).toBe(true);
    });

    world.anywhere.each(themes)('has no axe violations in the %s theme, clipped and expanded', async (theme) => {
      const page = await open(ID);
      await page.$eval(BRIEFING, (host, name) => host.setAttribute('data-theme', name), theme);
      expect(await axeFindings(page, BRIEFING)).toEqual([]);
      const heights = () => page.$eval(BRIEFING, (host) => host.getBoundingClientRect().height);
      expect(await heights()).toBe(380);
      await (await page.$(inside(BRIEFING, '.all')))?.click();
      expect(await heights()).toBeGreaterThan(380);
      expect(await axeFindings(page, BRIEFING)).toEqual([]);
    });

    test('is clipped between two lines, with as many lines as fit', async () => {
      const page = await open(ID);
      await page.waitForSelector(inside(BRIEFING, '.all'));
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewport({ width, height: 900 });
        const room = await roomBelowText(page, BRIEFING);
        expect(room, `${width} pixels`).toBeGreaterThanOrEqual(0);
        // The button takes up 44 pixels.
        expect(room, `${width} pixels`).toBeLessThan(100);
      }
    });

    world.anywhere('is not on the page of a session outside the guide', async () => {
      const list = await world.driven.open(`https://${hostOf(world, site)}/list/simple`);
      const other = await list.$eval('.event:not([data-csg-session]) > a', (link) => (link as HTMLAnchorElement).href);
      const page = await world.driven.open(other);
      await idle(page);
      expect(await page.$$('csg-briefing')).toHaveLength(0);
      expect(await page.$$('[data-csg-session]')).toHaveLength(0);
    });
  });
}
