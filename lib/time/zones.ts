/** Time zones. Instants are milliseconds since the epoch; zones are IANA names; days are `YYYY-MM-DD`. */
import { dayKey } from './format.ts';

const DAY = 86_400_000;

/**
 * The zone to show times in. Never throws.
 * @param choice `event`, `mine` or the name of a zone (see Choices in lib/own/settings.ts)
 * @param mine the device's zone, which the browser may not know (`Etc/Unknown`)
 * @returns the event's zone instead of one that the browser doesn't know; that one is then in `unknown` (it may be empty)
 */
export function resolveZone(choice: string, eventZone: string, mine: string): { zone: string; unknown?: string } {
  if (choice === 'event') return { zone: eventZone };
  const zone = choice === 'mine' ? mine : choice;
  return isKnown(zone) ? { zone } : { zone: eventZone, unknown: zone };
}

function isKnown(zone: string): boolean {
  try {
    // The agenda formats days in this zone next, so the formatter is needed anyway.
    dayKey(0, zone);
    return true;
  } catch {
    // A RangeError: no such zone.
    return false;
  }
}

/** The zone that the device is set to. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zones to choose from, sorted by name: those that the browser lists, and UTC, which it may not list. */
export function zoneNames(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/** Calendar days from one day to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  // Days without a zone are read as UTC, where each has 24 hours.
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * Calendar days by which the day in a zone is ahead of that in the event's zone at an instant: −1, 0 or 1, and ±2 where
 * clocks are more than 24 hours apart (Kiritimati and American Samoa, for an hour a day).
 * @throws {RangeError} for an unknown zone
 */
export function dayShift(instant: number, zone: string, eventZone: string): number {
  return daysBetween(dayKey(instant, eventZone), dayKey(instant, zone));
}
