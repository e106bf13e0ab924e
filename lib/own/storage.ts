/** The only door to the browser's storage. Every function rejects when the browser does; callers say so to the reader. */
import { browser } from 'wxt/browser';
import { FAILURES, type Failure, readFailures } from '../report/failures.ts';
import { readSeen, type SeenFacts, seenKey, TITLE_MAX } from '../seen/seen.ts';
import { canonical, type Own, ownOf, readOwn } from './own.ts';
import type { Patch } from './own-changes.ts';
import { type Pick, pickKey, readPicks } from './picks.ts';
import { isPreferenceKey, type Preferences, preferenceKey, readPreferences } from './preferences.ts';
import { isSettingKey, readSettings, type Settings, type Switch, switchKey } from './settings.ts';
import { readSyncStatus, SYNC_STATUS, type SyncStatus } from './sync-status.ts';

/** Where values that no version of ours has written are kept: never deleted, never read. */
const ASIDE = 'aside:';

/** The ids of the picked sessions, and the storage keys of picks that can't be read. */
export async function loadPicks(): Promise<{ picked: Set<string>; broken: string[] }> {
  const { picks, broken } = readPicks(await browser.storage.local.get(null));
  return { picked: new Set(picks.keys()), broken };
}

/** Makes or removes a pick. Only this session's key is written. */
export async function setPicked(id: string, guide: string, picked: boolean, title?: string): Promise<void> {
  if (!picked) return browser.storage.local.remove(pickKey(id));
  // A page may print a title of any length.
  const pick: Pick = { id, guide, at: Date.now(), ...(title && { title: title.slice(0, TITLE_MAX) }) };
  return browser.storage.local.set({ [pickKey(id)]: pick });
}

/** Calls back with the ids that are picked whenever a pick changes in any window, until the signal aborts. */
export function watchPicks(changed: (picked: Set<string>) => void, signal: AbortSignal): void {
  const load = async () => (await loadPicks()).picked;
  watch((key) => key.startsWith(pickKey('')), load, changed, signal);
}

/** What the reader switched off. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await browser.storage.local.get(null));
}

/** Turns a switch of the settings. Only its own key is written. */
export async function setSwitch(which: Switch, on: boolean): Promise<void> {
  const key = switchKey(which);
  return on ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: true });
}

/** Calls back with the settings whenever one changes in any window, until the signal aborts. */
export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  watch(isSettingKey, loadSettings, changed, signal);
}

/** Calls back when a key changes. A storage that can't be read keeps the last state that was shown. */
function watch<T>(
  concerns: (key: string) => boolean,
  load: () => Promise<T>,
  changed: (value: T) => void,
  signal: AbortSignal,
): void {
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !Object.keys(changes).some(concerns)) return;
    load().then(
      (value) => signal.aborted || changed(value),
      () => {},
    );
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), { once: true });
}

/** What the pages of sessions were seen to say, by session id. */
export async function loadSeen(): Promise<Map<string, SeenFacts>> {
  return readSeen(await browser.storage.local.get(null));
}

/** Keeps what was seen of some sessions, each under its own key. */
export async function saveSeen(seen: ReadonlyMap<string, SeenFacts>): Promise<void> {
  await browser.storage.local.set(Object.fromEntries([...seen].map(([id, facts]) => [seenKey(id), facts])));
}

/** Moves values aside under a name of their own: first the copy is stored, then the original removed. */
export async function setAside(keys: readonly string[]): Promise<void> {
  const stored = await browser.storage.local.get([...keys]);
  const now = new Date().toISOString();
  const copies = Object.entries(stored).map(([key, value]) => [`${ASIDE}${now}:${key}`, value]);
  await browser.storage.local.set(Object.fromEntries(copies));
  await browser.storage.local.remove([...keys]);
}

/** All that is stored on this device. */
export async function loadAll(): Promise<Record<string, unknown>> {
  return browser.storage.local.get(null);
}

/** Removes what is stored under the keys. */
export async function removeAll(keys: readonly string[]): Promise<void> {
  await browser.storage.local.remove([...keys]);
}

/** What the reader made of sessions. */
export async function loadOwn(): Promise<Own> {
  return readOwn(await loadAll());
}

/** Calls back with the reader's own whenever some of it changes in any window, until the signal aborts. */
export function watchOwn(changed: (own: Own) => void, signal: AbortSignal): void {
  watch((key) => ownOf(key) !== undefined, loadOwn, changed, signal);
}

/** The reader's own as it is stored, by storage key. */
export async function loadOwnValues(): Promise<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(await loadAll()).filter(([key]) => ownOf(key)));
}

/** Calls back with the stored values whenever some of the reader's own changes in any window, until the signal aborts. */
export function watchOwnValues(changed: (values: Record<string, unknown>) => void, signal: AbortSignal): void {
  watch((key) => ownOf(key) !== undefined, loadOwnValues, changed, signal);
}

/** Calls back whenever something new was seen on a page, until the signal aborts. */
export function watchSeen(changed: (seen: Map<string, SeenFacts>) => void, signal: AbortSignal): void {
  watch((key) => key.startsWith(seenKey('')), loadSeen, changed, signal);
}

/** What the reader chose. */
export async function loadPreferences(): Promise<Preferences> {
  return readPreferences(await loadAll());
}

/** Chooses; undefined goes back to what is chosen for those who never did. Only this preference's key is written. */
export async function setPreference<K extends keyof Preferences>(
  name: K,
  value: Preferences[K] | undefined,
): Promise<void> {
  await write({ [preferenceKey(name)]: value });
}

/** Calls back with the preferences whenever one changes in any window, until the signal aborts. */
export function watchPreferences(changed: (preferences: Preferences) => void, signal: AbortSignal): void {
  watch(isPreferenceKey, loadPreferences, changed, signal);
}

/**
 * Stores the values of a patch and removes the keys that are undefined in it: all of it, or it rejects and what was there
 * stays.
 * @param expected leaves out keys that hold something else, which another window has stored meanwhile
 * @returns what the changed keys held before, so that it is taken back by `change(inverse)`, and by
 *   `change(inverse, patch)` only where nothing else was stored since
 */
export async function change(patch: Patch, expected?: Patch): Promise<Patch> {
  const before = await browser.storage.local.get(Object.keys(patch));
  const keys = Object.keys(patch).filter((key) => !expected || canonical(before[key]) === canonical(expected[key]));
  const of = (values: Patch, some: readonly string[]) => Object.fromEntries(some.map((key) => [key, values[key]]));
  const set = keys.filter((key) => patch[key] !== undefined);
  await write(of(patch, set));
  try {
    await removeSome(keys.filter((key) => patch[key] === undefined));
  } catch (error) {
    // As far as a browser lets us that has just refused.
    await write(of(before, set)).catch(() => {});
    throw error;
  }
  return of(before, keys);
}

async function write(patch: Patch): Promise<void> {
  const values = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (values.length > 0) await browser.storage.local.set(Object.fromEntries(values));
  await removeSome(Object.keys(patch).filter((key) => patch[key] === undefined));
}

async function removeSome(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await removeAll(keys);
}

/** All that is stored in the browser's account. */
export async function loadAccount(): Promise<Record<string, unknown>> {
  return browser.storage.sync.get(null);
}

/** As `write`, in the account: what goes makes room first. One call each, because calls are counted. */
export async function changeAccount(patch: Patch): Promise<void> {
  const gone = Object.keys(patch).filter((key) => patch[key] === undefined);
  const values = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (gone.length > 0) await browser.storage.sync.remove(gone);
  if (values.length > 0) await browser.storage.sync.set(Object.fromEntries(values));
}

/** How the last exchange with the account went, or undefined where there was none. */
export async function loadSyncStatus(): Promise<SyncStatus | undefined> {
  return readSyncStatus(await loadAll());
}

/** Calls back after every exchange with the account, until the signal aborts. */
export function watchSyncStatus(changed: (status: SyncStatus | undefined) => void, signal: AbortSignal): void {
  watch((key) => key === SYNC_STATUS, loadSyncStatus, changed, signal);
}

/** What failed last, in this session of the browser. */
export async function loadFailures(): Promise<Failure[]> {
  return readFailures(await browser.storage.session.get(FAILURES));
}

export async function saveFailures(failures: readonly Failure[]): Promise<void> {
  await browser.storage.session.set({ [FAILURES]: failures });
}
