/** What is kept for the first paint of every surface, as this page counts, removes and brings it back. */
import type { Own } from '../../lib/own/own.ts';
import type { Preferences } from '../../lib/own/preferences.ts';
import { firstState, keepFirst } from '../agenda/first.ts';

export type FirstCopy = typeof firstCopy;

export const firstCopy = {
  /** Keeps what was chosen, beside the view that was shown last. */
  keep(own: Own, preferences: Preferences): void {
    keepFirst({ ...firstState('page', '', Date.now()), own, preferences });
  },
  /** All of it, as the browser has it; nothing where it refuses. */
  read(): Record<string, string> {
    try {
      return { ...localStorage };
    } catch {
      return {};
    }
  },
  /** Puts back what was read, and nothing else. A browser that refuses costs nothing but a first paint. */
  replace(texts: Readonly<Record<string, string>>): void {
    try {
      localStorage.clear();
      for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    } catch {
      // It is a copy; the next change makes it anew.
    }
  },
};
