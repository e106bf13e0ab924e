/** What goes wrong in a page, told by whoever runs in it: the page itself, and our script, which has a console of its own there. */
import type { Page } from 'puppeteer-core';
import type { World } from './world.ts';

/** Follows a page from now on. Returns what went wrong with us in it: uncaught errors, and what `report` wrote. */
export async function troubleIn(world: World, page: Page): Promise<readonly string[]> {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (/Session Guide/u.test(message.text())) trouble.push(message.text());
  });
  if (world.name === 'firefox') {
    page.on('pageerror', (error) => trouble.push(String(error)));
    return trouble;
  }
  // Chrome's driver leaves out the worlds that it does not know.
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

/** A page at an address, followed from its beginning. */
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
