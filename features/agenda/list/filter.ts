/** Filters sessions. */
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
export const ANY_OF = ['days', 'events', 'topics', 'levels'] as const satisfies readonly Facet[];
export type AnyOf = (typeof ANY_OF)[number];

/** The entries that a view shows, in the same order. */
export function filterEntries<E extends Entry>(entries: readonly E[], view: View, found: Found): E[] {
  const hidden = createHiddenBy(view, found);
  return entries.filter((entry) => hidden(entry) === 'nothing');
}

/** How many of the entries that a view shows would be left if a value of `only` were chosen too. */
export function countOnly(shown: readonly Entry[], value: Only): number {
  return shown.filter((entry) => holds(entry, value)).length;
}

/** What hides an entry: nothing, a single facet, or more than that. */
export function createHiddenBy(view: View, found: Found): (entry: Entry) => 'nothing' | AnyOf | 'more' {
  const chosen = ANY_OF.filter((facet) => view[facet].length > 0);
  return (entry) => {
    if (!view.only.every((value) => holds(entry, value))) return 'more';
    const against = chosen.filter((facet) => !facetValues(entry, facet).some((value) => view[facet].includes(value)));
    // The search comes last, because it is the slowest.
    if (against.length > 1 || !found(entry)) return 'more';
    return against[0] ?? 'nothing';
  };
}

/** An entry's values in a facet. */
export function facetValues({ day, session }: Entry, facet: AnyOf): readonly string[] {
  if (facet === 'days') return [day];
  if (facet === 'events') return [session.event];
  return facet === 'topics' ? session.topics : [session.level];
}

function holds(entry: Entry, only: Only): boolean {
  return only === 'unseen' ? !entry.watched : entry[only];
}
