/** Filters sessions, and counts what each filter would show. */
import type { AgendaSession } from '../../../data/agenda.ts';
import type { Facet, Only, View } from './view.ts';

export interface Entry {
  session: AgendaSession;
  /** `YYYY-MM-DD` in the agenda's zone. */
  day: string;
  picked: boolean;
  watched: boolean;
  recorded: boolean;
  changed: boolean;
}

/** Whether a search finds an entry. */
export type Found = (entry: Entry) => boolean;

/** Facets of which any chosen value matches. Of `only`, all must match. */
const ANY_OF = ['days', 'events', 'topics', 'levels'] as const satisfies readonly Facet[];
type AnyOf = (typeof ANY_OF)[number];

/** How many sessions would be shown, by facet and value. */
export type Counts = { readonly [F in AnyOf]: ReadonlyMap<string, number> };

/** The entries that a view shows, in the same order. */
export function filterEntries<E extends Entry>(entries: readonly E[], view: View, found: Found): E[] {
  const isChosen = (entry: E) => (facet: AnyOf) => {
    const chosen: readonly string[] = view[facet];
    return chosen.length === 0 || facetValues(entry, facet).some((value) => chosen.includes(value));
  };
  return entries.filter(
    (entry) => view.only.every((value) => holds(entry, value)) && ANY_OF.every(isChosen(entry)) && found(entry),
  );
}

/** How many of the entries that a view shows would be left if a value of `only` were chosen too. */
export function countOnly(shown: readonly Entry[], value: Only): number {
  return shown.filter((entry) => holds(entry, value)).length;
}

/**
 * How many sessions would be shown if a value were the only one chosen in its facet, with the rest of the view unchanged.
 * Values are in the order of the entries, days in order of time. A chosen value without entries counts 0, so that it can be
 * deselected.
 */
export function countMatches(entries: readonly Entry[], view: View, found: Found): Counts {
  const count = (facet: AnyOf) => {
    const values = (some: readonly Entry[]) => some.flatMap((entry) => facetValues(entry, facet));
    const counts = new Map([...values(entries), ...view[facet]].map((value) => [value, 0]));
    for (const value of values(filterEntries(entries, { ...view, [facet]: [] }, found)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    // Sorted as texts, which begin with the day.
    days: new Map([...count('days')].sort()),
    events: count('events'),
    topics: count('topics'),
    levels: count('levels'),
  };
}

function facetValues({ day, session }: Entry, facet: AnyOf): readonly string[] {
  if (facet === 'days') return [day];
  if (facet === 'events') return [session.event];
  return facet === 'topics' ? session.topics : [session.level];
}

function holds(entry: Entry, only: Only): boolean {
  return only === 'unseen' ? !entry.watched : entry[only];
}
