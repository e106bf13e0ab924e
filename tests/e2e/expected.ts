/** What a reader should see of a guide, computed from its file and independently of the product's code. */
import { TZDate } from '@date-fns/tz';
import type { GuideFile, SessionFile } from '../../data/schema.ts';

/** Milliseconds since the epoch of a session's start and end. */
export function instantsOf({ zone }: GuideFile, { start, end }: SessionFile): [start: number, end: number] {
  const at = (local: string) => {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/u).map(Number);
    return new TZDate(year, month - 1, day, hour, minute, zone).getTime();
  };
  return [at(start), at(end)];
}

/** Normalizes white space for comparison, including narrow and no-break spaces. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim();
}

function format(instant: number, zone: string, fields: Intl.DateTimeFormatOptions): string {
  return plain(new Intl.DateTimeFormat('en', { ...fields, timeZone: zone }).format(instant));
}

/** “9:10 AM” */
export function clock(instant: number, zone: string): string {
  return format(instant, zone, { hour: 'numeric', minute: '2-digit' });
}

/** “Monday, November 10” */
export function longDay(instant: number, zone: string): string {
  return format(instant, zone, { weekday: 'long', month: 'long', day: 'numeric' });
}

/** “Mon, Nov 10” */
export function shortDay(instant: number, zone: string): string {
  return format(instant, zone, { weekday: 'short', month: 'short', day: 'numeric' });
}

/** Days since the epoch on a zone's calendar. */
function dayNumber(instant: number, zone: string): number {
  const [month = 0, day = 0, year = 0] = format(instant, zone, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .split('/')
    .map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** How many calendar days a zone is ahead of the event's when a session begins. */
export function shiftIn(guide: GuideFile, session: SessionFile, zone: string): number {
  const [start] = instantsOf(guide, session);
  return dayNumber(start, zone) - dayNumber(start, guide.zone);
}

/** A session's time as the agenda shows it in a zone: “12:40 AM +1 day to 1:05 AM”. */
export function when(guide: GuideFile, session: SessionFile, zone: string = guide.zone): string {
  const [start, end] = instantsOf(guide, session);
  const shift = shiftIn(guide, session, zone);
  const days = `${shift < 0 ? '−' : '+'}${Math.abs(shift)} day${Math.abs(shift) === 1 ? '' : 's'}`;
  return [
    clock(start, zone),
    ...(shift === 0 ? [] : [days]),
    `to ${clock(end, zone)}`,
    ...(dayNumber(end, zone) > dayNumber(start, zone) ? ['next day'] : []),
  ].join(' ');
}

/** The formatted days of the sessions, in order. */
export function daysIn(guide: GuideFile, zone: string = guide.zone, name = longDay): string[] {
  const starts = guide.sessions.map((session) => instantsOf(guide, session)[0]).sort((one, other) => one - other);
  return [...new Set(starts.map((start) => name(start, zone)))];
}

/** The ids of the sessions that contain every word of a query, in the guide's order. */
export function found(guide: GuideFile, query: string): string[] {
  const words = simple(query).split(' ');
  return guide.sessions
    .filter((session) => {
      const text = simple(textsOf(guide, session).join(' '));
      return words.every((word) => text.includes(word));
    })
    .map(({ id }) => id);
}

/** All searchable texts of a session. */
function textsOf(guide: GuideFile, session: SessionFile): string[] {
  const { title, takeaway, summary, why, level, kind, speakers, points } = session;
  return [
    ...[title, takeaway, summary, why, level, kind, ...points],
    ...speakers.flatMap(({ name, organisation = '' }) => [name, organisation]),
    ...guide.events.filter(({ id }) => id === session.event).map(({ name }) => name),
    ...[session, ...guide.events.filter(({ id }) => id === session.event)].flatMap(({ links }) =>
      links.flatMap(({ label = '', url }) => [label, new URL(url).host]),
    ),
    ...guide.topics.filter(({ id }) => session.topics.includes(id)).map(({ name }) => name),
    ...guide.terms.filter(({ id }) => session.terms.includes(id)).flatMap(({ name, also }) => [name, ...also]),
  ];
}

/** Lower-case letters without diacritics, and digits, with single spaces. */
function simple(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’“”]/gu, '');
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** “1 mention”, “5 mentions” */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
