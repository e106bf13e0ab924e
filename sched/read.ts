/** What a page of Sched prints of a session, as texts (lib/page-facts.ts says what they mean). Only reads. */
import type { RawFacts } from '../lib/seen/page-facts.ts';
import {
  BESIDE_TIME,
  DAY_HEADER,
  DAY_TEXT,
  EVENT_PAGE,
  FILE_LINK,
  NOT_TITLE,
  PEOPLE_IN_LINK,
  PERSON,
  PERSON_NAME,
  ROLE,
  ROOM_IN_LINK,
  ROOM_LINK,
  SAVE_CONTROL,
  SAVED_CLASS,
  SESSION_LINK,
  SESSION_TITLE,
  VIDEO_FRAME,
  WHEN,
  WHEN_AND_WHERE,
  WHERE,
  ZONE_NAME,
} from './selectors.ts';
import { detailsAfter, textOf } from './session-text.ts';

/** Roles under which nobody speaks. */
const NOT_SPEAKING = /sponsor|exhibitor|volunteer|attendee/iu;

/** What the page of a session prints of it, from the element with its title. */
export function readEventPage(title: Element): RawFacts {
  const page = title.closest(EVENT_PAGE) ?? title.ownerDocument.documentElement;
  return read(title, page, page.querySelector(DAY_HEADER));
}

/** What a list prints of one session: in the simple list, what is in its bar; in the expanded list, its details too. */
export function readListed(session: Element): RawFacts {
  return read(session, detailsAfter(session) ?? null, null);
}

/** The value of Sched's cookie for the visitor's zone, as it stands in `document.cookie`. */
export function zoneCookie(cookie: string): string | undefined {
  return /(?:^|;)\s*timezone_display=([^;]*)/u.exec(cookie)?.[1];
}

/**
 * @param details what holds the session's details: its own in the expanded list, the whole of an event page, or nothing
 * @param header the heading of the day on an event page of before 2024
 */
function read(session: Element, details: Element | null, header: Element | null): RawFacts {
  const link = session.querySelector(SESSION_LINK) ?? session;
  const find = (selector: string) => details?.querySelector(selector) ?? null;
  const whenAndWhere = find(WHEN_AND_WHERE);
  const time = (element: Element | null, day?: string) => {
    // The room and its address stand in elements of their own beside a time.
    const text = textOf(element, BESIDE_TIME);
    const zone = (element?.querySelector(ZONE_NAME) ?? find(ZONE_NAME))?.textContent;
    return text ? [{ text, zone, day }] : [];
  };
  const where = find(WHERE);
  const rooms = [where?.querySelector(ROOM_LINK), where, whenAndWhere?.querySelector(ROOM_LINK)];
  const saved = session.classList.contains(SAVED_CLASS);
  return {
    title: textOf(link.querySelector(SESSION_TITLE) ?? link, NOT_TITLE),
    times: [...time(find(WHEN)), ...time(whenAndWhere), ...time(header?.querySelector(DAY_TEXT) ?? null, header?.id)],
    ...some('room', [...rooms, link.querySelector(ROOM_IN_LINK)].map((room) => textOf(room ?? null)).find(Boolean)),
    ...some('speakers', speakersOf(link, details)),
    files: addresses(details, FILE_LINK, 'href').map(({ element, url }) => ({ name: textOf(element), url })),
    frames: addresses(details, VIDEO_FRAME, 'src').map(({ url }) => url),
    ...(saved || session.querySelector(SAVE_CONTROL) ? { saved } : {}),
  };
}

function some<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** Those in the details, where moderators are told apart and sponsors left out, else those in the link. */
function speakersOf(link: Element, details: Element | null): string[] | undefined {
  const names = new Set<string>();
  let speaking = true;
  for (const element of details?.querySelectorAll(`${ROLE}, ${PERSON}`) ?? []) {
    if (element.matches(ROLE)) speaking = !NOT_SPEAKING.test(element.textContent);
    // The heading with the name comes before a biography, which may have headings of its own.
    else if (speaking) names.add(textOf(element.querySelector(PERSON_NAME)));
  }
  if (names.size === 0)
    for (const name of textOf(link.querySelector(PEOPLE_IN_LINK)).split('•')) names.add(name.trim());
  names.delete('');
  return names.size > 0 ? [...names] : undefined;
}

function addresses(details: Element | null, selector: string, attribute: string): { element: Element; url: string }[] {
  return [...(details?.querySelectorAll(selector) ?? [])].flatMap((element) => {
    // Read as text: a link in a drawing has no `href` as such.
    const value = element.getAttribute(attribute) ?? '';
    const url = URL.parse(value) ?? URL.parse(value, element.baseURI);
    return url ? [{ element, url: url.href }] : [];
  });
}
