/** The picks as one surface shows them: changed at once, stored after, taken back alone when the browser refuses. */
import { loadPicks, setPicked, watchPicks } from './storage.ts';

export interface PickList {
  has(id: string): boolean;
  /** Reads what is stored. Resolves with the storage keys that can't be read; rejects when nothing can. */
  load(): Promise<readonly string[]>;
  /** Picks a session or takes its pick back. Rejects when that could not be stored, and shows what was before. */
  toggle(id: string, title: string): Promise<void>;
}

/**
 * The picks made with a guide, kept up with every other window until the signal aborts.
 * @param changed called with the ids that are picked now, after every change
 */
export function pickList(guide: string, changed: (picked: ReadonlySet<string>) => void, signal: AbortSignal): PickList {
  let picked: ReadonlySet<string> = new Set();
  const show = (now: ReadonlySet<string>) => {
    if (signal.aborted) return;
    picked = now;
    changed(picked);
  };
  const mark = (id: string, now: boolean) => {
    const others = [...picked].filter((other) => other !== id);
    show(new Set(now ? [...others, id] : others));
  };

  watchPicks(show, signal);

  return {
    has: (id) => picked.has(id),
    async load() {
      const loaded = await loadPicks();
      show(loaded.picked);
      return loaded.broken;
    },
    async toggle(id, title) {
      const now = !picked.has(id);
      mark(id, now);
      try {
        await setPicked(id, guide, now, title);
      } catch (error) {
        mark(id, !now);
        throw error;
      }
    },
  };
}
