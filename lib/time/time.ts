/** Wall-clock time and zones. Instants are milliseconds since the epoch; zones are IANA names. */
import { TZDate } from '@date-fns/tz';

/**
 * The instant of a local time.
 * @param local `YYYY-MM-DDTHH:MM` on the clocks of the zone; the first of the two where clocks are set back
 * @throws {RangeError} when that time is skipped in the zone because clocks are set forward
 */
export function toInstant(local: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.split(/[-T:]/u).map(Number);
  const date = new TZDate(year, month - 1, day, hour, minute, zone);
  if (date.getHours() !== hour || date.getMinutes() !== minute) {
    throw new RangeError(`${local} does not exist in ${zone}: clocks are set forward over it`);
  }
  // Where clocks are set back, by half an hour at the least, the same time may have been shown before.
  const earlier = [60, 30].map((minutes) => new TZDate(date.getTime() - minutes * 60_000, zone));
  const first = earlier.find((other) => other.getHours() === hour && other.getMinutes() === minute);
  return (first ?? date).getTime();
}
