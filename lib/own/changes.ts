/** Applies a change, says what was done and offers undo: the same on all of the extension's pages. */
import { report } from '../report/report.ts';
import { counted, t } from '../text.ts';
import type { LiveCopy } from './live.ts';
import { readOwn } from './own.ts';
import { asidePatch, type Patch } from './patches.ts';

/** Something that was just done, said once, and undone by one press. */
export interface Done {
  text: string;
  undo?: (() => void) | undefined;
}

/** What a page says: what was done, and what went wrong. */
export interface Said {
  done?: Done | undefined;
  notice?: string | undefined;
}

export interface Changes {
  /**
   * Stores a change. A refusal is reported and said in a notice.
   * @param text what was done, said with the undo; without it, success is silent
   * @param expected skips keys that hold something else by now
   * @returns whether it was stored
   */
  apply(patch: Patch, text?: string, expected?: Patch): Promise<boolean>;
  /** Says what was done. */
  say(text: string, undo?: () => void): void;
  /** Reports an error, and says it in a notice. */
  fail(error: unknown, notice: string): void;
  /** Quarantines what can't be parsed, and says how much that was. Rejects when the browser refuses. */
  setBrokenAside(): Promise<void>;
}

/**
 * Changes a live copy.
 * @param update shows what is said; `where` names the page in reports
 */
export function createChanges(live: LiveCopy, update: (said: Said) => void, where: string): Changes {
  const say = (text: string, undo?: () => void) => update({ done: { text, undo } });
  const fail = (error: unknown, notice: string) => {
    report(error, where);
    update({ notice });
  };
  const store = async (patch: Patch, expected: Patch | undefined, stored: (inverse: Patch) => void) => {
    try {
      stored(await live.apply(patch, expected));
      return true;
    } catch (error) {
      fail(error, t('notice.unsaved'));
      return false;
    }
  };
  /** Undoing is said too, and has no undo: the star and the note are there for that. */
  const undo = (inverse: Patch, patch: Patch) =>
    store(inverse, patch, (again) => say(t(Object.keys(again).length > 0 ? 'done.undone' : 'done.changed')));

  return {
    say,
    fail,
    apply(patch, text, expected) {
      return store(patch, expected, (inverse) => text && say(text, () => void undo(inverse, patch)));
    },
    async setBrokenAside() {
      const { broken } = readOwn(live.values());
      if (broken.length === 0) return;
      await live.apply(asidePatch(live.values(), broken, Date.now()));
      update({ notice: counted('notice.broken', broken.length) });
    },
  };
}
