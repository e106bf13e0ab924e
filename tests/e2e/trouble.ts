/** Collects errors in a page: those of the page, and those of the content script, which has its own console. */
import type { Page } from 'puppeteer-core';
import type { World } from './world.ts';

/** Listens to a page from now on. The array fills with uncaught errors and with what `report` writes. */
export async function troubleIn(world: World, page: Page): Promise<readonly string[]> {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (/Session Guide/u.test(message.text())) trouble.push(message.text());
  });
  if (world.name === 'firefox') {
    page.on('pageerror', (error) => trouble.push(String(error)));
    return trouble;
  }
  // Chrome's driver ignores isolated worlds.
  const client = await page.createCDPSession();
  client.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map(({ value, description }) => value ?? description).join(' ');
    if (type === 'error') trouble.push(text);
  });
  client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url } }) => {
    trouble.push(`${text} ${exception?.description ?? ''} ${url ?? ''}`);
  });
  await client.send('Runtime.enable');
  return trouble;
}

/** Opens a page, and collects its errors from the start. */
export async function openFollowed(
  world: World,
  url: string,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<{ page: Page; trouble: readonly string[] }> {
  const page = await world.driven.browser.newPage();
  const trouble = await troubleIn(world, page);
  await before(page);
  await page.goto(url, { waitUntil: 'load' });
  return { page, trouble };
}
