/** Follows keyboard, focus, clock, site access and scroll position. Loaded after the first paint. */
import { dismissTerms } from '../../components/terms.ts';
import type { AgendaGuide } from '../../data/agenda.ts';
import { nextChange } from '../../lib/time/moment.ts';
import { followAccess } from './access.tsx';
import { followFocus } from './focus.ts';
import { followKeys } from './keys.ts';
import { listSessions } from './list/listed.ts';
import type { Actions, SurfaceState } from './list/surface.ts';
import { followScroll } from './scroll.ts';

interface Followed {
  root: HTMLElement;
  guide: AgendaGuide;
  act: Actions;
  /** The current state: pages may have changed the guide's times. */
  now: () => SurfaceState;
  /** The clock has reached a change of the display. */
  tick: () => void;
  /** The reader has scrolled, or is leaving. In CSS pixels. */
  keepScrolled: (top: number) => void;
}

/** Follows them until the signal aborts. */
export function follow({ root, guide, act, now, tick, keepScrolled }: Followed, signal: AbortSignal): void {
  dismissTerms(document.body, signal);
  followKeys(root, act, signal);
  followFocus(root, signal);
  followAccess(root, guide, signal);
  followScroll(root, now().scrolled, keepScrolled, signal);
  followClock(tick, () => nextChange(listSessions(guide, guide.zone, now()), Date.now()), signal);
}

/** Calls back at each change that is due, and when the page becomes visible: a sleeping device misses timers. */
function followClock(tick: () => void, next: () => number | undefined, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const at = next();
    if (at !== undefined && !signal.aborted) timer = setTimeout(again, Math.max(0, at - Date.now()));
  };
  const again = () => {
    tick();
    wait();
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  wait();
}
