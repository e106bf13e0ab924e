import type { CDPSession, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { World } from './world.ts';

/** Records the addresses that a context requests from now on. */
async function recordedOf(client: CDPSession): Promise<string[]> {
  const requested: string[] = [];
  client.on('Network.requestWillBeSent', ({ request }) => requested.push(request.url));
  client.on('Network.webSocketCreated', ({ url }) => requested.push(url));
  client.on('Network.webTransportCreated', ({ url }) => requested.push(url));
  await client.send('Network.enable');
  return requested;
}

/** The requests of each context. Chrome reports those of the worker, too; Firefox's driver only those of pages (see network.ts). */
export function requests(world: World): void {
  describe.runIf(world.name === 'chrome')('the extension', () => {
    /** Opens a page of the extension, and records its requests from the first one on. */
    async function openRecorded(file: string): Promise<{ page: Page; requested: string[] }> {
      const page = await world.driven.browser.newPage();
      const requested = await recordedOf(await page.createCDPSession());
      await page.goto(world.driven.extensionUrl(file));
      await page.waitForSelector('main > :not([inert])');
      return { page, requested };
    }

    const workerTarget = () => world.driven.browser.waitForTarget((target) => target.type() === 'service_worker');

    test('requests only its own files, in every context', async () => {
      const { guide, driven } = world;
      const own = driven.extensionUrl('');
      const [session] = guide.sessions;
      const host = guide.sites.find(({ id }) => id === session?.site)?.host;
      const list = await driven.open(`https://${host}/list/simple`);
      // The page has started the worker.
      const fromWorker = await recordedOf(await (await workerTarget()).createCDPSession());
      await (await list.waitForSelector(`csg-card[data-session="${session?.id}"] >>> .toggle`))?.click();
      await list.waitForSelector(`csg-card[data-session="${session?.id}"] >>> .panel`);
      const event = await driven.open(`https://${host}/event/${session?.id}`);
      await event.waitForSelector('csg-briefing');

      const requested: string[] = [];
      for (const file of [
        'popup.html',
        'sidepanel.html',
        'agenda.html',
        'agenda.html?tab=catch-up',
        'agenda.html?tab=share',
      ]) {
        const opened = await openRecorded(file);
        await opened.page.waitForFunction(() => document.querySelectorAll('main button').length > 3);
        if (!file.includes('tab=')) {
          await opened.page.$eval('[data-session] .star', (star) => (star as HTMLElement).click());
          await opened.page.$eval('[data-session] h3 button', (row) => (row as HTMLElement).click());
          await opened.page.waitForSelector('[data-session] .summary');
        }
        expect(opened.requested.length, file).toBeGreaterThan(2);
        requested.push(...opened.requested);
      }
      const options = await openRecorded('options.html');
      await options.page.waitForSelector('section');
      requested.push(...options.requested);

      expect(requested.filter((url) => !url.startsWith(own))).toEqual([]);
      expect(fromWorker).toEqual([]);
    });

    test('can’t request anything else, because its policy blocks it in pages and in the worker', async () => {
      const ask = (url: string) =>
        fetch(url).then(
          () => 'answered',
          (error: unknown) => String(error),
        );
      const elsewhere = `https://${world.guide.sites[0]?.host}/list/simple`;
      const before = world.site.requests.length;
      const worker = await (await workerTarget()).worker();
      expect(await worker?.evaluate(ask, elsewhere)).toMatch(/^TypeError/u);
      const { page } = await openRecorded('options.html');
      expect(await page.evaluate(ask, elsewhere)).toMatch(/^TypeError/u);
      expect(world.site.requests.length).toBe(before);
    });
  });
}
