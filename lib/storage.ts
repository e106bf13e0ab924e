/** The only door to the browser's storage. Every function rejects when the browser does; callers say so to the reader. */
import { browser } from 'wxt/browser';
import { type Pick, pickKey, readPicks } from './picks.ts';
import { readSeen, type SeenFacts, seenKey } from './seen.ts';
import { isSettingKey, readSettings, type Settings, type Switch, switchKey } from './settings.ts';

/** Where values that no version of ours has written are kept: never deleted, never read. */
const ASIDE = 'aside:';

/** The ids of the picked sessions, and the storage keys of picks that can't be read. */
export async function loadPicks(): Promise<{ picked: Set<string>; broken: string[] }> {
  const { picks, broken } = readPicks(await browser.storage.local.get(null));
  return { picked: new Set(picks.keys()), broken };
}

/** Makes or removes a pick. Only this session's key is written. */
export async function setPicked(id: string, guide: string, picked: boolean): Promise<void> {
  if (!picked) return browser.storage.local.remove(pickKey(id));
  const pick: Pick = { id, guide, at: Date.now() };
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
