/** Reads a list with the whole programme of its host. A session that is not on it has left the schedule. */
import { attribute, matches, member, queryAll } from './dom.ts';
import { DAY_ANCHOR, DAY_END, DAY_LINK, LIST, linksTo } from './selectors.ts';

/** URL parameters that only change a list's look. Any other may filter. */
const HARMLESS = new Set(['iframe', 'w', 'sidebar', 'bg']);
const DAY = /^\d{4}-\d\d-\d\d$/u;
/** An id in any spelling of a session's address. */
const ANY_ID = /(?:event|sched\.co)\/([0-9A-Za-z]{4,6})(?![0-9A-Za-z])/u;
/** The day in an address such as `YYYY-MM-DD/list/simple`. */
const DAY_PATH = /^(?:https:\/\/[^/]+)?\/?(\d{4}-\d\d-\d\d)(?:[/?#]|$)/u;

export interface WholeList {
  /** ISO dates of its days, in the zone of the page. */
  days: string[];
  /** The given sessions whose ids are in addresses on the page. */
  ids: string[];
}

/**
 * The whole programme of a host, or undefined when the page may have a part of it. To be asked after the document has ended
 * normally: a document that ends within its list is seen here, one that was stopped is not.
 */
export function readWholeList(document: Document, url: URL, sessions: readonly string[]): WholeList | undefined {
  if (!/^\/(?:list\/?(?:(?:simple|descriptions)\/?)?)?$/u.test(url.pathname)) return undefined;
  if (mayFilter(url)) return undefined;
  const [list, second] = queryAll(document, LIST);
  if (!list || second || !hasEnd(document, list)) return undefined;
  const days = [...queryAll(list, DAY_ANCHOR)].map(({ id }) => id).filter((id) => DAY.test(id));
  // A list of one day names the others in its menu.
  const linked = [...queryAll(document, DAY_LINK)].map((link) => DAY_PATH.exec(attribute(link, 'href') ?? '')?.[1]);
  if (days.length === 0 || linked.some((day) => day !== undefined && !days.includes(day))) return undefined;
  const found = new Set(
    [...queryAll(document, linksTo(sessions))].map((link) => ANY_ID.exec(attribute(link, 'href') ?? '')?.[1]),
  );
  return { days, ids: sessions.filter((id) => found.has(id)) };
}

/** Whether an address has a parameter that may filter. By `forEach`, because in Firefox's content scripts keys() is not iterable (153). */
function mayFilter({ searchParams }: URL): boolean {
  let filters = false;
  searchParams.forEach((_, name) => {
    if (!HARMLESS.has(name)) filters = true;
  });
  return filters;
}

/** Whether the last day of a list is closed, and the page goes on after the list: a document that was cut ends within. */
function hasEnd(document: Document, list: Element): boolean {
  const last = member(list, 'lastElementChild');
  return last !== null && matches(last, DAY_END) && !list.contains(lastElement(document.documentElement));
}

/** The last element of a document. */
function lastElement(root: Element): Element {
  let end = root;
  for (let next: Element | null = root; next; next = member(next, 'lastElementChild')) end = next;
  return end;
}
