/** A surface of the agenda without a document: its store over the fake browser, and the state that it shows. */
import './one-window.ts';
import { agendaGuide } from '../../../data/agenda.ts';
import type { SurfaceState } from '../../../features/agenda/list/surface.ts';
import { EVERYTHING } from '../../../features/agenda/list/view.ts';
import { type Store, surfaceStore } from '../../../features/agenda/store.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { DEFAULTS } from '../../../lib/own/settings.ts';

export interface World {
  store: Store;
  /** What is shown now. */
  state: () => SurfaceState;
  /** All that was shown, first to last: what of the state changed. */
  changes: Partial<SurfaceState>[];
  /** What the reader made of sessions, as it is shown. */
  own: () => { picked: string[]; watched: string[]; notes: Record<string, string> };
  stop: AbortController;
}

export function openSurface(first: Partial<SurfaceState> = {}): World {
  let state: SurfaceState = {
    surface: 'page',
    now: 0,
    view: EVERYTHING,
    scrolled: 0,
    own: readOwn({}),
    pages: new Map(),
    settings: DEFAULTS,
    ...first,
  };
  const changes: Partial<SurfaceState>[] = [];
  const stop = new AbortController();
  const update = (change: Partial<SurfaceState>) => {
    state = { ...state, ...change };
    changes.push(change);
  };
  const store = surfaceStore(agendaGuide, { now: () => state, update }, stop.signal);
  const own = () => {
    const { picks, watched, notes } = state.own;
    const texts = [...notes].map(([id, { text }]) => [id, text]);
    return { picked: [...picks.keys()], watched: [...watched.keys()], notes: Object.fromEntries(texts) };
  };
  return { store, state: () => state, changes, own, stop };
}

/** One that has read what is stored. */
export async function loadedSurface(first: Partial<SurfaceState> = {}): Promise<World> {
  const world = openSurface(first);
  await world.store.load();
  return world;
}
