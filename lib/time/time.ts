/** Wall-clock time and zones. Instants are milliseconds since the epoch; zones are IANA names. */
import { TZDate } from '@date-fns/tz';

/**
 * The instant of a local time.
 * @param local `YYYY-MM-DDTHH:MM` in the zone; if it occurs twice because clocks go back, the first is meant
 * @throws {RangeError} if the zone skips that time because clocks go forward
 */
export function toInstant(local: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.split(/[-T:]/u).map(Number);
  const date = new TZDate(year, month - 1, day, hour, minute, zone);
  if (date.getHours() !== hour || date.getMinutes() !== minute) {
    throw new RangeError(`${local} does not exist in ${zone}: clocks are set forward over it`);
  }
  // Clocks go back by 30 or 60 minutes, so the same local time may have occurred before.
  const earlier = [60, 30].map((minutes) => new TZDate(date.getTime() - minutes * 60_000, zone));
  const first = earlier.find((other) => other.getHours() === hour && other.getMinutes() === minute);
  return (first ?? date).getTime();
}
