/** Parses a session's time as Sched prints it: local time in the zone that the visitor chose, with the zone's short name. */
import { offsetIn, parseOffset } from '../time/offsets.ts';

export interface ZoneHint {
  /** IANA zone that the visitor chose, if known. */
  chosen?: string;
  /** IANA zone of the event. */
  event: string;
}

/** Zones in which an abbreviation has another meaning. Their offsets alone don't tell: CST in Havana would be EST. */
const OTHERWISE =
  /^(?:CST Asia\/(?:Shanghai|Taipei|Macau|Chongqing|Harbin)|PST Asia\/Manila|IST (?:Europe\/Dublin|Asia\/(?:Jerusalem|Tel_Aviv))|C[SD]T America\/Havana)$/u;

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_OF = '(\\d{1,2})(?:st|nd|rd|th)?';
/** A date (month or day first, perhaps without a year), or a possible time of day. */
const TOKEN = new RegExp(
  `\\b(?:${MONTH} ${DAY_OF}\\b(?!:)|${DAY_OF} ${MONTH})(?:,? (\\d{4})\\b)?|\\b(\\d{1,2})(?:[:.](\\d\\d))?(?!\\d) ?(?:([ap])\\.?m\\b)?`,
  'giu',
);

/** A zone right after the last time of day. */
const ZONE_AFTER = /^[\s(]*((?:GMT|UTC)?[+\u2212-]\d[\d:]*|(?:[A-Z]{2,5}|Z|ChST)\b)/u;

/**
 * Start and end in milliseconds since the epoch, or undefined if the text has no time or an unknown zone: it never guesses.
 * An end before the start is on the next day. A single time is both start and end.
 * @param text such as “Thursday September 17, 2026 9:00am - 5:00pm EDT”
 * @param zoneName the zone as the page prints it; if left out, taken from the text after the last time of day
 * @param day ISO date that completes a text without a year, or without a date
 */
export function parseTimes(
  text: string,
  zones: ZoneHint,
  zoneName?: string,
  day?: string,
): { start: number; end: number } | undefined {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/\b(?:12 ?)?(noon|midnight)\b/giu, (_, word) => (/^n/iu.test(word) ? '12:00pm' : '12:00am'));
  const clocks: { wall: number; dated: boolean; half: boolean; after: number }[] = [];
  let date = utc(day);
  let dated = true;
  let isNamed = false;
  for (const match of line.matchAll(TOKEN)) {
    const [all, name1, day1, day2, name2, year, hour, minute = '0', half] = match;
    const name = name1 ?? name2;
    if (name) {
      const named = toDate(MONTHS.indexOf(name.toLowerCase()) / 3, Number(day1 ?? day2), year, date);
      // “November 10 - November 12, 9:00am” leaves the day open.
      if (isNamed && clocks.length < 2 && named !== date) return undefined;
      date = named;
      dated = isNamed = true;
    } else if ((half || match[7]) && clocks.length < 2) {
      const minutes = toMinuteOfDay(Number(hour), Number(minute), half);
      if (date === undefined || minutes === undefined) return undefined;
      clocks.push({ wall: date + minutes * MINUTE, dated, half: !half, after: match.index + all.length });
      dated = isNamed = false;
    }
  }
  const [from, to = from] = clocks;
  if (!from || !to || from.half !== to.half) return undefined;
  const next = to.wall < from.wall && !to.dated ? DAY : 0;
  if (to.wall + next < from.wall) return undefined;
  return instants(
    from.wall,
    to.wall,
    next,
    zoneName?.trim() || (ZONE_AFTER.exec(line.slice(to.after))?.[1] ?? ''),
    zones,
  );
}

/** Minutes since midnight; undefined when there is no such time of day. */
export function toMinuteOfDay(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59 || hour > (half ? 12 : 24) || (half && hour < 1)) return undefined;
  return (half ? (hour % 12) + (/p/iu.test(half) ? 12 : 0) : hour) * 60 + minute;
}

/** Midnight of a date, as if it were in UTC; undefined for a date that does not exist or has no year. */
function toDate(month: number, day: number, year: string | undefined, near: number | undefined): number | undefined {
  const known = new Date(near ?? Number.NaN);
  // In December, January is next year's.
  const nearest = known.getUTCFullYear() + Math.round((known.getUTCMonth() - month) / 12);
  const date = new Date(Date.UTC(Number(year ?? nearest), month, day));
  return date.getUTCDate() === day ? date.getTime() : undefined;
}

function utc(day = ''): number | undefined {
  return /^\d{4}-\d\d-\d\d$/u.test(day) ? Date.parse(day) || undefined : undefined;
}

/**
 * The instants of two local times in the zone that a text names.
 * @param next a day if the end is before the start
 */
function instants(from: number, to: number, next: number, name: string, { chosen, event }: ZoneHint) {
  const short = name.toUpperCase().replace(/[\s()]/gu, '');
  const offset = parseOffset(short);
  for (const zone of [chosen, event]) {
    if (zone === undefined || offsetIn(zone, from) === undefined) continue;
    const own = !short || OTHERWISE.test(`${short} ${zone}`);
    // The name may be that of the end, if the clocks change in between.
    const named = (wall: number) => offset !== undefined && offsetIn(zone, wall - offset) === offset;
    if (!own && !named(from) && !named(to + next)) continue;
    const repeated = next > 0 && repeatedHour(zone, from, to);
    if (repeated) return repeated;
    const start = instantIn(zone, from, own ? undefined : offset);
    return { start, end: instantIn(zone, to + next, own ? from - start : offset) };
  }
  return offset === undefined ? undefined : { start: from - offset, end: to + next - offset };
}

/** A session from 1:30 to 1:15 on the day on which clocks go back: the end is the second 1:15. Else undefined. */
function repeatedHour(zone: string, from: number, to: number): { start: number; end: number } | undefined {
  const after = offsetIn(zone, to + DAY) ?? 0;
  const [start, end] = [instantIn(zone, from), to - after];
  return end > start && offsetIn(zone, end) === after ? { start, end } : undefined;
}

/** The instant of a local time in a zone: at the named offset, else the first if the time occurs twice. */
function instantIn(zone: string, wall: number, named?: number): number {
  const around = [named, offsetIn(zone, wall - DAY), offsetIn(zone, wall + DAY)];
  const known = around.filter((offset) => offset !== undefined);
  const right = known.find((offset) => offsetIn(zone, wall - offset) === offset);
  // A time that is skipped when clocks go forward counts with the offset before.
  return wall - (right ?? known[0] ?? 0);
}
