/** State and actions of the options page. */
import type { Done } from '../../../lib/own/changes.ts';
import type { Own } from '../../../lib/own/own.ts';
import type { Choices, Settings, Switch } from '../../../lib/own/settings.ts';
import type { SyncStatus } from '../../../lib/own/sync-status.ts';

/** The kinds of stored data, in the order of the list. */
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
  /** Keys and values as JSON in UTF-8, as browsers count them. */
  bytes: number;
}

/** After everything was removed. */
interface Removed {
  undo: () => void;
  /** Whether the data in the browser's account could not be removed. */
  accountStays: boolean;
}

export interface OptionsState {
  own: Pick<Own, 'picks' | 'watched' | 'notes'>;
  settings: Settings;
  sync?: SyncStatus | undefined;
  /** A line for each kind; empty until the storage has answered. */
  stored: readonly Stored[];
  removed?: Removed | undefined;
  /** An error message, shown until the reader dismisses it. */
  notice?: string | undefined;
  done?: Done | undefined;
}

export interface OptionsActions {
  prefer: <K extends keyof Choices>(name: K, value: Choices[K]) => void;
  turn: (which: Switch, on: boolean) => void;
  /** Saves all of the reader's data as a file. Rejects if the storage can't be read. */
  exportFile: () => Promise<void>;
  /** Imports a file, all or nothing. Resolves with an error message if it is refused. */
  importFile: (file: File) => Promise<string | undefined>;
  /** Resets all options to their defaults. */
  resetChoices: () => void;
  /** Removes all stored data. */
  resetAll: () => void;
  /** Opens the browser's page for changing shortcuts. */
  shortcuts: () => void;
  /** Copies the diagnostics, if the browser allows it. */
  diagnose: () => Promise<{ text: string; copied: boolean }>;
  openAgenda: () => void;
  dismiss: () => void;
  /** Shows what was done, or hides it. */
  showDone: (done: Done | undefined) => void;
}
