/** Firefox as on a phone: without the APIs that Firefox for Android lacks, with touch, and with a short event page timeout. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, type Launched } from '../../tools/launch.ts';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { openSurface, stored, textOf } from './surface.ts';
import { eventually, hostOf, idsOf, inside, type World } from './world.ts';

const SCREEN = { width: 360, height: 740 };

export function phoneFeatures(world: World): void {
  const site = busiestSite(world.guide);
  const ids = idsOf(world, site).sort();
  const [ID = ''] = ids;
  const card = `csg-card[data-session="${ID}"]`;

  describe.runIf(world.name === 'firefox')('on a phone', () => {
    let extension: string;
    let phone: Launched;
    beforeAll(async () => {
      extension = await withoutDesktop(builtExtension(world.name, world.guide));
      phone = await world.elsewhere();
      await phone.browser.installExtension(extension);
    });
    afterAll(async () => {
      await phone?.browser.installExtension(builtExtension(world.name, world.guide));
      await rm(extension, { recursive: true, force: true });
    });
    const show = (file: string) => openSurface({ ...world, driven: phone, name: world.name }, file, SCREEN);
    const open = async (path: string) => {
      const page = await phone.tab();
      await page.setViewport(SCREEN);
      await page.goto(`https://${hostOf(world, site)}/${path}`, { waitUntil: 'load' });
      return page;
    };

    test('popup, options and pages work in 360 pixels, with targets of 44 pixels', async () => {
      const popup = await show('popup.html');
      expect(await popup.evaluate(() => [typeof chrome.windows, typeof chrome.commands])).toEqual([
        'undefined',
        'undefined',
      ]);
      await popup.waitForFunction(() => document.querySelectorAll('.surfaces button').length === 2);
      await popup.click(`.list [data-session="${ID}"] .star`);
      await popup.waitForSelector(`.list [data-session="${ID}"] .star[aria-pressed=true]`);
      expect(await fits(popup)).toEqual([]);
      const own = await eventually(
        () => stored(popup),
        (all) => `pick:${ID}` in all,
      );
      expect(own).toHaveProperty(`pick:${ID}`);

      const options = await show('options.html');
      const said = await textOf(options, 'main');
      for (const text of ['nothing leaves the phone', 'This browser has no']) expect(said).toContain(text);
      expect(await fits(options)).toEqual([]);

      const list = await open('list/simple?sessions=120');
      expect(await standing(list, ids.length)).toEqual({ marked: ids, cards: ids, strips: 1 });
      await list.waitForSelector(inside(card, '.star[aria-pressed=true]'));
      await (await list.waitForSelector(inside('csg-strip', '[data-action=next]')))?.click();
      await list.waitForSelector(inside('csg-strip', '.position:not(:empty)'));
      expect(await fits(list)).toEqual([]);

      const event = await open(`event/${ID}`);
      await event.waitForSelector(inside('csg-briefing', '.star'));
      expect(await fits(event)).toEqual([]);

      const mobile = await open('mobile-site');
      expect(await fits(mobile)).toEqual([]);
      await phone.takeBack([popup, options, list, event, mobile]);
    });

    test('a suspended event page starts again for each tap', async () => {
      const home = await show('options.html');
      const list = await open('list/simple?sessions=120');
      await standing(list, ids.length);
      const isSuspended = () => home.evaluate(() => chrome.extension.getBackgroundPage() === null);
      for (let times = 0; times < 3; times++) {
        expect(await eventually(isSuspended, (now) => now)).toBe(true);
        await (await list.$(inside(card, '.toggle')))?.click();
        await list.waitForSelector(inside(card, '.panel .summary'));
        expect(await isSuspended()).toBe(false);
        await (await list.$(inside(card, '.toggle')))?.click();
      }
      await phone.takeBack([home, list]);
    });
  });
}

/** Reports a page wider than the window, and controls smaller than 44 pixels, except terms in a text. */
function fits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOwnPage = location.protocol.endsWith('-extension:');
    const hosts = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('csg-'));
    const roots = isOwnPage ? [document] : hosts.flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const targets = roots.flatMap((root) => [
      ...root.querySelectorAll(
        'button:not(.term), select, summary, textarea, [type=search], label:has(input), a.watch, a.sched',
      ),
    ]);
    const small = targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width > 0 && target.checkVisibility() && Math.min(width, height) < 43.5;
    });
    const { scrollWidth } = document.documentElement;
    return [
      ...(scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : []),
      ...small.map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 30)}`),
    ];
  });
}

/** A copy of the built extension without windows, commands and a sidebar, which Firefox for Android lacks. */
async function withoutDesktop(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'csg-phone-'));
  await cp(built, folder, { recursive: true });
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };
  await writeFile(
    join(folder, 'phone.js'),
    'for (const api of [browser, chrome]) Object.defineProperty(api, "windows", { value: undefined });',
  );
  await edit('manifest.json', (text) => {
    const { commands, sidebar_action, background, ...manifest } = JSON.parse(text);
    background.scripts.unshift('phone.js');
    return JSON.stringify({ ...manifest, background });
  });
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.html')))
    await edit(file, (text) => text.replace('<head>', '<head><script src="/phone.js"></script>'));
  return folder;
}
