/**
 * The view of the agenda: tab, search, filters and order. It is in the query of the page's URL, so that a reload or a link
 * restores it. Anyone can write a URL, so its values are checked.
 */

export const TABS = ['agenda', 'catch-up', 'share'] as const;
export type Tab = (typeof TABS)[number];

export const ONLY = ['picked', 'unseen', 'recorded', 'changed'] as const;
export type Only = (typeof ONLY)[number];

const ORDERS = ['day', 'recorded'] as const;
export type Order = (typeof ORDERS)[number];

export interface View {
  tab: Tab;
  /** As the reader typed it. */
  query: string;
  /** `YYYY-MM-DD` in the agenda's zone. Here and below, an empty list filters nothing. */
  days: readonly string[];
  /** Ids of the guide's events, and of its topics below. */
  events: readonly string[];
  topics: readonly string[];
  levels: readonly string[];
  only: readonly Only[];
  /** How the list is sorted; if left out, by day, and recordings first after the event. */
  order?: Order | undefined;
}

/** What the filters are about. */
export const FACETS = ['days', 'events', 'topics', 'levels', 'only'] as const satisfies readonly (keyof View)[];
export type Facet = (typeof FACETS)[number];

/** The URL parameter of each, repeated for every value. */
const PARAMETERS = { days: 'day', events: 'event', topics: 'topic', levels: 'level', only: 'only' } as const;

export const EVERYTHING: View = { tab: 'agenda', query: '', days: [], events: [], topics: [], levels: [], only: [] };

/** Longer than any title. */
export const QUERY_MAX = 200;
/** Values in a facet. */
const VALUES_MAX = 50;
/** Twice the longest id so far. */
const VALUE_MAX = 80;
/** Enough for the longest query, with every character escaped, and all facets full. */
const SEARCH_MAX = 20_000;

/**
 * Parses the query of a URL, with or without the question mark. Drops what is unknown, repeated or invalid, and cuts what is
 * too long. Never throws.
 */
export function parseView(search: string): View {
  const given = new URLSearchParams(search.slice(0, SEARCH_MAX));
  const values = <V extends string>(facet: Facet, isOne: (value: string) => value is V): V[] =>
    [...new Set(given.getAll(PARAMETERS[facet]).filter(isOne))].slice(0, VALUES_MAX);
  return {
    tab: TABS.find((one) => one === given.get('tab')) ?? EVERYTHING.tab,
    query: cleanQuery(given.get('q') ?? ''),
    days: values('days', isDay),
    events: values('events', isId),
    topics: values('topics', isId),
    levels: values('levels', isId),
    only: values('only', isOnly),
    order: ORDERS.find((one) => one === given.get('order')),
  };
}

/** The query of a URL for a view: empty for EVERYTHING, otherwise with the question mark. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  if (view.tab !== EVERYTHING.tab) query.set('tab', view.tab);
  if (view.query) query.set('q', view.query);
  if (view.order) query.set('order', view.order);
  for (const facet of FACETS) for (const value of view[facet]) query.append(PARAMETERS[facet], value);
  return query.size > 0 ? `?${query}` : '';
}

/** Whether a view may hide sessions. */
export function isFiltered(view: View): boolean {
  return view.query.trim() !== '' || FACETS.some((facet) => view[facet].length > 0);
}

/** The view without search and filters. */
export function clearFilters(view: View): View {
  return { ...EVERYTHING, tab: view.tab, order: view.order };
}

/** The view with a value of a facet selected or deselected. */
export function toggleValue<F extends Facet>(view: View, facet: F, value: View[F][number]): View {
  const chosen: readonly string[] = view[facet];
  const others = chosen.filter((one) => one !== value);
  return { ...view, [facet]: others.length < chosen.length ? others : [...chosen, value] };
}

/** Without half a surrogate pair at the end, which a URL can't contain. */
function cleanQuery(text: string): string {
  return text.slice(0, QUERY_MAX).replace(/[\uD800-\uDBFF]$/u, '');
}

/** Whether a day is in the calendar: the 31st of November is not. */
function isDay(value: string): value is string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const instant = Date.parse(value);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

function isId(value: string): value is string {
  return value.length <= VALUE_MAX && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value);
}

function isOnly(value: string): value is Only {
  return (ONLY as readonly string[]).includes(value);
}
