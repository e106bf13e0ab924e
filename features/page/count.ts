/**
 * Sends to the background how many sessions of the guide this frame shows, for the badge on the toolbar.
 *
 * Seen at `/`: the number of the guide's sessions on that site, on the toolbar.
 */
import { report } from '../../lib/report/report.ts';
import type { Spot } from '../../sched/sessions.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';

/** Milliseconds to wait for the end of a burst of changes, such as a filter or a page that is still arriving. */
const QUIET = 50;

export const count: Feature = { runsOn: () => true, start: startCount };

function startCount({ ask, signal }: FeatureContext): Settle {
  /** How many times the page shows each session. */
  const shown = new Map<string, number>();
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sendIds = (ids: string[]) => {
    sent = ids.join();
    return ask({ type: 'shown', ids });
  };
  const send = () => {
    timer = undefined;
    sendIds([...shown.keys()]).catch((error: unknown) => report(error, 'badge'));
  };

  // After the back/forward cache: this script has not run again, but the badge is gone.
  addEventListener('pageshow', ({ persisted }) => persisted && send(), { signal });
  // A page may remove a frame. No error can be reported from a frame that goes.
  if (self !== top) addEventListener('pagehide', () => sendIds([]).catch(() => {}), { signal });
  // A prerendered page was not in the tab when it sent.
  document.addEventListener('prerenderingchange', send, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return ({ found, lost }) => {
    for (const { id } of found.filter(isGuide)) shown.set(id, (shown.get(id) ?? 0) + 1);
    for (const { id } of lost.filter(isGuide)) {
      const left = (shown.get(id) ?? 0) - 1;
      if (left > 0) shown.set(id, left);
      else shown.delete(id);
    }
    if ([...shown.keys()].join() !== sent) timer ??= setTimeout(send, QUIET);
  };
}

function isGuide({ mark }: Spot): boolean {
  return mark.kind === 'guide';
}
