/** Formats times and lists. Instants are milliseconds since the epoch; zones are IANA names. */
import { language, t } from '../text.ts';

/** Whether times of day have 12 hours or 24. */
let hours: 12 | 24 = 12;

/** Sets the clock, 12 or 24 hours, for all functions below. */
export function writeHours(chosen: 12 | 24): void {
  if (chosen === hours) return;
  hours = chosen;
  formatter = cached(createFormatter);
}

/** Caches a function by zone and key, an object by its identity. */
function cached<K, V>(make: (key: K, zone: string) => V): typeof make {
  const zones = new Map<string, Map<K, V>>();
  return (key, zone) => {
    const ofZone = zones.get(zone) ?? new Map<K, V>();
    const made = ofZone.get(key) ?? make(key, zone);
    zones.set(zone, ofZone.set(key, made));
    return made;
  };
}

interface Fields extends Intl.DateTimeFormatOptions {
  /** That of the texts, if left out. */
  locale?: string;
}

/** Cached, because formatters are slow to create. The fields are the constants below. */
let formatter = cached(createFormatter);

function createFormatter(fields: Fields, zone: string): Intl.DateTimeFormat {
  const hourCycle = hours === 24 ? 'h23' : undefined;
  return new Intl.DateTimeFormat(fields.locale ?? language(), { ...fields, hourCycle, timeZone: zone });
}

const TIME = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const ZONE = { ...TIME, timeZoneName: 'short' } as const;
const SHORT_DAY = { weekday: 'short', month: 'short', day: 'numeric' } as const;
const YEAR_DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const FULL_DAY = { ...DAY, year: 'numeric' } as const;
// For keys and not texts: Swedish has years of four digits first, as ISO 8601 has.
const DATE = { locale: 'sv', year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** Start and end in the zone, such as “11:50 AM – 12:15 PM” or “9:10 – 9:35 AM”. */
export function timeRange(start: number, end: number, zone: string): string {
  // Over midnight formatRange() writes both dates in digits.
  const isPlain = isSameDay(start, end, zone) && !clocksChange(start, end, zone);
  return isPlain ? formatter(TIME, zone).formatRange(start, end) : startAndEnd(start, end, zone).join(' – ');
}

/** Start and end as two texts. If clocks change between them, with the zone's names: 1:30 AM EDT is before 1:15 AM EST. */
export function startAndEnd(start: number, end: number, zone: string): [string, string] {
  const [from, to] = [timeOfDay(start, zone), timeOfDay(end, zone)];
  return clocksChange(start, end, zone) ? [withZone(from, start, zone), withZone(to, end, zone)] : [from, to];
}

/** A range of times with its zone, such as “9:10 – 9:35 AM EST”. */
export function timeIn(start: number, end: number, zone: string): string {
  const time = timeRange(start, end, zone);
  return clocksChange(start, end, zone) ? time : withZone(time, start, zone);
}

function clocksChange(start: number, end: number, zone: string): boolean {
  return zoneName(start, zone) !== zoneName(end, zone);
}

function withZone(time: string, instant: number, zone: string): string {
  return t('body.timeIn', { time, zone: zoneName(instant, zone) });
}

/** A range of times with its day and zone, such as “Monday, November 10, 9:10 – 9:35 AM EST”. */
export function dayTimeIn(start: number, end: number, zone: string): string {
  return t('body.dayTimeIn', { day: dayName(start, zone), time: timeIn(start, end, zone) });
}

/** A time of day in the zone, such as “9:10 AM”. */
export function timeOfDay(instant: number, zone: string): string {
  return formatter(TIME, zone).format(instant);
}

/** The calendar day in the zone, as `YYYY-MM-DD`. Cached: every row needs it, and few sessions have a start of their own. */
export const dayKey = cached((instant: number, zone) => formatter(DATE, zone).format(instant));

/** Whether two instants are on the same day in the zone. Midnight is on the day that begins then. */
export function isSameDay(one: number, other: number, zone: string): boolean {
  return dayKey(one, zone) === dayKey(other, zone);
}

/** The calendar day in the zone, such as “Monday, November 10”. */
export function dayName(instant: number, zone: string): string {
  return formatter(DAY, zone).format(instant);
}

/** The calendar day in the zone, abbreviated, such as “Mon, Nov 10”. */
export function shortDay(instant: number, zone: string): string {
  return formatter(SHORT_DAY, zone).format(instant);
}

/** Browsers abbreviate a zone only in locales of its region. These cover Europe, the Gulf, Asia, Australia and Africa. */
const REGIONS = ['en-GB', 'en-IN', 'en-AU', 'en-KE', 'en-SG', 'en-HK', 'ja'].map((locale) => ({
  ...ZONE,
  locale,
}));

/** The zone's short name at an instant, such as “EST” or “CET” (or “GMT−3” where no region has an abbreviation). */
export const zoneName = cached((instant: number, zone) => {
  const name = shortZone(formatter(ZONE, zone), instant) ?? zone;
  if (!/^GMT[+\u2212-]/u.test(name) || !language().startsWith('en')) return name;
  const names = REGIONS.values().map((fields) => shortZone(formatter(fields, zone), instant));
  return names.find((other) => other && !/^(?:GMT|UTC)[+\u2212-]/u.test(other)) ?? name;
});

function shortZone(format: Intl.DateTimeFormat, instant: number): string | undefined {
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
}

/** A calendar day from `YYYY-MM-DD`, such as “Nov 24, 2026”. */
export function dateName(day: string): string {
  return formatter(YEAR_DAY, 'UTC').format(Date.parse(day));
}

/** The calendar day in the zone with its year, such as “Monday, November 10, 2025”. */
export function fullDay(instant: number, zone: string): string {
  return formatter(FULL_DAY, zone).format(instant);
}

/** A list of items, such as “eBPF, Policy, Scale”. */
export function formatList(items: readonly string[]): string {
  return createListFormat('unit').format(items);
}

/** A list of people, such as “Ada & Bo”. */
export function formatNames(names: readonly string[]): string {
  return createListFormat('conjunction').format(names);
}

/** A list inside a sentence, such as “the slides and the abstract”. */
export function formatInSentence(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(items);
}

/** The name of a language, such as “Japanese” for `ja`; the tag itself if the browser knows no name. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
}

/** Items such as elements, with the language's list separators between them. */
export function formatListParts<T>(items: readonly T[]): (T | string)[] {
  const parts = createListFormat('unit').formatToParts(items.map((_, index) => String(index)));
  return parts.map(({ type, value }) => (type === 'element' ? (items[Number(value)] as T) : value));
}

function createListFormat(type: 'unit' | 'conjunction'): Intl.ListFormat {
  return new Intl.ListFormat(language(), { type, style: 'short' });
}
