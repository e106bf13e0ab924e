import { describe, expect, test } from 'vitest';
import { parseTimes } from '../../../lib/seen/page-time.ts';

/** Start and end as a page prints them, in ISO 8601. */
function parse(text: string, event: string, zoneName?: string): string[] {
  const times = parseTimes(text, { event }, zoneName);
  return [times?.start, times?.end].map((instant) => new Date(instant ?? Number.NaN).toISOString());
}

describe('a session across the repeated hour ends in the second one', () => {
  test.each([
    // The name may belong to the start or the end.
    ['1:30am - 1:15am', 'EDT'],
    ['1:30am - 1:15am', 'EST'],
    ['1:30am - 1:15am', ''],
    ['1:30am - 1:15am EDT', undefined],
  ])('in New York: “%s” with the zone %j', (times, zone) => {
    const text = `Sunday November 2, 2025 ${times}`;
    expect(parse(text, 'America/New_York', zone)).toEqual(['2025-11-02T05:30:00.000Z', '2025-11-02T06:15:00.000Z']);
  });

  test('in Berlin and on Lord Howe Island, where clocks go back by half an hour', () => {
    expect(parse('26 October 2025 02:45 - 02:10', 'Europe/Berlin', 'CEST')).toEqual([
      '2025-10-26T00:45:00.000Z',
      '2025-10-26T01:10:00.000Z',
    ]);
    expect(parse('5 April 2026 01:50 - 01:40', 'Australia/Lord_Howe', '+11')).toEqual([
      '2026-04-04T14:50:00.000Z',
      '2026-04-04T15:10:00.000Z',
    ]);
  });
});

test.each([
  ['Saturday November 1, 2025 11:30pm - 12:15am', '2025-11-02T03:30:00.000Z', '2025-11-02T04:15:00.000Z'],
  ['Saturday November 1, 2025 2:30am - 1:30am', '2025-11-01T06:30:00.000Z', '2025-11-02T05:30:00.000Z'],
  ['Sunday November 2, 2025 3:30am - 1:15am', '2025-11-02T08:30:00.000Z', '2025-11-03T06:15:00.000Z'],
  ['November 1, 2025 1:30am - November 3, 2025 1:15am', '2025-11-01T05:30:00.000Z', '2025-11-03T06:15:00.000Z'],
])('Outside the repeated hour, an end before the start is on the next day: %s', (text, ...expected) => {
  expect(parse(text, 'America/New_York', '')).toEqual(expected);
});
