/**
 * What a surface paints first. The browser's storage answers too late for that (waiting for it makes a popup half as slow
 * again), so what it held last is also kept where it can be read at once. A copy: the storage's answer goes over it.
 */
import { DEFAULTS, type Preferences } from '../../lib/own/preferences.ts';
import { report } from '../../lib/report/report.ts';
import type { Surface, SurfaceState } from './list/surface.ts';
import { searchOf, viewOf } from './list/view.ts';

const KEY = 'csg:first';

/** As much as is worth keeping twice: the view, the look, and which sessions have a star or were watched. */
interface First {
  view: string;
  look: Preferences;
  picked: string[];
  watched: string[];
}

/**
 * The state of a surface before the storage has answered.
 * @param search the query of its own address, which goes before what was shown last
 * @param now milliseconds since the epoch
 */
export function firstState(surface: Surface, search: string, now: number): SurfaceState {
  const from = ({ view = '', look, picked, watched }: Partial<First>): SurfaceState => ({
    surface,
    now,
    view: viewOf(search.length > 1 ? search : String(view)),
    own: { picks: marks(picked), watched: marks(watched), notes: new Map(), broken: [] },
    pages: new Map(),
    settings: { on: true, hostsOff: new Set(), partsOff: new Set(), othersOff: false, accent: 'amber' },
    preferences: { ...DEFAULTS, ...look },
  });
  try {
    // Nobody but this file writes it; what can't be read, such as another version's, is worth nothing.
    return from((JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<First> | null) ?? {});
  } catch (error) {
    report(error, 'first paint');
    return from({});
  }
}

/** Keeps what the next surface paints first. A browser that refuses costs nothing but that. */
export function keepFirst({ view, own, preferences: look }: SurfaceState): void {
  const first: First = {
    view: searchOf(view),
    look,
    picked: [...own.picks.keys()],
    watched: [...own.watched.keys()],
  };
  try {
    localStorage.setItem(KEY, JSON.stringify(first));
  } catch (error) {
    report(error, 'first paint');
  }
}

/** When and with which guide is not needed to paint a star. */
function marks(ids: readonly string[] = []) {
  return new Map(ids.map((id) => [id, { id, guide: '', at: 0 }]));
}
