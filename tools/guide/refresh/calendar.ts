/** What a calendar file (RFC 5545) says of sessions. Instants are milliseconds since the epoch. */
import ICAL from 'ical.js';
import { toInstant } from '../../../lib/time/time.ts';
import { Refusal } from '../command.ts';

/** One event of a calendar. */
export interface Entry {
  uid: string;
  /** Its address, where it has one that can be read. */
  url: URL | undefined;
  title: string;
  description: string;
  /** Where it is held, as printed. */
  location: string;
  cancelled: boolean;
  when: When;
}

/** When an event is: from one instant to another, on a whole day (`YYYY-MM-DD`), or not to be read, and why not. */
export type When = { start: number; end: number } | { day: string } | { fault: string };

/**
 * The events of a calendar file, in its order; two events with the same texts are one.
 * @param zone IANA zone of times that name none
 * @param name of the file, for the messages
 * @throws {Refusal} when the text is no calendar, is cut, or has no event
 */
export function readCalendar(text: string, zone: string, name: string): Entry[] {
  const calendars = parseComponents(text, name);
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length === 0) {
    throw new Refusal(`${name} is a calendar without any event. Nothing was compared: save the site’s all.ics anew.`);
  }
  const entries = events.map((event) => toEntry(event, zone));
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function parseComponents(text: string, name: string): ICAL.Component[] {
  const plain = text.replace(/^\uFEFF/u, '').trim();
  if (!/^BEGIN:VCALENDAR\s/iu.test(plain)) {
    const page = /^<(?:!doctype|html|\?xml)/iu.test(plain);
    const what = plain === '' ? 'is empty' : page ? 'is a page, not a calendar' : 'is no calendar';
    throw new Refusal(`${name} ${what}. Save https://HOST.sched.com/all.ics in a browser and name that file.`);
  }
  try {
    // Several calendars in one file come as a list of them, one alone as itself (RFC 7265).
    const parsed = ICAL.parse(plain) as unknown[];
    const several = Array.isArray(parsed[0]) ? parsed : [parsed];
    return several.map((one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]));
  } catch (error) {
    throw new Refusal(`${name} is broken or was cut (${(error as Error).message}). Save the site’s all.ics anew.`);
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
  return times.end > times.start ? times : { fault: 'it ends before or as it starts' };
}

/** ical.js turns a day that is not in the calendar into one that is, and a 25th hour into the next day. */
function existing(property: ICAL.Property, time: ICAL.Time): void {
  const raw = String((property.toJSON() as unknown[])[3]);
  if (time.toString() !== raw) throw new RangeError(`${raw} does not exist`);
}

/** A zone that the file does not describe is looked up by its name, as most programs do. */
function instant(property: ICAL.Property, time: ICAL.Time, zone: string): number {
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate().getTime();
  const tzid = property.getFirstParameter('tzid') || zone;
  return toInstant(time.toString().slice(0, 16), tzid);
}
