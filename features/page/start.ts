/** The script of every page and frame of the guide's Sched sites: finds its sessions and runs the features on them. */

import { type Ask, ask as askBackground, sendFailure } from '../../lib/messages.ts';
import type { LiveCopy } from '../../lib/own/live.ts';
import { type Part, partsOn } from '../../lib/own/settings.ts';
import { keepReports } from '../../lib/report/report.ts';
import type { PageSettings } from './context.ts';
import { pageOwn } from './own.ts';
import { panelQuestion } from './panel.ts';
import { type Prefetch, prefetching } from './prefetch.ts';
import { whenSched } from './ready.ts';
import { onEventPage, startFeatures } from './run.ts';
import { pageSettings } from './settings.ts';
import { followStyles } from './styles.ts';

/** Starts on the page in view. Everything ends, and nothing is left, when the signal aborts. */
export async function startPage(signal: AbortSignal): Promise<void> {
  keepReports(sendFailure);
  const { ask, prefetch } = prefetching(askBackground);
  // Before the settings are known, which take longer while a page is drawn: so the first frame has the answers.
  if (!onEventPage()) prefetchList(prefetch);
  const own = await pageOwn(signal);
  const settings = pageSettings(own);
  followStyles(settings, signal);
  if (await whenSched(document, onEventPage(), signal)) followParts(own, settings, ask, signal);
}

function prefetchList(prefetch: Prefetch['prefetch']): void {
  prefetch({ type: 'bars' });
  prefetch(panelQuestion('strip'));
}

/**
 * Runs the features that are on. After a change of the settings all of them end, and those that are on start again.
 * Also restarts on client-side navigation.
 */
function followParts(own: LiveCopy, settings: PageSettings, ask: Ask, signal: AbortSignal): void {
  let run: AbortController | undefined;
  let running = '';
  const apply = () => {
    const now = settings.now();
    const parts: ReadonlySet<Part> = partsOn(now, location.host);
    const wanted = [...parts, location.pathname, now.hours].join();
    if (wanted === running) return;
    running = wanted;
    run?.abort();
    run = new AbortController();
    if (parts.size > 0) startFeatures(parts, own, settings, ask, run.signal);
  };
  globalThis.navigation?.addEventListener('currententrychange', apply, { signal });
  settings.subscribe(apply, signal);
  // Not `AbortSignal.any`: Firefox keeps every such signal, with everything that the run had (153, 2026-11).
  signal.addEventListener('abort', () => run?.abort(), { once: true });
  apply();
}
