/** Opens the welcome page after the installation, but not after an update. */
import { browser } from 'wxt/browser';
import { report } from '../../lib/report/report.ts';

/** Listens. Call it synchronously while the service worker starts: the browser wakes it for this event. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs
      .create({ url: browser.runtime.getURL('/welcome.html') })
      .catch((error: unknown) => report(error, 'welcome'));
  });
}
