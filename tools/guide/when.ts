/** Formats a guide's local times (`YYYY-MM-DDTHH:MM` in its zone) and numbers in English, for its maintainers. */
import { TZDate, tzName } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { toInstant } from '../../lib/time/time.ts';

// Local times are formatted as if they were UTC, with the same result. Invalid ones are returned unchanged.
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' });

/** The day of a date or local time, such as “Monday, November 10, 2025”; invalid ones unchanged. */
export function dayWords(local: string): string {
  return inWords(`${local.slice(0, 10)}T00:00`, DAY) ?? local;
}

/** A date such as “August 20, 2025”; invalid ones unchanged. */
export function dateWords(date: string): string {
  return inWords(`${date}T00:00`, DATE) ?? date;
}

/** Start and end, such as “10:40 – 11:05 AM” or “11:30 PM – 1:00 AM the next day”; invalid ones unchanged. */
export function timeWords(start: string, end: string): string {
  const [from, to] = [inWords(start, TIME), inWords(end, TIME)];
  if (from === undefined || to === undefined) return `${start} – ${end}`;
  if (start.slice(0, 10) !== end.slice(0, 10)) return `${from} – ${to} ${laterDay(start, end)}`;
  const half = from.slice(-3);
  return `${to.endsWith(half) ? from.slice(0, -3) : from} – ${to}`;
}

function laterDay(start: string, end: string): string {
  const days = (Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10))) / 86_400_000;
  return days === 1 ? 'the next day' : `on ${dayWords(end)}`;
}

/** The zone's short name at a local time, such as “EST”, or the zone itself if the time or the zone is invalid. */
export function zoneWords(local: string, zone: string): string {
  try {
    return tzName(zone, new Date(toInstant(local, zone)), 'short');
  } catch {
    return zone;
  }
}

/**
 * The local time at an instant, in the format of guide files.
 * @param instant milliseconds since the epoch
 */
export function localAt(instant: number, zone: string): string {
  return format(new TZDate(instant, zone), "yyyy-MM-dd'T'HH:mm");
}

/** Replaces Intl's narrow spaces, which would look like typing errors in a guide file. */
function inWords(local: string, words: Intl.DateTimeFormat): string | undefined {
  const read = Date.parse(`${local}Z`);
  return Number.isNaN(read) ? undefined : words.format(read).replace(/\s/gu, ' ');
}

/** A number with its noun, such as “2 sessions”. */
export function counted(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}
