/** What every feature on a page is handed. */
import type { PageIndex } from '../../data/page-index.ts';
import type { Bars } from '../../lib/messages.ts';
import type { Part, Settings, Switch } from '../../lib/own/settings.ts';
import type { Difference } from '../../sched/observe.ts';
import type { LoadPanel, Send } from './panel.ts';

export interface FeatureContext {
  readonly index: PageIndex;
  /** What is on for this page. */
  readonly parts: ReadonlySet<Part>;
  /** Whether a script of the page has gone to another address, and may still be drawing what stands there. */
  readonly redrawn: boolean;
  /** Ends everything: listeners, observers, timers and elements. */
  readonly signal: AbortSignal;
  /** What a session's card or briefing shows; rejects when the extension was updated or removed under the open page. */
  readonly panel: LoadPanel;
  /** Asks the background. */
  readonly send: Send;
  /** Carries the news that the page says something new of some sessions. */
  readonly changed: Changed;
  /** The closed cards; rejects as `panel` does. */
  readonly bars: () => Promise<Bars>;
  readonly picks: PagePicks;
  readonly settings: PageSettings;
}

export interface Changed {
  tell(ids: readonly string[]): void;
  subscribe(heard: (ids: readonly string[]) => void): void;
}

/** What the reader switched off, as the page knows it. */
export interface PageSettings {
  now(): Settings;
  /** Turns a switch, here and in every window. */
  turn(which: Switch, on: boolean): void;
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

/** A feature answers every batch of the page's changes, also those in which no session came or went. */
export type Feature = (difference: Difference) => void;
