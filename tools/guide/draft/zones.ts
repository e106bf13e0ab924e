/** Zones as posts name them, and the IANA zone that is meant. */
import { offsetIn, parseOffset } from '../../../lib/time/offsets.ts';

/** What posts call zones, and the IANA zones that are called so, the usual one first; none where they are too many. */
const ZONES: Record<string, readonly string[]> = {
  ET: ['America/New_York'],
  EST: ['America/New_York'],
  EDT: ['America/New_York'],
  CT: ['America/Chicago'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
  CDT: ['America/Chicago'],
  MT: ['America/Denver', 'America/Phoenix'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
  PST: ['America/Los_Angeles'],
  PDT: ['America/Los_Angeles'],
  GMT: [],
  UTC: [],
  Z: [],
  BST: ['Europe/London'],
  WET: ['Europe/Lisbon'],
  WEST: ['Europe/Lisbon'],
  CET: [],
  CEST: [],
  EET: [],
  EEST: [],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  SGT: ['Asia/Singapore'],
  HKT: ['Asia/Hong_Kong'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  BRT: ['America/Sao_Paulo'],
};

/** Abbreviations with several meanings. */
const MEANINGS: Record<string, readonly string[]> = {
  ET: ['EST', 'EDT'],
  CT: ['CST', 'CDT'],
  MT: ['MST', 'MDT'],
  PT: ['PST', 'PDT'],
  CST: ['CST', 'UTC+8'],
  IST: ['IST', 'UTC+1', 'UTC+2'],
};

const LONG: Record<string, string> = { Eastern: 'ET', Central: 'CT', Mountain: 'MT', Pacific: 'PT' };

/** A zone behind a time. Case matters: `est` and `met` are words. */
export const ZONE_WORD = String.raw`(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::?\d\d)?|\+\d\d:?\d\d\b|(?:${Object.keys(ZONES)
  .sort((a, b) => b.length - a.length)
  .join('|')})\b|(?:${Object.keys(LONG).join('|')})(?:\s(?:Standard|Daylight))?\sTime\b|[Ll]ocal [Tt]ime\b`;

const OFFSET = /^(?:UTC|GMT)?\s?[+−–-]\s?\d{1,2}:?(?:\d\d)?$/u;

/** Minutes from UTC that a zone's name may mean; none for “local time”. */
export function findOffsets(word: string): number[] {
  if (OFFSET.test(word)) return toMinutes(word.replace(/\s/gu, '').replace('–', '-'));
  const name = toAbbreviation(word);
  return Object.hasOwn(ZONES, name) ? (MEANINGS[name] ?? [name]).flatMap(toMinutes) : [];
}

function toMinutes(short: string): number[] {
  const offset = parseOffset(short);
  return offset === undefined ? [] : [offset / 60_000];
}

/** Whether a name is an offset from UTC, whatever the place: such a time may be meant to be converted. */
export function isUniversal(word: string): boolean {
  return /^(?:UTC|Z)\b/u.test(word) || OFFSET.test(word);
}

/**
 * The IANA zones that a post may mean by a zone's name: the cities that it names decide where they can, because several
 * zones share an abbreviation. A city alone decides nothing.
 * @param text of the whole post
 * @param day ISO date of a session, on which the offset must hold
 */
export function zonesFor(word: string, text: string, day: string): string[] {
  const offsets = findOffsets(word);
  if (offsets.length === 0) return [];
  const cities = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
    return zone.includes('/') && new RegExp(String.raw`(?<!\p{L})${city}(?!\p{L})`, 'u').test(text);
  });
  // Summer time may be called by the name of standard time.
  const near = cities.filter((zone) => offsets.includes(offsetOn(day, zone) ?? Number.NaN));
  return near.length > 0 ? near : [...(ZONES[toAbbreviation(word)] ?? [])];
}

function toAbbreviation(word: string): string {
  const long = /^(\p{Lu}\p{Ll}+)\s(?:Standard\s|Daylight\s)?Time$/u.exec(word)?.[1];
  return (long && LONG[long]) || word;
}

/** Minutes that a zone's clocks are ahead of UTC at noon of a day; undefined for a zone that does not exist. */
export function offsetOn(day: string, zone: string): number | undefined {
  const offset = offsetIn(zone, Date.parse(`${day}T12:00Z`));
  return offset === undefined ? undefined : offset / 60_000;
}
