/** Reads what a Sched page prints about a session, as texts. lib/seen/page-facts.ts interprets them. */
import type { RawFacts } from '../lib/seen/page-facts.ts';
import { attribute, closest, matches, member, query, queryAll, rawText } from './dom.ts';
import {
  BESIDE_ROOM,
  BESIDE_TIME,
  DAY_HEADER,
  DAY_TEXT,
  EVENT_PAGE,
  FILE_LINK,
  PEOPLE_IN_LINK,
  PERSON,
  PERSON_NAME,
  ROLE,
  ROOM_IN_LINK,
  ROOM_LINK,
  SAVE_CONTROL,
  SAVED_CLASS,
  SESSION_LINK,
  STRUCTURED_DATA,
  VIDEO_FRAME,
  VIDEO_LINK,
  WHEN,
  WHEN_AND_WHERE,
  WHERE,
  ZONE_NAME,
} from './selectors.ts';
import { detailsAfter, readTitle } from './session-text.ts';
import { readText } from './text.ts';

/** Roles of people who don't speak. */
const NOT_SPEAKING = /sponsor|exhibitor|volunteer|attendee/iu;
/** More than a session has. */
const PEOPLE_MAX = 50;
const ADDRESSES_MAX = 20;
/** Code units of an address and of structured data. Longer ones are left out. */
const ADDRESS_MAX = 2_000;
const DATA_MAX = 20_000;
/** Sched's other id of a session, which print views and calendars use. */
const SCHED_ID = /^[0-9a-f]{32}$/u;

/** Reads a session's own page. `title` is the element with its title. */
export function readEventPage(title: Element): RawFacts {
  const root = closest(title, 'html') ?? title;
  const page = closest(title, EVENT_PAGE) ?? root;
  const data = queryAll(root, STRUCTURED_DATA);
  const texts = [...data]
    .slice(0, 3)
    .map(rawText)
    .filter(({ length }) => length <= DATA_MAX);
  return { ...read(title, page, query(page, DAY_HEADER)), ...(texts.length > 0 && { data: texts }) };
}

/** Reads a session in a list: its bar, and in the expanded list its details. */
export function readListed(session: Element): RawFacts {
  return read(session, detailsAfter(session) ?? null, null);
}

/** The value of Sched's cookie for the visitor's zone, still encoded. */
export function zoneCookie(cookie: string): string | undefined {
  return /(?:^|;)\s*timezone_display=([^;]*)/u.exec(cookie)?.[1];
}

/**
 * @param details the element with the session's details, a whole event page, or null
 * @param header the day's heading on an event page from before 2024
 */
function read(session: Element, details: Element | null, header: Element | null): RawFacts {
  const link = query(session, SESSION_LINK) ?? session;
  const find = (selector: string, root = details) => root && query(root, selector);
  const whenAndWhere = find(WHEN_AND_WHERE);
  const zoneBeside = readText(find(ZONE_NAME));
  const time = (element: Element | null, day?: string) => {
    // The room and its address are in elements beside the time.
    const text = readText(element, BESIDE_TIME);
    const zone = readText(find(ZONE_NAME, element)) || zoneBeside || undefined;
    return text ? [{ text, zone, day }] : [];
  };
  const where = find(WHERE);
  const room = (element: Element | null, without = BESIDE_ROOM) => readText(element, without).replace(/ ?\( ?\)/gu, '');
  const rooms = [
    room(find(ROOM_LINK, where)),
    room(where, `${BESIDE_ROOM}, a`),
    room(where),
    room(find(ROOM_LINK, whenAndWhere)),
    room(query(link, ROOM_IN_LINK)),
  ];
  const saved = member(session, 'classList').contains(SAVED_CLASS);
  const schedId = attribute(link, 'id') ?? '';
  return {
    title: readTitle(link),
    times: [...time(find(WHEN)), ...time(whenAndWhere), ...time(header && query(header, DAY_TEXT), header?.id)],
    ...some('room', rooms.find(Boolean)),
    ...some('speakers', readSpeakers(link, details)),
    files: addresses(details, FILE_LINK, 'href').map(({ element, url }) => ({ name: readText(element), url })),
    frames: addresses(details, VIDEO_FRAME, 'src').map(({ url }) => url),
    links: addresses(details, VIDEO_LINK, 'href').map(({ url }) => url),
    ...(SCHED_ID.test(schedId) && { schedId }),
    ...(saved || query(session, SAVE_CONTROL) ? { saved } : {}),
  };
}

function some<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** The people in the details except sponsors and the like, else those in the link. */
function readSpeakers(link: Element, details: Element | null): string[] | undefined {
  const names = new Set<string>();
  let speaking = true;
  for (const element of details ? queryAll(details, `${ROLE}, ${PERSON}`) : []) {
    if (names.size >= PEOPLE_MAX) break;
    if (matches(element, ROLE)) speaking = !NOT_SPEAKING.test(readText(element));
    // The first heading is the name. A biography after it may have headings too.
    else if (speaking) names.add(readText(query(element, PERSON_NAME)));
  }
  if (names.size === 0) for (const name of readText(query(link, PEOPLE_IN_LINK)).split('•')) names.add(name.trim());
  names.delete('');
  return names.size > 0 ? [...names] : undefined;
}

function addresses(details: Element | null, selector: string, name: string): { element: Element; url: string }[] {
  const elements = details ? [...queryAll(details, selector)].slice(0, ADDRESSES_MAX) : [];
  return elements.flatMap((element) => {
    // The attribute, because `href` of an SVG link is no string.
    const value = attribute(element, name) ?? '';
    const url = value.length <= ADDRESS_MAX ? (URL.parse(value) ?? URL.parse(value, member(element, 'baseURI'))) : null;
    return url ? [{ element, url: url.href }] : [];
  });
}
