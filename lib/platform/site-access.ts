/** Whether the extension may run on the guide's sites: users of Firefox can deny it, users of Chrome limit it to a click. */
import { browser } from 'wxt/browser';

interface SiteAccess {
  /** Asks the reader to allow all sites. Call it in a click handler: browsers ask only in a user gesture. */
  request(): Promise<boolean>;
  /** Resolves with whether all sites are allowed. */
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
