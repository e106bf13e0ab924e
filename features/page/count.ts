/**
 * Tells the background how many sessions of the guide this frame shows, for the badge on the toolbar.
 *
 * Seen at `/`: the number of the guide's sessions on that site, on the toolbar.
 */
import { report } from '../../lib/report/report.ts';
import type { Spot } from '../../sched/sessions.ts';
import type { Feature, FeatureContext } from './context.ts';

/** Sessions come and go in bursts (a filter, a page that is still arriving): the badge is told of the burst's end. */
const QUIET = 50;

export function count({ send, signal }: FeatureContext): Feature {
  const places = new Map<string, number>();
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    timer = undefined;
    const ids = [...places.keys()];
    told = ids.join();
    send({ type: 'shown', ids }).catch((error: unknown) => report(error, 'badge'));
  };

  // A page that comes back from the back/forward cache has not run again, but its badge is gone.
  addEventListener('pageshow', ({ persisted }) => persisted && tell(), { signal });
  // One that the browser rendered ahead was not in the tab when it told.
  document.addEventListener('prerenderingchange', tell, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return ({ found, lost }) => {
    for (const { id } of found.filter(isGuide)) places.set(id, (places.get(id) ?? 0) + 1);
    for (const { id } of lost.filter(isGuide)) {
      const left = (places.get(id) ?? 0) - 1;
      if (left > 0) places.set(id, left);
      else places.delete(id);
    }
    if ([...places.keys()].join() !== told) timer ??= setTimeout(tell, QUIET);
  };
}

function isGuide({ mark }: Spot): boolean {
  return mark.kind === 'guide';
}
