/** Applies changes, says what was done and offers undo, on all of the extension's pages. */
import { report } from '../report/report.ts';
import { counted, t } from '../text.ts';
import type { LiveCopy } from './live.ts';
import { readOwn } from './own.ts';
import { asidePatch, type Patch } from './patches.ts';

/** What was just done, with its undo. */
export interface Done {
  text: string;
  undo?: (() => void) | undefined;
}

/** What a page announces: what was done, or an error. */
export interface Announced {
  done?: Done | undefined;
  notice?: string | undefined;
}

export interface Changes {
  /**
   * Stores a change. If the browser refuses, reports that and shows a notice.
   * @param text says what was done, beside the undo; without it, success is silent
   * @param expected skips keys that hold something else by now
   * @returns whether it was stored
   */
  apply(patch: Patch, text?: string, expected?: Patch): Promise<boolean>;
  /** Says what was done. */
  say(text: string, undo?: () => void): void;
  /** Reports an error, and shows a notice. */
  fail(error: unknown, notice: string): void;
  /** Quarantines values that can't be parsed, and shows how many. Rejects if the browser refuses. */
  setBrokenAside(): Promise<void>;
}

/**
 * The changes of a live copy.
 * @param update shows what was done, or a notice
 * @param where names the page in reports
 */
export function createChanges(live: LiveCopy, update: (change: Announced) => void, where: string): Changes {
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
  /** Undo has no undo: the star or the note can be changed again. */
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
