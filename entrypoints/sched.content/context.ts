/** What every feature on a page is handed. */
import type { PageIndex } from '../../data/page-index.ts';
import type { SessionDetail } from '../../lib/agenda.ts';
import type { Difference } from '../../sched/observe.ts';

export interface FeatureContext {
  readonly index: PageIndex;
  /** Ends everything: listeners, observers, timers and elements. */
  readonly signal: AbortSignal;
  /** The texts of a session; rejects when the extension was updated or removed under the open page. */
  detail(id: string): Promise<SessionDetail>;
  readonly picks: PagePicks;
}

/** The stars, as the page knows them. */
export interface PagePicks {
  has(id: string): boolean;
  toggle(id: string): void;
  /** Calls back after every change, in this window or another. */
  subscribe(changed: () => void): void;
}

/** A feature answers every batch of the page's changes, also those in which no session came or went. */
export type Feature = (difference: Difference) => void;
