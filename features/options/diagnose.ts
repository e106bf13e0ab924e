/** Collects the diagnostics for a bug report. What can't be read is left out, because that may be the bug. */
import { browser } from 'wxt/browser';
import type { Guide } from '../../data/index.ts';
import type { Values } from '../../lib/own/patches.ts';
import { read } from '../../lib/own/storage.ts';
import { readFailures } from '../../lib/report/failures.ts';
import { readFrames } from '../../lib/seen/frames.ts';
import { language } from '../../lib/text.ts';
import { classifyPage } from '../../sched/page.ts';
import { diagnosticText, type OpenPage } from './diagnostics.ts';
import { newestFactDate } from './views/OptionsAbout.tsx';
import type { OptionsState } from './views/OptionsState.ts';

/** The fields of a tab that are used. */
interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  incognito: boolean;
}

/** The text for a bug report. Never rejects. */
export async function diagnose(guide: Guide, state: OptionsState, now: number): Promise<string> {
  const { version } = browser.runtime.getManifest();
  const hosts = guide.sites.map(({ host }) => host);
  const [platform, session, tabs, allowed] = await Promise.all([
    browser.runtime.getPlatformInfo().catch(() => undefined),
    read('session').catch((): Values => ({})),
    browser.tabs.query({}).catch((): Tab[] => []),
    Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [`https://${host}/*`] }))).catch(() => []),
  ]);
  return diagnosticText({
    now,
    version,
    build: import.meta.env.FIREFOX ? 'Firefox' : 'Chrome',
    guide: { id: guide.id, sessions: guide.sessions.length, asOf: newestFactDate(guide), hosts },
    agent: navigator.userAgent,
    system: platform?.os ?? 'an unknown system',
    language: language(),
    allowed: allowed.filter(Boolean).length,
    pages: openPages(tabs, session, hosts),
    settings: state.settings,
    stored: state.stored,
    sync: state.sync,
    failures: readFailures(session),
  });
}

/** The open pages of the guide's sites, and those that embed one. Private windows are left out. */
function openPages(tabs: readonly Tab[], session: Values, hosts: readonly string[]): OpenPage[] {
  return tabs.flatMap(({ id = -1, url, incognito }) => {
    const frames = Object.values(readFrames(session, id)).map(({ length }) => length);
    // Tabs have a URL only on sites where the extension may run.
    const address = url === undefined ? null : URL.parse(url);
    const isSite = address !== null && hosts.includes(address.host);
    if (incognito || (!isSite && frames.length === 0)) return [];
    return [{ kind: isSite ? pageKind(address) : 'another page with an embed', sessions: frames }];
  });
}

function pageKind(url: URL): string {
  const { kind, embed } = classifyPage(url);
  return embed ? `${kind}, embed` : kind;
}
