/** The interface between a page and the features that run on it. */
import type { PageIndex } from '../../data/page-index.ts';
import type { Ask, ListPanels } from '../../lib/messages.ts';
import type { Hint, PageChoices, Part } from '../../lib/own/settings.ts';
import type { Difference } from '../../sched/observe.ts';

export interface Feature {
  /** Whether the feature runs on a page. */
  runsOn(page: RunsOn): boolean;
  /** Starts the feature. It ends, and leaves nothing on the page, when the context's signal aborts. */
  start(context: FeatureContext): Settle;
}

/** What decides on which pages a feature runs. */
export interface RunsOn {
  /** The parts that are on for this page. */
  readonly parts: ReadonlySet<Part>;
  /** Whether the page is a session's own. */
  readonly isEventPage: boolean;
}

/** Called after every batch of the page's changes, also after those in which no session came or went. */
export type Settle = (difference: Difference) => void;

export interface FeatureContext extends RunsOn {
  readonly index: PageIndex;
  /** Ends everything: listeners, observers, timers and elements. */
  readonly signal: AbortSignal;
  /** Asks the background. Rejects when the extension was updated or removed under the open page. */
  readonly ask: Ask;
  /** Loads what a list shows, once for the features of a run. Rejects as `ask` does. */
  loadList(): Promise<ListPanels>;
  readonly picks: PagePicks;
  /** Calls back whenever a page is seen to say something new of a session. */
  onSeen(id: string, changed: () => void): void;
  readonly settings: PageSettings;
}

/** The settings, as the page knows them. */
export interface PageSettings {
  now(): PageChoices;
  /** Dims the others or not, or turns a part off, everywhere or on one host; here and in every window. */
  turn(which: { others: true }, on: boolean): void;
  turn(which: { part: Part; host?: string } | Hint, on: false): void;
  /** Calls back after every change, in this window or another, until the signal aborts. */
  subscribe(changed: () => void, until: AbortSignal): void;
}

/** The stars, as the page knows them. */
export interface PagePicks {
  has(id: string): boolean;
  /** @param title as the page prints it, for when a guide no longer has the session */
  toggle(id: string, title: string): void;
  /** Calls back after every change, in this window or another. */
  subscribe(changed: () => void): void;
}
