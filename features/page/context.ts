/** The interface between a page and its features. */
import type { PageIndex } from '../../data/page-index.ts';
import type { Ask, ListPanels } from '../../lib/messages.ts';
import type { Hint, PageChoices, Part } from '../../lib/own/settings.ts';
import type { Difference } from '../../sched/observe.ts';
import type { Spot } from '../../sched/sessions.ts';

export interface Feature {
  /** Whether the feature runs on a page. */
  runsOn(page: RunsOn): boolean;
  /** Starts the feature. When the context's signal aborts, it ends and removes everything. */
  start(context: FeatureContext): Settle;
}

/** What decides on which pages a feature runs. */
export interface RunsOn {
  /** The parts that are on for this page. */
  readonly parts: ReadonlySet<Part>;
  /** Whether the page is a session's own. */
  readonly isEventPage: boolean;
}

/** Called after every batch of the page's changes, even if no session came or went. */
export type Settle = (difference: Difference) => void;

export interface FeatureContext extends RunsOn {
  readonly index: PageIndex;
  /** Ends all listeners, observers and timers, and removes all elements. */
  readonly signal: AbortSignal;
  /** Asks the background. Rejects if the extension was updated or removed under the open page. */
  readonly ask: Ask;
  /** Loads what a list shows, once for all features. Rejects as `ask` does. */
  loadList(): Promise<ListPanels>;
  readonly picks: PagePicks;
  /** The sessions that the differences have found so far and not lost. */
  readonly spots: ReadonlySet<Spot>;
  /** Calls back whenever a page says something new about a session. */
  onSeen(id: string, changed: () => void): void;
  readonly settings: PageSettings;
}

/** The settings on a page. */
export interface PageSettings {
  now(): PageChoices;
  /** Dims other sessions or not, or turns a part off, everywhere or on one host. Applies in every window. */
  turn(which: { others: true }, on: boolean): void;
  turn(which: { part: Part; host?: string } | Hint, on: false): void;
  /** Calls back after every change, in this window or another, until the signal aborts. */
  subscribe(changed: () => void, until: AbortSignal): void;
}

/** The picks on a page. */
export interface PagePicks {
  has(id: string): boolean;
  /** @param title as printed on the page, in case the guide loses the session */
  toggle(id: string, title: string): void;
  /** Calls back after every change, in this window or another. */
  subscribe(changed: () => void): void;
}
