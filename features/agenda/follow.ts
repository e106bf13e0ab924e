/** What a surface follows while it is open: the keyboard, the focus, the clock, its access to the sites, how far it is scrolled. Read after the first paint. */
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
  /** What is shown: a page may have told other times than the guide's. */
  now: () => SurfaceState;
  /** The time has come to show another state. */
  tell: () => void;
  /** The reader has scrolled so many CSS pixels, or is about to leave. */
  keepScrolled: (top: number) => void;
}

/** Follows them until the signal aborts. */
export function follow({ root, guide, act, now, tell, keepScrolled }: Followed, signal: AbortSignal): void {
  dismissTerms(document.body, signal);
  followKeys(root, act, signal);
  followFocus(root, signal);
  followAccess(root, guide, signal);
  followScroll(root, now().scrolled, keepScrolled, signal);
  followClock(tell, () => nextChange(listSessions(guide, guide.zone, now()), Date.now()), signal);
}

/** Calls back at each change that is due, and when somebody looks again: a device that slept has missed some. */
function followClock(tell: () => void, next: () => number | undefined, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const at = next();
    if (at !== undefined && !signal.aborted) timer = setTimeout(again, Math.max(0, at - Date.now()));
  };
  const again = () => {
    tell();
    wait();
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  wait();
}
