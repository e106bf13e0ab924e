import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { mainSite, sessionsOn } from './chosen.ts';
import { openSurface } from './surface.ts';
import { eventually, hostOf, idsOf, inside, type World } from './world.ts';

function rowStar(id: string): string {
  return `[data-session="${id}"] .star`;
}

function pressed(page: Page, selector: string): Promise<string | null> {
  return page.$eval(selector, (star) => star.getAttribute('aria-pressed'));
}

export function starFeatures(world: World): void {
  const { guide } = world;
  const main = mainSite(guide);
  const ID = sessionsOn(guide, main)[0]?.id ?? '';

  describe('a star', () => {
    test('has the same state in the popup, in a list and on the event page', async () => {
      const popup = await openSurface(world, 'popup.html');
      const list = await world.driven.open(`https://${hostOf(world, main)}/list/simple`);
      const event = await world.driven.open(`https://${hostOf(world, main)}/event/${ID}`);
      const onCard = inside(`csg-card[data-session="${ID}"]`, '.star');
      const onBriefing = inside(`csg-briefing[data-session="${ID}"]`, '.star');
      await event.waitForSelector(onBriefing);

      await popup.bringToFront();
      await popup.click(rowStar(ID));
      await list.bringToFront();
      expect(
        await eventually(
          () => pressed(list, onCard),
          (state) => state === 'true',
        ),
      ).toBe('true');
      expect(
        await eventually(
          () => pressed(event, onBriefing),
          (state) => state === 'true',
        ),
      ).toBe('true');

      await list.$eval(`csg-card[data-session="${ID}"]`, (card) =>
        card.shadowRoot?.querySelector<HTMLElement>('.star')?.click(),
      );
      expect(
        await eventually(
          () => pressed(popup, rowStar(ID)),
          (state) => state === 'false',
        ),
      ).toBe('false');
      expect(
        await eventually(
          () => pressed(event, onBriefing),
          (state) => state === 'false',
        ),
      ).toBe('false');
    });

    test('is stored even if the popup is closed right after the click', async () => {
      const first = await openSurface(world, 'popup.html');
      await first.$eval(rowStar(ID), (star) => (star as HTMLElement).click());
      await first.close();
      const second = await openSurface(world, 'popup.html');
      expect(
        await eventually(
          () => pressed(second, rowStar(ID)),
          (state) => state === 'true',
        ),
      ).toBe('true');
    });

    world.anyBrowser('survives a restart of the browser', async () => {
      const profile = await mkdtemp(join(tmpdir(), 'csg-profile-'));
      for (const state of ['false', 'true']) {
        const run = await world.another({ profile });
        const page = await run.openExtension('popup.html');
        expect(
          await eventually(
            () => pressed(page, rowStar(ID)),
            (now) => now === state,
          ),
        ).toBe(state);
        if (state === 'false') {
          await page.click(rowStar(ID));
          const stored = () => page.evaluate(() => chrome.storage.local.get(null));
          await eventually(stored, (all) => Object.keys(all).length > 0);
        }
        await run.close();
      }
      await rm(profile, { recursive: true, force: true });
    });

    world.anyBrowser('that can’t be read is quarantined and reported once, and others are kept', async () => {
      const page = await openSurface(world, 'popup.html');
      await page.click(rowStar(ID));
      await eventually(
        () => pressed(page, rowStar(ID)),
        (state) => state === 'true',
      );
      const [one = '', two = ''] = idsOf(world).filter((id) => id !== ID);
      const broken = { [`pick:${one}`]: { nonsense: true }, [`pick:${two}`]: 7 };
      await page.evaluate((values) => chrome.storage.local.set(values), broken);

      const again = await openSurface(world, 'popup.html');
      await again.waitForSelector('.notice');
      expect(await again.$eval('.notice', (notice) => notice.textContent)).toContain('2 of your picks');
      expect(await again.$$('[data-session]')).toHaveLength(guide.sessions.length);
      expect(await pressed(again, rowStar(ID))).toBe('true');
      const stored = await again.evaluate(() => chrome.storage.local.get(null));
      const aside = Object.entries(stored).filter(([key]) => key.startsWith('aside:'));
      expect(Object.fromEntries(aside.map(([key, value]) => [key.split(':').slice(-2).join(':'), value]))).toEqual(
        broken,
      );

      const third = await openSurface(world, 'popup.html');
      await eventually(
        () => pressed(third, rowStar(ID)),
        (state) => state === 'true',
      );
      expect(await third.$$('.notice')).toHaveLength(0);
    });
  });
}
