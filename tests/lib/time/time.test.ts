import { afterEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../../lib/time/time.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['2025-11-10T09:00', 'America/New_York', '2025-11-10T14:00Z'],
  ['2025-11-10T12:15', 'America/New_York', '2025-11-10T17:15Z'],
  ['2025-11-10T00:00', 'America/New_York', '2025-11-10T05:00Z'],
  ['2025-11-01T09:00', 'America/New_York', '2025-11-01T13:00Z'],
  ['2025-11-10T09:00', 'Asia/Kolkata', '2025-11-10T03:30Z'],
  ['2025-11-10T09:00', 'Pacific/Auckland', '2025-11-09T20:00Z'],
  ['2028-02-29T09:00', 'UTC', '2028-02-29T09:00Z'],
  ['2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59Z'],
  ['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00Z'],
])('%s in %s is %s in any zone of the device', (local, zone, instant) => {
  for (const device of ['UTC', 'America/New_York', 'Pacific/Auckland', 'Europe/Berlin']) {
    vi.stubEnv('TZ', device);
    expect(new Date(toInstant(local, zone)).toISOString()).toBe(new Date(instant).toISOString());
  }
});

test.each([
  ['2026-03-08T02:00', 'America/New_York'],
  ['2026-03-08T02:30', 'America/New_York'],
  ['2026-03-29T02:30', 'Europe/Berlin'],
  // Lord Howe Island sets its clocks forward by half an hour.
  ['2025-10-05T02:15', 'Australia/Lord_Howe'],
])('%s is skipped in %s, so toInstant throws', (local, zone) => {
  expect(() => toInstant(local, zone)).toThrow(RangeError);
});

test.each([
  ['2025-11-02T01:30', 'America/New_York', '2025-11-02T05:30Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
])('%s occurs twice in %s, and toInstant returns the first', (local, zone, instant) => {
  for (const device of ['UTC', 'America/New_York', 'Pacific/Auckland']) {
    vi.stubEnv('TZ', device);
    expect(new Date(toInstant(local, zone)).toISOString()).toBe(new Date(instant).toISOString());
  }
});
