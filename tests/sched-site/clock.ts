/** Times as Sched prints them: 12-hour clock, in the visitor's zone, with that zone's abbreviation. */
import { TZDate } from '@date-fns/tz';

export interface Moment {
  /** ISO date in the displayed zone. */
  day: string;
  weekday: string;
  /** "November 11" */
  date: string;
  year: string;
  /** "9:30am" */
  clock: string;
  /** "EST" */
  tz: string;
}

const instants = new Map<string, number>();

/** The instant, in milliseconds, of a wall-clock time (`YYYY-MM-DDTHH:MM`) in a zone. */
export function instant(local: string, zone: string): number {
  const key = `${local} ${zone}`;
  const at = instants.get(key) ?? instantIn(local, zone);
  instants.set(key, at);
  return at;
}

function instantIn(local: string, zone: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/u).map(Number);
  return new TZDate(year, month - 1, day, hour, minute, zone).getTime();
}

/** The days from the first to the last, both included, as ISO dates. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  const end = Date.parse(`${last}T00:00Z`);
  for (let at = Date.parse(`${first}T00:00Z`); at <= end; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

// Intl's English names only American zones; Sched (PHP) prints the tz database's abbreviations.
const ABBREVIATIONS: Record<string, string> = {
  'Central European Standard Time': 'CET',
  'Central European Summer Time': 'CEST',
  'Greenwich Mean Time': 'GMT',
  'British Summer Time': 'BST',
  'Eastern European Standard Time': 'EET',
  'Eastern European Summer Time': 'EEST',
  'India Standard Time': 'IST',
  'Japan Standard Time': 'JST',
  'New Zealand Standard Time': 'NZST',
  'New Zealand Daylight Time': 'NZDT',
  'Newfoundland Standard Time': 'NST',
  'Newfoundland Daylight Time': 'NDT',
  'Australian Eastern Standard Time': 'AEST',
  'Australian Eastern Daylight Time': 'AEDT',
  'China Standard Time': 'CST',
};

interface ZoneClock {
  parts: Intl.DateTimeFormat;
  long: Intl.DateTimeFormat;
  known: Map<number, Moment>;
}

// A list of 30,000 sessions has only some hundred distinct times, so Intl is called once for each.
const clocks = new Map<string, ZoneClock>();

function readClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const made: ZoneClock = {
    parts: new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    }),
    long: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }),
    known: new Map(),
  };
  clocks.set(zone, made);
  return made;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An instant as a page shows it in a zone. */
export function moment(at: number, zone: string): Moment {
  const clock = readClock(zone);
  const before = clock.known.get(at);
  if (before) return before;
  const part: Record<string, string> = {};
  for (const { type, value } of clock.parts.formatToParts(at)) part[type] = value;
  const { weekday = '', year = '', month = '', day = '', hour = '0', minute = '00', timeZoneName = '' } = part;
  const hours = Number(hour);
  const made: Moment = {
    day: `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
    weekday,
    date: `${month} ${day}`,
    year,
    clock: `${hours % 12 === 0 ? 12 : hours % 12}:${minute}${hours < 12 ? 'am' : 'pm'}`,
    tz: abbreviation(timeZoneName, clock.long, at),
  };
  clock.known.set(at, made);
  return made;
}

function abbreviation(short: string, long: Intl.DateTimeFormat, at: number): string {
  if (!/^GMT[+-]/u.test(short)) return short;
  const name = long.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const known = ABBREVIATIONS[name];
  if (known !== undefined) return known;
  // Zones without a letter abbreviation read "+03" or "+0545".
  const [, sign = '+', hours = '0', minutes = ''] = /^GMT([+-])(\d+)(?::(\d+))?$/u.exec(short) ?? [];
  return `${sign}${hours.padStart(2, '0')}${minutes}`;
}

/** "Thursday September 17, 2026 9:00am - 9:05am", with the date of the end if it is another day. */
export function span(start: number, end: number, zone: string): string {
  const from = moment(start, zone);
  const to = moment(end, zone);
  const first = `${from.weekday} ${from.date}, ${from.year} ${from.clock}`;
  return to.day === from.day ? `${first} - ${to.clock}` : `${first} - ${to.weekday} ${to.date}, ${to.year} ${to.clock}`;
}
