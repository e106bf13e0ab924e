/** Counts what each filter would show. */
import { ANY_OF, type AnyOf, createHiddenBy, type Entry, type Found, facetValues } from './filter.ts';
import type { View } from './view.ts';

/** How many sessions would be shown, by facet and value. */
export type Counts = { readonly [F in AnyOf]: ReadonlyMap<string, number> };

/**
 * How many sessions would be shown if a value were the only one chosen in its facet, with the rest of the view unchanged.
 * Values are in the order of the entries, days in order of time. A chosen value without entries counts 0, so that it can be
 * deselected.
 */
export function countMatches(entries: readonly Entry[], view: View, found: Found): Counts {
  const hidden = createHiddenBy(view, found);
  const counts = {
    days: new Map<string, number>(),
    events: new Map<string, number>(),
    topics: new Map<string, number>(),
    levels: new Map<string, number>(),
  };
  for (const entry of entries) {
    const by = hidden(entry);
    for (const facet of ANY_OF) {
      const one = by === 'nothing' || by === facet ? 1 : 0;
      for (const value of facetValues(entry, facet)) add(counts[facet], value, one);
    }
  }
  for (const facet of ANY_OF) for (const value of view[facet]) add(counts[facet], value, 0);
  // As texts, which begin with the day.
  return { ...counts, days: new Map([...counts.days].sort()) };
}

function add(counts: Map<string, number>, value: string, more: number): void {
  counts.set(value, (counts.get(value) ?? 0) + more);
}
