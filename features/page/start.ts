/** The script of every page and frame of the guide's Sched sites: finds its sessions and runs the features on them. */

import { ask, type ListPanels, sendFailure } from '../../lib/messages.ts';
import type { LiveCopy } from '../../lib/own/live.ts';
import { type Part, partsOn } from '../../lib/own/settings.ts';
import { keepReports } from '../../lib/report/report.ts';
import type { PageSettings } from './context.ts';
import { pageOwn } from './own.ts';
import { loadList } from './panel.ts';
import { whenSched } from './ready.ts';
import { onEventPage, startFeatures } from './run.ts';
import { pageSettings } from './settings.ts';
import { followStyles } from './styles.ts';

/** Starts on the page in view. Everything ends, and nothing is left, when the signal aborts. */
export async function startPage(signal: AbortSignal): Promise<void> {
  keepReports(sendFailure);
  const own = await pageOwn(signal);
  const settings = pageSettings(own);
  // Ahead of the parsed page, whose first frame has the answers then. Where all is off, nothing wakes the background.
  const isOn = partsOn(settings.now(), location.host).size > 0;
  const list = isOn && !onEventPage() ? loadList(ask) : undefined;
  // A failure is reported where the answer is needed.
  list?.catch(() => {});
  followStyles(settings, signal);
  if (await whenSched(document, onEventPage(), signal)) followParts(own, settings, list, signal);
}

/**
 * Runs the features that are on. After a change of the settings all of them end, and those that are on start again.
 * Also restarts on client-side navigation.
 * @param list what was asked for ahead, for the first run
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
  // Not `AbortSignal.any`: Firefox keeps every such signal, with everything that the run had (153, 2026-11).
  signal.addEventListener('abort', () => run?.abort());
  apply();
}
