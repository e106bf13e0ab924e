/** The only door to the browser's storage. Every function rejects when the browser does; callers report it. */
import { browser } from 'wxt/browser';
import { canonical } from './own.ts';
import type { Patch, Values } from './patches.ts';

/** This device, the browser's account, and what the browser forgets when it closes. */
export type Area = 'local' | 'sync' | 'session';

/** What an area holds: all of it, or what it holds under some keys. */
export async function read(area: Area, keys?: readonly string[]): Promise<Values> {
  return browser.storage[area].get(keys ? [...keys] : null);
}

/**
 * Changes what this device stores: all of the patch, or it rejects and what was there stays.
 * @param expected skips keys that hold something else, which another window has stored meanwhile
 * @returns the inverse patch: `change(inverse)` is the undo, and `change(inverse, patch)` undoes only what nobody has
 *   changed since
 */
export async function change(patch: Patch, expected?: Patch): Promise<Patch> {
  const before = await read('local', Object.keys(patch));
  const keys = Object.keys(patch).filter((key) => !expected || canonical(before[key]) === canonical(expected[key]));
  const inverse = select(before, keys);
  await replace(select(patch, keys), inverse);
  return inverse;
}

/**
 * The same, but the write starts in the caller's task: a popup that closes in the next one loses nothing. Only where the
 * storage can be read, because it does not wait for what was there.
 */
export async function changeAtOnce(patch: Patch): Promise<Patch> {
  // The browser handles requests in order: the read still finds what was there before.
  const inverse = read('local', Object.keys(patch)).then((before) => select(before, Object.keys(patch)));
  await Promise.all([inverse, replace(patch, inverse)]);
  return inverse;
}

/** Stores, then removes. Where the browser refuses to remove, what was there comes back. */
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

/** Writes a patch without an inverse. Removes first, to make room, and calls the browser only where there is something to do. */
export async function write(area: Area, patch: Patch): Promise<void> {
  await remove(area, patch);
  await store(area, patch);
}

/** Calls back with the keys that any window has changed, as a patch, and with what they held before, until the signal aborts. */
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
