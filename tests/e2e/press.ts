/** Which clicks on a page count, and where Undo is offered (docs/security.md). */
import type { ElementHandle, Frame } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { EMBEDDER } from '../sched-site/embedder.ts';
import { sessionsOn } from './chosen.ts';
import { stored } from './surface.ts';
import { eventually, hostOf, idle, inside, type World } from './world.ts';

export function pressFeatures(world: World): void {
  const { guide } = world;
  const site = guide.sites[0]?.id ?? '';
  const ID = sessionsOn(guide, site)[0]?.id ?? '';
  const CARD = `csg-card[data-session="${ID}"]`;
  const PICK = `pick:${ID}`;
  const ABOUT = '[data-action=about]';
  const UNDO = '[data-action=undo]';

  /** The keys of stars and settings, once there are this many. */
  const storedKeys = (count: number) =>
    eventually(
      async () => Object.keys(await stored(world.home)).filter((key) => !key.startsWith('seen:')),
      (keys) => keys.length === count,
    );
  const find = async (page: Frame, host: string, button: string) =>
    (await page.waitForSelector(inside(host, button))) as ElementHandle<HTMLElement>;
  const click = async (page: Frame, host: string, button: string) => (await find(page, host, button)).click();
  /** Clicks a button like a page's script. */
  const pressByScript = (page: Frame, host: string, button: string) =>
    page.$eval(host, ({ shadowRoot }, inner) => shadowRoot?.querySelector<HTMLElement>(inner)?.click(), button);

  describe('a click on a page', () => {
    world.anyGuide(
      'by a script opens, closes and picks, but changes no setting; a reader’s click can be undone',
      async () => {
        const list = await world.driven.open(`https://${hostOf(world, site)}/list/simple?sessions=120`);
        const page = list.mainFrame();
        await find(page, 'csg-strip', '.strip');
        await find(page, CARD, '.star');
        await idle(list);

        await pressByScript(page, 'csg-strip', ABOUT);
        await find(page, 'csg-strip', '.hide button');
        for (const setting of ['.hide button', '[data-action=only]', '[data-action=close]'])
          await pressByScript(page, 'csg-strip', setting);
        await pressByScript(page, 'csg-strip', ABOUT);
        await find(page, 'csg-strip', `${ABOUT}[aria-expanded=false]`);
        await pressByScript(page, CARD, '.toggle');
        await find(page, CARD, '.panel');
        await pressByScript(page, CARD, '.toggle');
        await find(page, CARD, '.toggle[aria-expanded=false]');
        // Stored last, so earlier changes would be there, too.
        await pressByScript(page, CARD, '.star');
        expect(await storedKeys(1)).toEqual([PICK]);
        expect(await page.$$('csg-strip')).toHaveLength(1);
        const before = await stored(world.home);

        await click(page, CARD, '.star');
        await find(page, 'csg-undo', UNDO);
        expect(await storedKeys(0)).toEqual([]);
        await click(page, 'csg-undo', UNDO);
        expect(await storedKeys(1)).toEqual([PICK]);
        expect((await stored(world.home))[PICK]).toEqual(before[PICK]);

        await click(page, 'csg-strip', '[data-action=close]');
        await find(page, 'csg-undo', UNDO);
        expect((await storedKeys(2)).sort()).toEqual(['off:strip', PICK]);
        await pressByScript(page, 'csg-undo', UNDO);
        await click(page, 'csg-undo', UNDO);
        expect(await storedKeys(1)).toEqual([PICK]);
        await find(page, 'csg-strip', '.strip');
      },
    );

    world.anyGuide(
      'in a frame on another site finds no settings, and in Chrome counts only if the frame is visible',
      async () => {
        const foreign = await world.driven.open(`https://${EMBEDDER}/`);
        const holder = (await foreign.waitForSelector('iframe')) as ElementHandle<HTMLIFrameElement>;
        const frame = await holder.contentFrame();
        const about = await find(frame, 'csg-strip', ABOUT);
        const isOpen = () => about.evaluate((one) => one.getAttribute('aria-expanded') === 'true');
        /** Clicks until it counts, as a reader would. */
        const open = () =>
          eventually(
            async () => {
              await about.click();
              return isOpen();
            },
            (opened) => opened,
          );
        // Firefox can't detect that a frame is transparent.
        if (world.name === 'chrome') {
          await holder.evaluate((one) => one.style.setProperty('opacity', '0.01'));
          await about.hover();
          await idle(foreign);
          await about.click();
          expect(await isOpen()).toBe(false);
          await holder.evaluate((one) => one.style.removeProperty('opacity'));
        }
        expect(await open()).toBe(true);
        await find(frame, 'csg-strip', '.about');
        const actions = await frame.$eval('csg-strip', ({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('button') ?? [])].map(({ dataset }) => dataset.action),
        );
        expect(actions).toEqual(['about', 'previous', 'next']);
      },
    );
  });
}
