/** Finds the IANA zone of a draft, and converts times in other zones. */
import { tzOffset } from '@date-fns/tz';
import { parseOffset } from '../../../lib/time/offsets.ts';
import { localTime } from './calendar.ts';
import type { Doubts } from './doubts.ts';
import type { DraftSession } from './sessions.ts';
import type { Unit } from './units.ts';

/** Names of zones in posts, with their IANA zones, the most common first; none if there are too many. */
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

/** A zone after a time. Case matters, because `est` and `met` are words. */
export const ZONE_WORD = String.raw`(?:UTC|GMT)(?:\s?[+−–-]|[+−–-]\s)\d{1,2}(?::?\d\d)?|\+\d\d:?\d\d\b|(?:${Object.keys(
  ZONES,
)
  .sort((a, b) => b.length - a.length)
  .join('|')})\b|(?:${Object.keys(LONG).join('|')})(?:\s(?:Standard|Daylight))?\sTime\b|[Ll]ocal [Tt]ime\b`;

const OFFSET = /^(?:UTC|GMT)?\s?[+−–-]\s?\d{1,2}:?(?:\d\d)?$/u;

/** The possible offsets of a zone's name in minutes; none for “local time”. */
function findOffsets(word: string): number[] {
  const name = toAbbreviation(word);
  const known = Object.hasOwn(ZONES, name) ? (MEANINGS[name] ?? [name]) : [];
  const names = OFFSET.test(word) ? [word.replace(/\s/gu, '').replace('–', '-')] : known;
  return names.flatMap((one) => parseOffset(one) ?? []).map((offset) => offset / 60_000);
}

/** Whether a name is an offset from UTC. Such times may need conversion. */
function isUniversal(word: string): boolean {
  return /^(?:UTC|Z)\b/u.test(word) || OFFSET.test(word);
}

/**
 * The IANA zones that a zone's name in a post may mean. Cities in the post decide between zones with the same
 * abbreviation. A city without a zone decides nothing.
 * @param text the whole post
 * @param day the ISO date of a session on which the offset must apply
 */
function zonesFor(word: string, text: string, day: string): string[] {
  const offsets = findOffsets(word);
  if (offsets.length === 0) return [];
  const cities = Intl.supportedValuesOf('timeZone').filter((zone) => {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
    return zone.includes('/') && new RegExp(String.raw`(?<!\p{L})${city}(?!\p{L})`, 'u').test(text);
  });
  // People use the name of standard time for summer time, too.
  const near = cities.filter((zone) => offsets.includes(offsetOn(day, zone)));
  return near.length > 0 ? near : [...(ZONES[toAbbreviation(word)] ?? [])];
}

function toAbbreviation(word: string): string {
  const long = /^(\p{Lu}\p{Ll}+)\s(?:Standard\s|Daylight\s)?Time$/u.exec(word)?.[1];
  return (long && LONG[long]) || word;
}

/** A zone's offset from UTC in minutes, at noon of a day. */
const offsetOn = (day: string, zone: string): number => tzOffset(zone, new Date(`${day}T12:00Z`));

/** “All times are in EST”, “Wednesday (MST)”. */
const STATED = new RegExp(String.raw`\b[Tt]imes?\b[^.\v]{0,60}?\b(${ZONE_WORD})|\((${ZONE_WORD})\)`, 'u');

/**
 * The IANA zone of a post's times: the given one, else the one in the post. Empty if it has none, or an ambiguous one.
 * @param text the whole post, whose cities can resolve ambiguous names
 */
export function chooseZone(
  given: string | undefined,
  sessions: readonly DraftSession[],
  units: readonly Unit[],
  text: string,
  doubts: Doubts,
): string {
  const day = sessions.find(({ start }) => start)?.start.slice(0, 10) ?? '';
  const words = countZoneWords(sessions, units);
  if (given) return given;
  const [word] = words.keys();
  if (word === undefined) {
    doubts.add(0, 'zone', 'the post has none: use --zone, such as --zone Europe/London');
    return '';
  }
  const line = words.get(word) ?? 0;
  const zones = zonesFor(word, text, day);
  const [zone, another] = zones;
  if (zone && !another) {
    doubts.add(line, 'zone', `${zone} was taken for “${word}”: use --zone if the place has another`);
    return zone;
  }
  const which = zones.length > 0 ? `may be ${zones.join(', ')}` : 'is used in many places';
  doubts.add(line, 'zone', `“${word}” ${which}: use --zone`);
  return '';
}

/** The zones of the sessions' times, the most frequent first, with a line; without any, those stated in the post. */
function countZoneWords(sessions: readonly DraftSession[], units: readonly Unit[]): Map<string, number> {
  const named = sessions.filter(({ zone }) => zone !== undefined && findOffsets(zone).length > 0);
  if (named.length > 0) {
    const groups = [...Map.groupBy(named, ({ zone }) => zone as string)].sort(([, a], [, b]) => b.length - a.length);
    return new Map(groups.map(([word, [first]]) => [word, first?.line ?? 0]));
  }
  for (const unit of units) {
    const [all, one, other] = STATED.exec(unit.text) ?? [];
    const word = one ?? other;
    if (all && word && findOffsets(word).length > 0) return new Map([[word, unit.lineOf(unit.text.indexOf(all))]]);
  }
  return new Map();
}

/**
 * Converts the sessions' times to a zone if they are in UTC or have an offset. Otherwise keeps the clock time, with a
 * doubt if the zone's name is wrong on that day (standard time in summer).
 */
export function inZone(sessions: readonly DraftSession[], zone: string, doubts: Doubts): DraftSession[] {
  return sessions.map((session) => {
    const { zone: word, start, end, id, line } = session;
    const day = start.slice(0, 10);
    const real = zone && day ? offsetOn(day, zone) : undefined;
    const stated = word ? findOffsets(word) : [];
    const [offset] = stated;
    if (word && !offset && stated.length === 0 && !/^local/iu.test(word)) {
      doubts.add(line, `${id} time`, `“${word}” is an unknown zone: convert the time`);
    }
    if (real === undefined || offset === undefined || stated.includes(real)) return session;
    if (!isUniversal(word ?? '')) {
      doubts.add(line, `${id} time`, `“${word}” is not the time in ${zone} on ${day}: is the clock right?`);
      return session;
    }
    doubts.add(line, `${id} time`, `was converted from ${word === 'Z' ? 'UTC' : word} to ${zone}`);
    const moved = (time: string) => time && localTime(time, real - offset);
    return { ...session, start: moved(start), end: moved(end) };
  });
}
