import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openSurface } from './surface.ts';
import { eventually, hostOf, idsOf, type World } from './world.ts';

export function diagnosticFeatures(world: World): void {
  const copy = async (page: Page): Promise<string> => {
    await page.$$eval('button', (all) => all.find(({ textContent }) => textContent === 'Copy diagnostics')?.click());
    const field = await page.waitForSelector('textarea.diagnostics');
    return (await field?.evaluate(({ value }) => value)) ?? '';
  };
  const kept = () =>
    world.home.evaluate(async () => {
      const { failures } = await chrome.storage.session.get('failures');
      return (failures ?? []) as { where: string; text: string }[];
    });

  describe('the diagnostics', () => {
    test('contain versions, open pages and counts, and no personal data', async () => {
      const [id = ''] = idsOf(world);
      await world.home.evaluate((values) => chrome.storage.local.set(values), {
        [`pick:${id}`]: { id, guide: world.guide.id, at: 1, title: 'A title of mine' },
        [`note:${id}`]: { id, guide: world.guide.id, at: 1, text: 'a note of mine' },
        'pref:zone': 'Europe/Berlin',
        'off:quiet': true,
      });
      const list = await world.driven.open(
        `https://${hostOf(world, world.guide.sites[0]?.id ?? '')}/list/simple?q=secret`,
      );
      await list.waitForSelector('csg-strip');
      const count = idsOf(world, world.guide.sites[0]?.id).length;
      const page = await openSurface(world, 'options.html', { width: 1000, height: 900 });
      const text = await eventually(
        () => copy(page),
        (now) => now.includes(`  simple: ${count} sessions`) && now.includes('  note: 1'),
      );
      const browser = world.name === 'chrome' ? 'Chrome' : 'Firefox';
      expect(text).toMatch(new RegExp(`^extension: \\d+\\.\\d+\\.\\d+, built for ${browser}$`, 'mu'));
      expect(text).toMatch(new RegExp(`^browser: ${browser} \\d+ on \\w+, texts in en-US$`, 'mu'));
      expect(text).toContain(`\nguide: ${world.guide.id}, ${world.guide.sessions.length} sessions`);
      expect(text).toContain(`\nallowed on: ${world.guide.sites.length} of ${world.guide.sites.length} sites\n`);
      expect(text).toContain(`  simple: ${count} sessions of the guide marked\n`);
      expect(text).toContain('\nswitched off: quiet\nchosen: zone other\n');
      expect(text).toContain('  pick: 1 (');
      for (const secret of [id, 'mine', 'secret', 'Berlin', '://', ...world.guide.sites.map(({ host }) => host)]) {
        expect(text).not.toContain(secret);
      }
    });

    world.anyBrowser(
      'contain errors from a page without quoted text, and in Chrome the page’s console shows them once',
      async () => {
        const list = await world.driven.open(`https://${hostOf(world, world.guide.sites[0]?.id ?? '')}/list/simple`);
        await list.waitForSelector('csg-card');
        const lines: string[] = [];
        list.on('console', (line) => void (line.type() === 'error' && lines.push(line.text())));
        // In Chrome, fills the storage up to its quota. Firefox has no quota, so the error is sent as a message instead.
        if (world.name === 'chrome') {
          await world.home.evaluate(async () => {
            const { QUOTA_BYTES } = chrome.storage.local as unknown as { QUOTA_BYTES: number };
            const left = QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
            await chrome.storage.local.set({ filled: 'x'.repeat(left - 'filled""'.length - 20) });
          });
          await list.evaluate(() => {
            document.querySelector('csg-card')?.shadowRoot?.querySelector<HTMLElement>('.star')?.click();
          });
        } else {
          const text = 'Error: QUOTA of https://example.com/secret “a note of mine”';
          await world.home.evaluate(
            (message) => chrome.runtime.sendMessage({ type: 'failed', where: 'picks', text: message }),
            text,
          );
        }
        const failures = await eventually(kept, (all) => all.some(({ where }) => where === 'picks'));
        expect(failures.map(({ where }) => where)).toContain('picks');
        await world.home.evaluate(() => chrome.storage.local.remove('filled'));
        const page = await openSurface(world, 'options.html', { width: 1000, height: 900 });
        const text = await copy(page);
        expect(text).toMatch(/^ {2}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ picks: Error: .*quota/imu);
        expect(text).not.toMatch(/secret|mine|example/u);
        expect(lines.filter((line) => line.includes('(picks)'))).toHaveLength(world.name === 'chrome' ? 1 : 0);
      },
    );
  });
}
