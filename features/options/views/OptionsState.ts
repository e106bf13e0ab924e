/** What the options page shows, and what a reader can do there. */

import type { Done } from '../../../lib/own/changes.ts';
import type { Own } from '../../../lib/own/own.ts';
import type { Choices, Settings, Switch } from '../../../lib/own/settings.ts';
import type { SyncStatus } from '../../../lib/own/sync-status.ts';

/** The kinds of what is stored, in the order in which they are listed. */
export const KINDS = [
  'pick',
  'watched',
  'note',
  'seen',
  'switches',
  'choices',
  'aside',
  'sync',
  'rest',
  'first',
  'tabs',
  'failures',
  'account',
] as const;
export type Kind = (typeof KINDS)[number];

/** How much of a kind is stored. */
export interface Stored {
  kind: Kind;
  count: number;
  /** Keys and values as JSON in UTF-8, which is what browsers count. */
  bytes: number;
}

/** What was removed a moment ago, and the way back. */
interface Removed {
  undo: () => void;
  /** The copy in the browser's account could not be removed. */
  accountStays: boolean;
}

export interface OptionsState {
  own: Pick<Own, 'picks' | 'watched' | 'notes'>;
  settings: Settings;
  sync?: SyncStatus | undefined;
  /** A line for each kind; none before the storage has answered. */
  stored: readonly Stored[];
  removed?: Removed | undefined;
  /** What went wrong and what became of it; shown until the reader dismisses it. */
  notice?: string | undefined;
  done?: Done | undefined;
}

export interface OptionsActions {
  prefer: <K extends keyof Choices>(name: K, value: Choices[K]) => void;
  turn: (which: Switch, on: boolean) => void;
  /** Saves everything of the reader's as a file. Throws where the storage could not be read. */
  exportFile: () => void;
  /** Adds what a file holds, or refuses it whole. Resolves with what is wrong with it, in words. */
  importFile: (file: File) => Promise<string | undefined>;
  /** Lets every choice of this page be what it was at first. */
  resetChoices: () => void;
  /** Removes everything that is stored. */
  resetAll: () => void;
  /** Opens the browser's own page of shortcuts. */
  shortcuts: () => void;
  /** Puts the text for a bug report into the clipboard, where the browser lets it. */
  diagnose: () => Promise<{ text: string; copied: boolean }>;
  openAgenda: () => void;
  dismiss: () => void;
  /** Says what was done, or no more. */
  said: (done: Done | undefined) => void;
}
