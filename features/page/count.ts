/**
 * Sends the ids of the guide's sessions in this frame to the background, for the badge on the toolbar.
 *
 * Seen at `/`: the number of the guide's sessions on that site, on the toolbar.
 */
import { report } from '../../lib/report/report.ts';
import { distinctIds } from '../../sched/sessions.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';

/** Milliseconds to wait for the end of a burst of changes, such as a filter or a page that is still arriving. */
const QUIET = 50;

export const count: Feature = { runsOn: () => true, start: startCount };

function startCount({ ask, signal, spots }: FeatureContext): Settle {
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const guideIds = () => distinctIds(spots, 'guide');
  const sendIds = (ids: string[]) => {
    sent = ids.join();
    return ask({ type: 'shown', ids });
  };
  const send = () => {
    timer = undefined;
    sendIds(guideIds()).catch((error: unknown) => report(error, 'badge'));
  };

  // After the back/forward cache, the badge is gone and this script does not start again.
  addEventListener('pageshow', ({ persisted }) => persisted && send(), { signal });
  // A page may remove a frame. A frame that is being removed can't report an error.
  if (self !== top) addEventListener('pagehide', () => sendIds([]).catch(() => {}), { signal });
  // What a page sends while it is prerendered does not count.
  document.addEventListener('prerenderingchange', send, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return () => {
    if (guideIds().join() !== sent) timer ??= setTimeout(send, QUIET);
  };
}
