import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { type OptionsStore, optionsStore } from '../../../features/options/store.ts';
import type { OptionsState } from '../../../features/options/views/OptionsState.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { readSettings } from '../../../lib/own/settings.ts';

const { local, sync, session } = fakeBrowser.storage;
const AT = Date.UTC(2025, 10, 9);

/** A value under a key of each kind. 28D1Y and 27FbS are guide sessions, 1abcd is not. */
export const EVERYTHING: Record<string, unknown> = {
  'pick:28D1Y': { id: '28D1Y', guide: guide.id, at: AT, title: 'Containing Wildfires' },
  'pick:1abcd': { id: '1abcd', guide: 'another', at: AT + 1 },
  'watched:27FbS': { id: '27FbS', guide: guide.id, at: AT },
  'note:28D1Y': { id: '28D1Y', guide: guide.id, at: AT, text: '<b>Ask</b> about “__proto__” ⬢' },
  'seen:28D1Y': { at: AT, room: 'Blue Room' },
  'off:strip': true,
  'off:host:example.sched.com': true,
  'pref:theme': 'dark',
  'pref:accent': 'sky',
  'pref:alarm': 15,
  'pref:plan': { minutes: 90, goal: 'new', at: AT },
  'aside:2025-11-01T00:00:00.000Z:pick:9': { id: 7 },
  'sync:status': { at: AT, ok: false, problem: 'quota' },
};

/** The keys that a backup file includes. */
export const TAKEN = [
  'pick:28D1Y',
  'pick:1abcd',
  'watched:27FbS',
  'note:28D1Y',
  'off:strip',
  'off:host:example.sched.com',
  'pref:theme',
  'pref:accent',
  'pref:alarm',
  'pref:plan',
];

export const only = (keys: readonly string[]) =>
  Object.fromEntries(Object.entries(EVERYTHING).filter(([key]) => keys.includes(key)));

export interface World {
  store: OptionsStore;
  /** What the page shows now. */
  state: () => OptionsState;
  /** The texts of the files that were saved, by name. */
  files: Map<string, string>;
  stop: AbortController;
}

/** An options page that has read its storage. */
export async function opened(): Promise<World> {
  const files = new Map<string, string>();
  const stop = new AbortController();
  let state: OptionsState = {
    own: readOwn({}),
    settings: readSettings({}),
    stored: [],
  };
  const update = (change: Partial<OptionsState>) => {
    state = { ...state, ...change };
  };
  const save = (name: string, _: string, text: string) => void files.set(name, text);
  const store = optionsStore(guide, 'Europe/Berlin', { now: () => state, update }, stop.signal, save);
  await store.load();
  return { store, state: () => state, files, stop };
}

/** All storage areas as one string, to compare byte for byte. */
export async function bytes(): Promise<string> {
  const areas = await Promise.all([local.get(null), sync.get(null), session.get(null)]);
  return JSON.stringify([...areas, { ...localStorage }].map((area) => Object.entries(area).sort()));
}

export const makeFile = (text: string) => new File([text], 'backup.json', { type: 'application/json' });
