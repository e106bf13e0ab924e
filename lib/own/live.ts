/**
 * A window's copy of the storage: read once, then kept up to date by change events. A change made in this window shows at
 * once and is stored after. If the browser refuses it, only that change is rolled back.
 */
import { canonical } from './own.ts';
import { applyPatch, type Patch, type Values } from './patches.ts';
import { type Area, change, changeAtOnce, read, watch } from './storage.ts';

export interface FollowedArea {
  values(): Values;
  /** Reads the whole area. Rejects if the browser does, and keeps `values`. */
  load(): Promise<void>;
  /** Applies a change that the browser has stored, ahead of its event. */
  put(patch: Patch): void;
}

/** Keeps a copy of an area up to date until the signal aborts. */
export function followArea(area: Area, changed: () => void, signal: AbortSignal): FollowedArea {
  let values: Values = {};
  /** Changes since the last read began, which its answer may not contain. */
  let newer: Patch = {};
  const put = (patch: Patch) => {
    newer = { ...newer, ...patch };
    values = applyPatch(values, patch);
    changed();
  };
  watch(area, put, signal);
  return {
    values: () => values,
    put,
    async load() {
      newer = {};
      const stored = await read(area);
      values = applyPatch(stored, newer);
    },
  };
}

export interface LiveCopy {
  /** What this device stores, including changes that are not stored yet. */
  values(): Values;
  /** Whether the storage has answered. Until then, only this window's changes are known. */
  isLoaded(): boolean;
  /** Reads the storage and calls every subscriber. Rejects if the browser does, and keeps the values. */
  load(): Promise<void>;
  /**
   * Stores a change. Rejects if the browser refuses, and restores the values.
   * @param expected skips keys that hold something else by now (see `change` of storage.ts)
   * @returns the inverse patch
   */
  apply(patch: Patch, expected?: Patch): Promise<Patch>;
  /** Calls back after each change of a key that `concerns` accepts, in any window, until the signal aborts. */
  subscribe(concerns: (key: string) => boolean, changed: () => void, until: AbortSignal): void;
}

/** The live copy of what this device stores, until the signal aborts. */
export function liveCopy(signal: AbortSignal): LiveCopy {
  let shown: Values = {};
  let loaded = false;
  /** Whether the last read failed. A change must not overwrite what could not be read. */
  let unreadable = false;
  /** Changes that are not stored yet, in order. */
  const pending = new Set<{ patch: Patch; done: Promise<unknown> }>();
  const subscribers = new Set<{ concerns: (key: string) => boolean; changed: () => void }>();

  const update = (isReload = false) => {
    const before = shown;
    shown = [...pending].reduce((values, { patch }) => applyPatch(values, patch), stored.values());
    const keys = changedKeys(before, shown);
    for (const { concerns, changed } of subscribers) if (isReload || keys.some(concerns)) changed();
  };
  const stored = followArea('local', update, signal);

  return {
    values: () => shown,
    isLoaded: () => loaded,
    async load() {
      try {
        await stored.load();
      } catch (error) {
        unreadable = true;
        throw error;
      }
      [loaded, unreadable] = [true, false];
      update(true);
    },
    async apply(patch, expected) {
      // The inverse depends on the outcome of earlier changes to the same keys.
      const earlier = [...pending].filter((other) => Object.keys(patch).some((key) => key in other.patch));
      const write = () => (expected || unreadable ? change(patch, expected) : changeAtOnce(patch));
      const done = Promise.allSettled(earlier.map((other) => other.done)).then(write);
      const mine = { patch, done };
      pending.add(mine);
      update();
      try {
        const inverse = await done;
        stored.put(Object.fromEntries(Object.keys(inverse).map((key) => [key, patch[key]])));
        return inverse;
      } finally {
        pending.delete(mine);
        update();
      }
    },
    subscribe(concerns, changed, until) {
      const subscriber = { concerns, changed };
      subscribers.add(subscriber);
      until.addEventListener('abort', () => subscribers.delete(subscriber));
    },
  };
}

function changedKeys(before: Values, after: Values): string[] {
  return Object.keys({ ...before, ...after }).filter(
    (key) => before[key] !== after[key] && canonical(before[key]) !== canonical(after[key]),
  );
}
