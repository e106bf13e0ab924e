/**
 * The reader's own as one surface shows it: changed at once, stored after, and taken back alone when the browser refuses.
 * What another window stores meanwhile is shown, and never overwritten: only the keys of a change are written.
 */
import { type Own, ownOf, readOwn } from '../../lib/own/own.ts';
import type { Patch } from '../../lib/own/own-changes.ts';
import { change, loadOwnValues, watchOwnValues } from '../../lib/own/storage.ts';

export interface OwnList {
  /** Reads what is stored. Rejects when nothing can be read. */
  load(): Promise<Own>;
  /**
   * Writes a change. Resolves with what takes it back; rejects when it could not be stored, and shows what was before.
   * @param expected leaves out keys that hold something else by now, from another window
   */
  apply(patch: Patch, expected?: Patch): Promise<Patch>;
}

/** Follows the storage until the signal aborts. */
export function ownList(changed: (own: Own) => void, signal: AbortSignal): OwnList {
  let stored: Record<string, unknown> = {};
  /** Changes that the browser has not answered yet, by key. */
  const pending = new Map<string, { value: unknown; done: Promise<unknown> }>();
  const show = () => {
    const now = { ...stored };
    for (const [key, { value }] of pending) put(now, key, value);
    const own = readOwn(now);
    if (!signal.aborted) changed(own);
    return own;
  };

  watchOwnValues((values) => {
    stored = values;
    show();
  }, signal);

  return {
    async load() {
      stored = await loadOwnValues();
      return show();
    },
    async apply(patch, expected) {
      // What takes this back depends on what earlier changes of the same keys have come to.
      const earlier = Object.keys(patch).map((key) => pending.get(key)?.done);
      const done = Promise.allSettled(earlier).then(() => change(patch, expected));
      const mine = Object.entries(patch).map(([key, value]) => [key, { value, done }] as const);
      for (const [key, entry] of mine) pending.set(key, entry);
      show();
      try {
        const inverse = await done;
        for (const key of Object.keys(inverse)) if (ownOf(key)) put(stored, key, patch[key]);
        return inverse;
      } finally {
        // A later change of the same key is still on its way.
        for (const [key, entry] of mine) if (pending.get(key) === entry) pending.delete(key);
        show();
      }
    },
  };
}

function put(values: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete values[key];
  else values[key] = value;
}
