import { afterEach, describe, expect, test } from 'vitest';
import { dayTimeIn, startAndEnd, timeIn, timeRange, writeHours } from '../../../lib/time/format.ts';

/** With ordinary spaces. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

/** A zone, a start and an end between which its clocks change, and how both times are shown. */
const changes = [
  ['America/New_York', '2025-11-02T05:30Z', '2025-11-02T06:15Z', '1:30 AM EDT', '1:15 AM EST'],
  ['America/New_York', '2026-03-08T06:30Z', '2026-03-08T07:30Z', '1:30 AM EST', '3:30 AM EDT'],
  ['Europe/Berlin', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2:30 AM CEST', '2:30 AM CET'],
  ['Australia/Lord_Howe', '2026-04-04T14:45Z', '2026-04-04T15:15Z', '1:45 AM LHDT', '1:45 AM LHST'],
  // Over midnight as well.
  ['America/Santiago', '2026-04-05T02:30Z', '2026-04-05T03:30Z', '11:30 PM GMT-3', '11:30 PM GMT-4'],
] as const;

describe.each(changes)('in %s from %s to %s, each time shows its zone', (zone, from, to, first, last) => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const range = `${first} – ${last}`;

  test('on its own', () => {
    expect(startAndEnd(start, end, zone).map(plain)).toEqual([first, last]);
  });

  test('in a range, without a zone at the end', () => {
    expect(plain(timeRange(start, end, zone))).toBe(range);
    expect(plain(timeIn(start, end, zone))).toBe(range);
    expect(plain(dayTimeIn(start, end, zone))).toMatch(new RegExp(`^\\w+, \\w+ \\d+, ${RegExp.escape(range)}$`, 'u'));
  });
});

describe('with the 24-hour clock', () => {
  afterEach(() => writeHours(12));

  test('the times of a session across the change show their zones too', () => {
    writeHours(24);
    const [start, end] = [Date.parse('2026-10-25T00:30Z'), Date.parse('2026-10-25T01:30Z')];
    expect(plain(timeRange(start, end, 'Europe/Berlin'))).toBe('02:30 CEST – 02:30 CET');
  });
});

test.each([
  ['before', '2025-11-02T05:00Z', '2025-11-02T05:30Z', '1:00 – 1:30 AM', 'EDT'],
  ['after', '2025-11-02T06:00Z', '2025-11-02T06:30Z', '1:00 – 1:30 AM', 'EST'],
])('A session just %s the change shows its zone once', (_, from, to, range, name) => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  expect(plain(timeRange(start, end, 'America/New_York'))).toBe(range);
  expect(plain(timeIn(start, end, 'America/New_York'))).toBe(`${range} ${name}`);
});
