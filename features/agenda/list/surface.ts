/** State and actions of the agenda, in the popup, the tab and the panel. */
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import type { Done } from '../../../lib/own/changes.ts';
import type { Own } from '../../../lib/own/own.ts';
import type { Choices, Settings, Switch } from '../../../lib/own/settings.ts';
import type { PageSays } from '../../../lib/seen/page-says.ts';
import type { View } from './view.ts';

/** Where the agenda is shown: in the toolbar's popup, in a tab, or in the panel beside the page. */
export type Surface = 'popup' | 'page' | 'panel';

/** The search. It is loaded later, because it needs all texts of the guide. */
export interface Search {
  /** Which sessions have every word of a query, by id. */
  finds: (query: string) => (id: string) => boolean;
  /** Where a text has words of a query: ranges of its UTF-16 code units, in order. */
  hits: (text: string, query: string) => [start: number, end: number][];
  /** Which part of a session has words of a query that its title and speakers do not show, and the text around them. */
  why: (id: string, query: string) => { label: string; text: string } | undefined;
  /** The ids of the sessions that come nearest to a query which finds nothing, the nearest first. */
  nearest: (query: string) => string[];
}

export interface SurfaceState {
  surface: Surface;
  /** Whether the browser has no panel beside the page, as on a phone. */
  noPanel?: boolean | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  view: View;
  /** How far the reader has scrolled, in CSS pixels. */
  scrolled: number;
  own: Own;
  pages: ReadonlyMap<string, PageSays>;
  settings: Settings;
  /** Missing until the reader searches. */
  search?: Search | undefined;
  /** An error message, shown until the reader dismisses it. */
  notice?: string | undefined;
  done?: Done | undefined;
}

export interface Actions {
  show: (view: View) => void;
  pick: (id: string) => void;
  watched: (id: string) => void;
  note: (id: string, text: string) => void;
  /** Removes the records of a session that the guide no longer has. */
  forget: (id: string) => void;
  prefer: <K extends keyof Choices>(name: K, value: Choices[K]) => void;
  turn: (which: Switch, on: boolean) => void;
  dismiss: () => void;
  /** Shows what was done, or hides it. */
  showDone: (done: Done | undefined) => void;
  /** Loads the longer texts of a session. */
  detail: (id: string) => Promise<SessionDetail>;
  /** The reader is about to search, so the search is loaded. */
  searching: () => void;
  /** Opens another page of the extension; `print` opens the tab and prints it. */
  open: (what: 'page' | 'panel' | 'options' | 'print') => void;
}
