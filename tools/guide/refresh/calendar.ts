/** Reads a calendar file (RFC 5545). Instants are milliseconds since the epoch. */
import ICAL from 'ical.js';
import { toInstant } from '../../../lib/time/time.ts';
import { Refusal } from '../command.ts';

/** One event of a calendar. */
export interface Entry {
  uid: string;
  /** Its address, if it has a valid one. */
  url: URL | undefined;
  title: string;
  description: string;
  /** The location, as printed. */
  location: string;
  cancelled: boolean;
  when: When;
}

/** The time of an event: two instants, a whole day (`YYYY-MM-DD`), or why it can't be read. */
export type When = { start: number; end: number } | { day: string } | { fault: string };

/**
 * Reads the events of a calendar file, in order and without duplicates.
 * @param zone the IANA zone of times without one
 * @param name the file's name, for messages
 * @throws {Refusal} if the text is not a calendar, is truncated, or has no events
 */
export function readCalendar(text: string, zone: string, name: string): Entry[] {
  const calendars = parseComponents(text, name);
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length === 0) {
    throw new Refusal(`${name} has no events. Nothing was compared: save the site’s all.ics again.`);
  }
  const entries = events.map((event) => toEntry(event, zone));
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function parseComponents(text: string, name: string): ICAL.Component[] {
  const plain = text.replace(/^\uFEFF/u, '').trim();
  if (!/^BEGIN:VCALENDAR\s/iu.test(plain)) {
    const page = /^<(?:!doctype|html|\?xml)/iu.test(plain);
    const what = plain === '' ? 'is empty' : page ? 'is a page, not a calendar' : 'is not a calendar';
    throw new Refusal(`${name} ${what}. Save https://HOST.sched.com/all.ics in a browser and name that file.`);
  }
  try {
    // ical.js returns several calendars as a list, but a single one directly (RFC 7265).
    const parsed = ICAL.parse(plain) as unknown[];
    const several = Array.isArray(parsed[0]) ? parsed : [parsed];
    return several.map((one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]));
  } catch (error) {
    throw new Refusal(`${name} is broken or truncated (${(error as Error).message}). Save the site’s all.ics again.`);
  }
}

function toEntry(event: ICAL.Component, zone: string): Entry {
  const text = (field: string) => String(event.getFirstPropertyValue(field) ?? '').trim();
  return {
    uid: text('uid'),
    url: URL.parse(text('url')) ?? undefined,
    title: text('summary').replace(/\s+/gu, ' ').normalize('NFC'),
    description: text('description'),
    location: text('location').replace(/\s+/gu, ' ').normalize('NFC'),
    cancelled: text('status').toUpperCase() === 'CANCELLED',
    when: parseWhen(event, zone),
  };
}

function parseWhen(event: ICAL.Component, zone: string): When {
  try {
    const begin = event.getFirstProperty('dtstart');
    if (!begin) return { fault: 'it has no start' };
    const start = begin.getFirstValue() as ICAL.Time;
    existing(begin, start);
    if (start.isDate) return { day: start.toString() };
    const finish = event.getFirstProperty('dtend');
    if (finish) {
      const end = finish.getFirstValue() as ICAL.Time;
      existing(finish, end);
      return inOrder({ start: instant(begin, start, zone), end: instant(finish, end, zone) });
    }
    const length = event.getFirstPropertyValue('duration');
    if (!(length instanceof ICAL.Duration)) return { fault: 'it has no end' };
    const from = instant(begin, start, zone);
    return inOrder({ start: from, end: from + length.toSeconds() * 1000 });
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function inOrder(times: { start: number; end: number }): When {
  return times.end > times.start ? times : { fault: 'it ends before it starts, or at the same time' };
}

/** Rejects invalid dates and hours, which ical.js silently normalizes. */
function existing(property: ICAL.Property, time: ICAL.Time): void {
  const raw = String((property.toJSON() as unknown[])[3]);
  if (time.toString() !== raw) throw new RangeError(`${raw} does not exist`);
}

/** Looks up a zone by name if the file does not define it, as most programs do. */
function instant(property: ICAL.Property, time: ICAL.Time, zone: string): number {
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate().getTime();
  const tzid = property.getFirstParameter('tzid') || zone;
  return toInstant(time.toString().slice(0, 16), tzid);
}
