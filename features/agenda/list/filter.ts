/** Filters sessions, and counts what each filter would show. */
import type { AgendaSession } from '../../../data/agenda.ts';
import { type Facet, ONLY, type Only, type View } from './view.ts';

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

/** How many sessions would be shown, by facet and value. */
export type Counts = { readonly [F in Facet]: ReadonlyMap<View[F][number], number> };

/** Facets of which any chosen value matches. Of `only`, all must match. */
const ANY_OF = ['days', 'events', 'topics', 'levels'] as const satisfies readonly Facet[];
type AnyOf = (typeof ANY_OF)[number];

/** The entries that a view shows, in the same order. */
export function filterEntries<E extends Entry>(entries: readonly E[], view: View, found: Found): E[] {
  const hidden = createHiddenBy(view, found);
  return entries.filter((entry) => hidden(entry) === 'nothing');
}

/**
 * How many sessions would be shown if a value were the only one chosen in its facet (for `only`: chosen in addition), with
 * the rest of the view unchanged. Values are in the order of the entries, days in order of time. A chosen value without
 * entries counts 0, so that it can be deselected.
 */
export function countMatches(entries: readonly Entry[], view: View, found: Found): Counts {
  const hidden = createHiddenBy(view, found);
  const counts = {
    days: new Map<string, number>(),
    events: new Map<string, number>(),
    topics: new Map<string, number>(),
    levels: new Map<string, number>(),
  };
  const only = new Map<Only, number>(ONLY.map((value) => [value, 0]));
  for (const entry of entries) {
    const by = hidden(entry);
    for (const facet of ANY_OF) {
      const one = by === 'nothing' || by === facet ? 1 : 0;
      for (const value of facetValues(entry, facet)) add(counts[facet], value, one);
    }
    if (by === 'nothing') for (const value of ONLY) add(only, value, holds(entry, value) ? 1 : 0);
  }
  for (const facet of ANY_OF) for (const value of view[facet]) add(counts[facet], value, 0);
  return { ...counts, days: new Map([...counts.days].sort(([one], [other]) => (one < other ? -1 : 1))), only };
}

function add<V>(counts: Map<V, number>, value: V, more: number): void {
  const known = counts.get(value);
  if (more > 0 || known === undefined) counts.set(value, (known ?? 0) + more);
}

/** What hides an entry: nothing, a single facet, or more than that. */
function createHiddenBy(view: View, found: Found): (entry: Entry) => 'nothing' | AnyOf | 'more' {
  const chosen = ANY_OF.filter((facet) => view[facet].length > 0);
  return (entry) => {
    if (!view.only.every((value) => holds(entry, value))) return 'more';
    const against = chosen.filter((facet) => !facetValues(entry, facet).some((value) => view[facet].includes(value)));
    // The search comes last, because it is the slowest.
    if (against.length > 1 || !found(entry)) return 'more';
    return against[0] ?? 'nothing';
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
