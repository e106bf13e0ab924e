/** The only module that calls the browser's storage. Every function rejects if the browser does; callers report it. */
import { browser } from 'wxt/browser';
import { canonical } from './own.ts';
import type { Patch, Values } from './patches.ts';

/** This device, the browser's account, and the session, which the browser forgets when it closes. */
export type Area = 'local' | 'sync' | 'session';

/** Reads an area: all of it, or some keys. */
export async function read(area: Area, keys?: readonly string[]): Promise<Values> {
  return browser.storage[area].get(keys ? [...keys] : null);
}

/**
 * Changes this device's storage: the whole patch, or it rejects and nothing has changed.
 * @param expected skips keys whose value differs, because another window has changed them
 * @returns the inverse patch: `change(inverse)` undoes everything, `change(inverse, patch)` only what has not changed since
 */
export async function change(patch: Patch, expected?: Patch): Promise<Patch> {
  const before = await read('local', Object.keys(patch));
  const keys = Object.keys(patch).filter((key) => !expected || canonical(before[key]) === canonical(expected[key]));
  const inverse = select(before, keys);
  await replace(select(patch, keys), inverse);
  return inverse;
}

/**
 * Like `change`, but starts to write in the caller's task, so that a popup that closes right after loses nothing. Only for
 * a storage that could be read before, because it does not wait for the old values.
 */
export async function changeAtOnce(patch: Patch): Promise<Patch> {
  // The browser handles requests in order, so this still reads the old values.
  const inverse = read('local', Object.keys(patch)).then((before) => select(before, Object.keys(patch)));
  await Promise.all([inverse, replace(patch, inverse)]);
  return inverse;
}

/** Stores, then removes. If the browser refuses to remove, restores the old values. */
async function replace(patch: Patch, inverse: Patch | Promise<Patch>): Promise<void> {
  await store('local', patch);
  try {
    await remove('local', patch);
  } catch (error) {
    const before = await inverse;
    // The browser may refuse this too.
    await Promise.allSettled([store('local', before), remove('local', before)]);
    throw error;
  }
}

/** Writes a patch, without an inverse. Removes first, to make room. */
export async function write(area: Area, patch: Patch): Promise<void> {
  await remove(area, patch);
  await store(area, patch);
}

/** Calls back with each change in any window, as a patch, and with the values before, until the signal aborts. */
export function watch(area: Area, changed: (patch: Patch, before: Values) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, from: string) => {
    if (from !== area) return;
    const values = (which: 'oldValue' | 'newValue') =>
      Object.fromEntries(Object.entries(changes).map(([key, values]) => [key, values[which] ?? undefined]));
    changed(values('newValue'), values('oldValue'));
  };
  browser.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
}

async function store(area: Area, patch: Patch): Promise<void> {
  const values = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (values.length > 0) await browser.storage[area].set(Object.fromEntries(values));
}

async function remove(area: Area, patch: Patch): Promise<void> {
  const keys = Object.keys(patch).filter((key) => patch[key] === undefined);
  if (keys.length > 0) await browser.storage[area].remove(keys);
}

function select(values: Values, keys: readonly string[]): Patch {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
