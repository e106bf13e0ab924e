/** Collects console errors of pages. */
import type { Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';

/** Listens to a page from now on: errors of its scripts and, in Chrome, of the content script. */
export async function follow({ name }: Launched, page: Page, tell: (line: string) => void): Promise<void> {
  page.on('pageerror', (error) => tell(`${page.url()}: ${error instanceof Error ? error.stack : String(error)}`));
  if (name === 'firefox') {
    page.on('console', (message) => {
      if (message.type() === 'error') tell(`${page.url()}: ${message.text()}`);
    });
    return;
  }
  // Chrome's driver ignores isolated worlds.
  const client = await page.createCDPSession();
  client.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map(({ value, description }) => value ?? description).join(' ');
    if (type === 'error') tell(`${page.url()}: ${text}`);
  });
  client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    tell(`${page.url()}: ${text} ${exception?.description ?? ''}`);
  });
  await client.send('Runtime.enable');
}
