import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayKey, isSameDay } from '../../../lib/time/format.ts';
import { toInstant } from '../../../lib/time/time.ts';
import { dayShift, daysBetween, resolveZone, zoneNames } from '../../../lib/time/zones.ts';
import { runs } from '../../runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Unusual zones: half and quarter hours, half an hour of summer time, both ends of the world. */
const ODD =
  'UTC America/New_York America/St_Johns Asia/Kathmandu Australia/Lord_Howe Pacific/Apia Pacific/Kiritimati Pacific/Pago_Pago Africa/Casablanca Asia/Tehran Europe/Dublin Antarctica/Troll'.split(
    ' ',
  );
const zones = fc.constantFrom(...ODD, ...zoneNames().filter((_, index) => index % 25 === 0));
/** Whole minutes from 2000 to 2037: offsets have no seconds then. */
const instants = fc
  .integer({ min: Date.UTC(2000, 0) / MINUTE, max: Date.UTC(2037, 0) / MINUTE })
  .map((minutes) => minutes * MINUTE);

const clocks = new Map<string, Intl.DateTimeFormat>();
/** `YYYY-MM-DDTHH:MM` on a zone's clocks, by the browser's own formatter. */
function local(instant: number, zone: string): string {
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  clocks.set(zone, clock);
  return clock.format(instant).replace(' ', 'T');
}

test('toInstant returns the first instant at which a zone’s clocks show the time', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const first = toInstant(local(instant, zone), zone);
      expect(local(first, zone)).toBe(local(instant, zone));
      // Clocks are set back by an hour or less, except for two hours at Troll.
      expect([0, 30 * MINUTE, HOUR, 2 * HOUR]).toContain(instant - first);
    }),
    { numRuns: runs(200) },
  );
}, 60_000);

test('toInstant throws only for times that the zone’s clocks skip', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  // Days on which New York, Lord Howe and Dublin change their clocks, and one ordinary day.
  const days = fc.constantFrom('2025-03-09', '2025-10-05', '2025-03-30', '2025-11-02', '2025-06-01');
  fc.assert(
    fc.property(days, minutes, zones, (day, minute, zone) => {
      const time = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const shown = Array.from(
        { length: 4 * 28 + 1 },
        (_, i) => Date.parse(`${time}Z`) + (i - 56) * 15 * MINUTE,
      ).filter((instant) => local(instant, zone) === time);
      if (shown.length === 0) expect(() => toInstant(time, zone)).toThrow(RangeError);
      else expect(toInstant(time, zone)).toBe(shown[0]);
    }),
    { numRuns: runs(50) },
  );
}, 60_000);

test('dayKey is the day on the zone’s clocks, sorts by date, and agrees with daysBetween and isSameDay', () => {
  fc.assert(
    fc.property(instants, instants, zones, (one, other, zone) => {
      expect(dayKey(one, zone)).toBe(local(one, zone).slice(0, 10));
      const days = daysBetween(dayKey(one, zone), dayKey(other, zone));
      expect(Math.sign(days)).toBe(
        Math.sign(dayKey(other, zone) < dayKey(one, zone) ? -1 : Number(dayKey(other, zone) > dayKey(one, zone))),
      );
      // Less than a day for each partial day, plus the day that Apia skipped in 2011.
      expect(Math.abs(days - (other - one) / DAY)).toBeLessThan(2.1);
      expect(daysBetween(dayKey(other, zone), dayKey(one, zone))).toBe(-days + 0);
      expect(isSameDay(one, other, zone)).toBe(days === 0);
    }),
    { numRuns: runs(100) },
  );
}, 60_000);

test('dayShift is antisymmetric and at most two days', () => {
  fc.assert(
    fc.property(instants, zones, zones, (instant, one, other) => {
      const shift = dayShift(instant, one, other);
      expect(shift).toBe(-dayShift(instant, other, one) + 0);
      expect(Math.abs(shift)).toBeLessThanOrEqual(2);
      expect(dayShift(instant, one, one)).toBe(0);
    }),
    { numRuns: runs(200) },
  );
}, 60_000);

test('resolveZone returns a known zone for any choice and any device zone', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('event', 'mine', 'Etc/Unknown', ...ODD),
  );
  fc.assert(
    fc.property(text, text, (choice, mine) => {
      const { zone, unknown } = resolveZone(choice, 'America/New_York', mine);
      expect(() => dayKey(0, zone)).not.toThrow();
      if (unknown !== undefined) expect(zone).toBe('America/New_York');
    }),
    { numRuns: runs(100) },
  );
}, 60_000);
