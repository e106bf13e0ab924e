/** What a page prints of a session in words, without the people: a speaker's name, company or biography says nothing. */
import { matches, member, query, queryAll } from './dom.ts';
import { PEOPLE_MAX, withoutPeople } from './people.ts';
import {
  DESCRIPTION,
  DETAILS,
  EVENT_PAGE,
  NOT_TITLE,
  PEOPLE_IN_LINK,
  PERSON_NAME,
  SESSION,
  SESSION_TITLE,
} from './selectors.ts';
import { DESCRIPTION_MAX, readText } from './text.ts';

/**
 * The texts of the session of a link.
 * @returns the title without the tail of speakers and companies; the description only where this page shows it
 */
export function sessionText(link: HTMLAnchorElement): { title: string; description?: string } {
  const details = detailsFor(link);
  const printed = readTitle(link);
  // A quick check, because most pages have several hundred titles: people follow a dash or a colon.
  const title = / [-–—] |: /u.test(printed) ? withoutPeople(printed, peopleBeside(link, details)) : printed;
  const description = descriptionOf(link);
  return description ? { title, description: readText(description, undefined, DESCRIPTION_MAX) } : { title };
}

/** The title in a session's link, with the people at its end. */
export function readTitle(link: Element): string {
  return readText(query(link, SESSION_TITLE) ?? link, NOT_TITLE);
}

/** Caches a function's results by element until the end of the task. */
export function oncePerTask<T>(read: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>();
  return (element) => {
    if (known.size === 0) queueMicrotask(() => known.clear());
    if (!known.has(element)) known.set(element, read(element));
    return known.get(element) as T;
  };
}

/** The description of a link's session, if this page shows it. */
export function descriptionOf(link: HTMLAnchorElement): Element | null | undefined {
  const details = detailsFor(link);
  return details && descriptionIn(details);
}

const descriptionIn = oncePerTask((details) => query(details, DESCRIPTION));

const namesIn = oncePerTask((details) =>
  [...queryAll(details, PERSON_NAME)].slice(0, PEOPLE_MAX).map((name) => readText(name)),
);

/** The details that follow a session before the next one, or those of the page when it is the session's own. */
function detailsFor(link: HTMLAnchorElement): Element | undefined {
  const session = link.closest(SESSION);
  if (!session) return undefined;
  const ownPage = link.getAttribute('href') === '#' ? link.closest(EVENT_PAGE) : null;
  return detailsAfter(session) ?? (ownPage && query(ownPage, DETAILS)) ?? undefined;
}

/** Elements that may be between a session and its details: what extensions put there. */
const BETWEEN_MAX = 20;

/** The details that a list shows after a session and before the next one. */
export function detailsAfter(session: Element): Element | undefined {
  let next = member(session, 'nextElementSibling');
  for (let count = 0; next && count < BETWEEN_MAX && !matches(next, SESSION); count += 1) {
    if (matches(next, DETAILS)) return next;
    next = member(next, 'nextElementSibling');
  }
  return undefined;
}

/** Names of the session's people, in small letters, as far as the page shows them beside it. */
function peopleBeside(link: HTMLAnchorElement, details: Element | undefined): string[] {
  const named = readText(query(link, PEOPLE_IN_LINK)).split('•', PEOPLE_MAX);
  const names = [...named, ...(details ? namesIn(details) : [])];
  return names.map((name) => name.trim().toLowerCase()).filter(Boolean);
}
