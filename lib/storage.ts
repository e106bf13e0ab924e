/** The only door to the browser's storage. Every function rejects when the browser does; callers say so to the reader. */
import { browser } from 'wxt/browser';
import { type Pick, pickKey, readPicks } from './picks.ts';

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
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !Object.keys(changes).some((key) => key.startsWith(pickKey('')))) return;
    loadPicks().then(
      ({ picked }) => signal.aborted || changed(picked),
      () => {
        // A storage that can't be read keeps the last state that was shown.
      },
    );
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), { once: true });
}

/** Moves values aside under a name of their own: first the copy is stored, then the original removed. */
export async function setAside(keys: readonly string[]): Promise<void> {
  const stored = await browser.storage.local.get([...keys]);
  const now = new Date().toISOString();
  const copies = Object.entries(stored).map(([key, value]) => [`${ASIDE}${now}:${key}`, value]);
  await browser.storage.local.set(Object.fromEntries(copies));
  await browser.storage.local.remove([...keys]);
}
