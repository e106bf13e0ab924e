/** An agenda surface without a document: its store on the fake browser, and its state. */
import './one-window.ts';
import { agendaGuide } from '../../../data/agenda.ts';
import type { SurfaceState } from '../../../features/agenda/list/surface.ts';
import { EVERYTHING } from '../../../features/agenda/list/view.ts';
import { type Store, surfaceStore } from '../../../features/agenda/store.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { DEFAULTS } from '../../../lib/own/settings.ts';

export interface World {
  store: Store;
  /** The state that is shown now. */
  state: () => SurfaceState;
  /** Each change of the state, in order. */
  changes: Partial<SurfaceState>[];
  /** The picks, seen marks and notes that are shown. */
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

/** A surface that has read what is stored. */
export async function loadedSurface(first: Partial<SurfaceState> = {}): Promise<World> {
  const world = openSurface(first);
  await world.store.load();
  return world;
}
