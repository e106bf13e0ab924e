/** Gathers what a bug report needs of this browser. What can't be had is left out: it may be the very fault. */
import { browser } from 'wxt/browser';
import type { Guide } from '../../data/index.ts';
import type { Frames } from '../../lib/badge.ts';
import { loadFailures } from '../../lib/own/storage.ts';
import { language } from '../../lib/text.ts';
import { pageOf } from '../../sched/page.ts';
import { diagnosticText, type OpenPage } from './diagnostics.ts';
import { newestAsOf } from './views/OptionsAbout.tsx';
import type { OptionsState } from './views/OptionsState.ts';

/** The text for a bug report. Never rejects. */
export async function diagnose(guide: Guide, state: OptionsState, now: number): Promise<string> {
  const { version } = browser.runtime.getManifest();
  const hosts = guide.sites.map(({ host }) => host);
  const [platform, failures, pages, allowed] = await Promise.all([
    browser.runtime.getPlatformInfo().catch(() => undefined),
    loadFailures().catch(() => []),
    openPages(hosts).catch(() => []),
    Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [`https://${host}/*`] }))).catch(() => []),
  ]);
  return diagnosticText({
    now,
    version,
    build: import.meta.env.FIREFOX ? 'Firefox' : 'Chrome',
    guide: { id: guide.id, sessions: guide.sessions.length, asOf: newestAsOf(guide), hosts },
    agent: navigator.userAgent,
    system: platform?.os ?? 'an unknown system',
    language: language(),
    allowed: allowed.filter(Boolean).length,
    pages,
    settings: state.settings,
    preferences: state.preferences,
    stored: state.stored,
    sync: state.sync,
    failures,
  });
}

/** The pages of the guide's sites that are open, those that embed one included. What is open in a private window is nobody's business. */
async function openPages(hosts: readonly string[]): Promise<OpenPage[]> {
  const [tabs, session] = await Promise.all([browser.tabs.query({}), browser.storage.session.get(null)]);
  return tabs.flatMap(({ id, url, incognito }) => {
    // As entrypoints/background/badge.ts keeps them.
    const frames = Object.values((session[`frames:${id}`] ?? {}) as Frames).map(({ length }) => length);
    // The browser names the addresses of the sites alone on which the extension may run.
    const address = url === undefined ? null : URL.parse(url);
    const isSite = address !== null && hosts.includes(address.host);
    if (incognito || (!isSite && frames.length === 0)) return [];
    return [{ kind: isSite ? kindOf(address) : 'another page with an embed', sessions: frames }];
  });
}

function kindOf(url: URL): string {
  const { kind, embed } = pageOf(url);
  return embed ? `${kind}, embed` : kind;
}
