/** Whether the browser lets the extension into the guide's sites. Readers of Firefox may refuse that, those of Chrome limit it to a click. */
import { browser } from 'wxt/browser';

interface SiteAccess {
  /** Asks the reader for all sites. Call it in a press itself: browsers ask only in a user gesture. */
  request(): Promise<boolean>;
  /** Looks again. */
  check(): Promise<boolean>;
}

/** Calls back after each change, until the signal aborts. */
export function followSiteAccess(
  sites: readonly { host: string }[],
  changed: () => void,
  signal: AbortSignal,
): SiteAccess {
  const wanted = { origins: sites.map(({ host }) => `https://${host}/*`) };
  const { permissions } = browser;
  permissions.onAdded.addListener(changed);
  permissions.onRemoved.addListener(changed);
  signal.addEventListener('abort', () => {
    permissions.onAdded.removeListener(changed);
    permissions.onRemoved.removeListener(changed);
  });
  return {
    request: () => permissions.request(wanted),
    check: () => permissions.contains(wanted),
  };
}
