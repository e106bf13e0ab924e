/** Starts the content script of every page and frame on the guide's Sched sites. */
import { ask, type ListPanels, sendFailure } from '../../lib/messages.ts';
import type { LiveCopy } from '../../lib/own/live.ts';
import { type Part, partsOn } from '../../lib/own/settings.ts';
import { keepReports } from '../../lib/report/report.ts';
import { isEventPage } from '../../sched/page.ts';
import type { PageSettings } from './context.ts';
import { pageOwn } from './own.ts';
import { loadList } from './panel.ts';
import { whenSched } from './ready.ts';
import { startFeatures } from './run.ts';
import { pageSettings } from './settings.ts';
import { followStyles } from './styles.ts';

/** Starts on a page. When the signal aborts, everything ends and is removed. */
export async function startPage(signal: AbortSignal): Promise<void> {
  keepReports(sendFailure);
  const own = await pageOwn(signal);
  const settings = pageSettings(own);
  // Before the page is parsed, so that its first frame has the cards. If everything is off, the background is not woken.
  const isOn = partsOn(settings.now(), location.host).size > 0;
  const list = isOn && !isEventPage(location) ? loadList(ask) : undefined;
  // The features that await it report the error.
  list?.catch(() => {});
  followStyles(settings, signal);
  if (await whenSched(document, isEventPage(location), signal)) followParts(own, settings, list, signal);
}

/**
 * Runs the features that are on. Restarts them when the settings change and on client-side navigation.
 * @param list loaded ahead, for the first run
 */
function followParts(
  own: LiveCopy,
  settings: PageSettings,
  list: Promise<ListPanels> | undefined,
  signal: AbortSignal,
): void {
  let ahead = list;
  let run: AbortController | undefined;
  let running = '';
  const apply = () => {
    const parts: ReadonlySet<Part> = partsOn(settings.now(), location.host);
    const wanted = [...parts, location.pathname].join();
    if (wanted === running) return;
    running = wanted;
    run?.abort();
    run = new AbortController();
    if (parts.size > 0) startFeatures(parts, own, settings, ask, run.signal, ahead);
    ahead = undefined;
  };
  globalThis.navigation?.addEventListener('currententrychange', apply, { signal });
  settings.subscribe(apply, signal);
  // Not `AbortSignal.any`: Firefox never frees such a signal, nor what listens to it (153, 2026-11).
  signal.addEventListener('abort', () => run?.abort());
  apply();
}
