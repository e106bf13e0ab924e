/**
 * What the agenda shows of itself. It stands in the page's address, as a query of the URL
 * (https://url.spec.whatwg.org/#interface-urlsearchparams), so that a reload or a link brings it back. Addresses can be
 * written by anybody: what is read from one is data.
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
  /** `YYYY-MM-DD` in the zone in which the agenda is shown. An empty list, here and below, filters nothing. */
  days: readonly string[];
  /** Ids of the guide's events, and of its topics below. */
  events: readonly string[];
  topics: readonly string[];
  levels: readonly string[];
  only: readonly Only[];
  /** How the list is sorted; left out, as it suits the time: recordings first once all is over. */
  order?: Order | undefined;
}

/** What sessions are filtered by. */
export const FACETS = ['days', 'events', 'topics', 'levels', 'only'] as const satisfies readonly (keyof View)[];
export type Facet = (typeof FACETS)[number];

/** Their names in an address, each once for every value. */
const PARAMETERS = { days: 'day', events: 'event', topics: 'topic', levels: 'level', only: 'only' } as const;

export const EVERYTHING: View = { tab: 'agenda', query: '', days: [], events: [], topics: [], levels: [], only: [] };

/** Longer than any title: more is a slip of the clipboard. */
export const QUERY_MAX = 200;
/** Values in a facet: more than anybody presses. */
const VALUES_MAX = 50;
/** Twice the longest id of a guide so far. */
const VALUE_MAX = 80;
/** Holds the longest query and all facets full, every character of the query escaped as three bytes. */
const SEARCH_MAX = 20_000;

/**
 * The view that a URL's query asks for, with or without its question mark. What is unknown, doubled, or of a wrong shape
 * is left out, and what is too long cut; it never throws.
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

/** The query of a URL that shows a view: empty for EVERYTHING, otherwise with its question mark. */
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
export function cleared(view: View): View {
  return { ...EVERYTHING, tab: view.tab, order: view.order };
}

/** The view with a value of a facet chosen, or no longer. */
export function toggled<F extends Facet>(view: View, facet: F, value: View[F][number]): View {
  const chosen: readonly string[] = view[facet];
  const others = chosen.filter((one) => one !== value);
  return { ...view, [facet]: others.length < chosen.length ? others : [...chosen, value] };
}

/** Without the first half of a pair of surrogates at its end: alone, it can't be written into a URL. */
function cleanQuery(text: string): string {
  return text.slice(0, QUERY_MAX).replace(/[\uD800-\uDBFF]$/u, '');
}

/** A day that no calendar has, such as the 31st of November, can't be named. */
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
