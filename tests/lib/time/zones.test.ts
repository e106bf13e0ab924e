import { afterEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { dayKey, isSameDay, timeOfDay } from '../../../lib/time/format.ts';
import { toInstant } from '../../../lib/time/time.ts';
import { dayShift, daysBetween, deviceZone, resolveZone, zoneNames } from '../../../lib/time/zones.ts';
import table from './zones.json' with { type: 'json' };

const EVENT = 'America/New_York';
const at = (time: string) => Date.parse(time);

afterEach(() => vi.unstubAllEnvs());

/** `YYYY-MM-DDTHH:MM` on a zone's clocks. */
function local(instant: number, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${dayKey(instant, zone)}T${clock.format(instant)}`;
}

describe('in twelve zones', () => {
  const zones = Object.entries(table.zones);

  test('the table has every session', () => {
    expect(zones).toHaveLength(12);
    for (const [, rows] of zones) expect(Object.keys(rows)).toEqual(agendaGuide.sessions.map(({ id }) => id));
  });

  test.each(zones)('such as %s, every session has the times and day of the table', (zone, rows) => {
    const shown = agendaGuide.sessions.map(({ id, start, end }) => [
      id,
      { start: local(start, zone), end: local(end, zone), shift: dayShift(start, zone, EVENT) },
    ]);
    expect(Object.fromEntries(shown)).toEqual(rows);
  });

  test.each(zones)('such as %s, every session ends on the day of the table', (zone, rows) => {
    const days = Object.values(rows).map(({ start, end }) => Number(end.slice(8, 10)) - Number(start.slice(8, 10)));
    expect(agendaGuide.sessions.map(({ start, end }) => Number(!isSameDay(start, end, zone)))).toEqual(days);
  });

  test('the table covers shifted days and sessions across midnight', () => {
    const rows = zones.flatMap(([, ofZone]) => Object.values(ofZone));
    expect(new Set(rows.map(({ shift }) => shift))).toEqual(new Set([0, 1]));
    expect(rows.filter(({ start, end }) => start.slice(0, 10) !== end.slice(0, 10)).length).toBeGreaterThan(0);
  });
});

describe('resolveZone', () => {
  test.each([
    ['event', 'Asia/Tokyo', { zone: EVENT }],
    ['mine', 'Asia/Tokyo', { zone: 'Asia/Tokyo' }],
    ['Europe/Berlin', 'Asia/Tokyo', { zone: 'Europe/Berlin' }],
    ['UTC', 'Asia/Tokyo', { zone: 'UTC' }],
    // Browsers list one of the two names and know both.
    ['Asia/Kolkata', 'Asia/Tokyo', { zone: 'Asia/Kolkata' }],
    ['Asia/Calcutta', 'Asia/Tokyo', { zone: 'Asia/Calcutta' }],
    ['mine', 'Etc/Unknown', { zone: EVENT, unknown: 'Etc/Unknown' }],
    ['mine', '', { zone: EVENT, unknown: '' }],
    ['event', '', { zone: EVENT }],
    ['Europe/Berlin', '', { zone: 'Europe/Berlin' }],
  ])('resolves “%s” on a device in “%s” to %o', (choice, mine, expected) => {
    expect(resolveZone(choice, EVENT, mine)).toEqual(expected);
  });

  test.each([
    'Mars/Olympus',
    '',
    ' ',
    '__proto__',
    'constructor',
    'GMT+25',
    'Event',
    '<b>UTC</b>',
    'UTC\u0000',
    'x'.repeat(100),
  ])('falls back to the event’s zone for the unknown zone “%s”', (choice) => {
    expect(resolveZone(choice, EVENT, 'Asia/Tokyo')).toEqual({ zone: EVENT, unknown: choice });
  });

  test.each(['Asia/Tokyo', 'America/St_Johns', 'UTC'])('finds the zone of a device in %s', (device) => {
    vi.stubEnv('TZ', device);
    expect(deviceZone()).toBe(device);
    expect(resolveZone('mine', EVENT, deviceZone())).toEqual({ zone: device });
  });
});

describe('zoneNames', () => {
  test('is sorted, contains UTC, and has no duplicates', () => {
    const names = zoneNames();
    expect(names).toContain('UTC');
    expect(names).toContain(EVENT);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.length).toBeGreaterThan(400);
  });

  test('is the same if the browser lists UTC itself, or in another order', () => {
    const listed = vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['UTC', 'Europe/Berlin', 'Asia/Tokyo']);
    expect(zoneNames()).toEqual(['Asia/Tokyo', 'Europe/Berlin', 'UTC']);
    listed.mockRestore();
  });

  test('contains only zones that the browser knows', () => {
    expect(zoneNames().filter((name) => 'unknown' in resolveZone(name, EVENT, ''))).toEqual([]);
  });
});

describe('the day in another zone', () => {
  test.each([
    ['Asia/Tokyo', '2025-11-10T14:00Z', 0],
    ['Asia/Tokyo', '2025-11-10T15:00Z', 1],
    ['America/Los_Angeles', '2025-11-10T06:00Z', -1],
    // Across the end of a month and of a year.
    ['Pacific/Auckland', '2025-11-30T20:00Z', 1],
    ['America/Los_Angeles', '2026-01-01T05:30Z', -1],
    // Berlin is six hours ahead, but five in the week when only its clocks have been set back.
    ['Europe/Berlin', '2025-10-29T22:30Z', 0],
    ['Europe/Berlin', '2025-11-05T23:30Z', 1],
  ])('in %s at %s is off by %i', (zone, instant, days) => {
    expect(dayShift(at(instant), zone, EVENT)).toBe(days);
  });

  test('is off by two only between zones more than a day apart', () => {
    const instant = at('2025-11-10T10:30Z');
    expect(dayShift(instant, 'Pacific/Kiritimati', 'Pacific/Pago_Pago')).toBe(2);
    expect(dayShift(instant, 'Pacific/Pago_Pago', 'Pacific/Kiritimati')).toBe(-2);
    expect(zoneNames().filter((zone) => Math.abs(dayShift(instant, zone, EVENT)) > 1)).toEqual([]);
  });

  test('is counted across months, leap days and years', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
    expect(daysBetween('2026-01-01', '2025-01-01')).toBe(-365);
  });
});

describe('on days when clocks change', () => {
  /** Local start and end, elapsed minutes, and days between them. */
  test.each([
    ['America/New_York', '2026-03-08T01:30', '2026-03-08T03:30', 60, 0],
    ['America/New_York', '2025-11-02T00:30', '2025-11-02T02:30', 180, 0],
    ['Europe/Berlin', '2026-03-28T23:30', '2026-03-29T03:30', 180, 1],
    ['Europe/Berlin', '2025-10-25T23:30', '2025-10-26T03:30', 300, 1],
    ['Australia/Lord_Howe', '2025-10-05T01:45', '2025-10-05T02:45', 30, 0],
    ['Australia/Lord_Howe', '2026-04-04T23:00', '2026-04-05T02:30', 240, 1],
    // Here midnight is skipped.
    ['Africa/Cairo', '2026-04-23T23:30', '2026-04-24T01:30', 60, 1],
  ])('in %s a session from %s to %s keeps its local times and takes %i minutes', (zone, from, to, minutes, days) => {
    const [start, end] = [toInstant(from, zone), toInstant(to, zone)];
    expect([local(start, zone), local(end, zone)]).toEqual([from, to]);
    expect((end - start) / 60_000).toBe(minutes);
    expect(Number(!isSameDay(start, end, zone))).toBe(days);
  });

  // EventFahrplan #886: on such a Sunday all sessions were shown an hour early.
  test.each([
    ['America/New_York', '2026-03-08', '2026-03-08T13:00Z'],
    ['America/New_York', '2025-11-02', '2025-11-02T14:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T07:00Z'],
    ['Europe/Berlin', '2025-10-26', '2025-10-26T08:00Z'],
    ['Australia/Lord_Howe', '2025-10-05', '2025-10-04T22:00Z'],
  ])('in %s a session at nine on Sunday, %s, is shown at nine on that day', (zone, day, instant) => {
    const start = toInstant(`${day}T09:00`, zone);
    expect(start).toBe(at(instant));
    expect(timeOfDay(start, zone)).toMatch(/^9:00\sAM$/u);
    const late = toInstant(`${day}T23:30`, zone);
    expect([start, late].map((instant) => dayKey(instant, zone))).toEqual([day, day]);
    expect([dayShift(start, zone, zone), isSameDay(start, late, zone)]).toEqual([0, true]);
  });

  test('a session that ends at midnight ends on the next day', () => {
    expect(isSameDay(at('2025-11-11T04:30Z'), at('2025-11-11T05:00Z'), EVENT)).toBe(false);
    expect(isSameDay(at('2025-11-11T04:30Z'), at('2025-11-11T04:59Z'), EVENT)).toBe(true);
  });
});
