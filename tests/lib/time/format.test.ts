import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  dayKey,
  dayName,
  dayTimeIn,
  formatList,
  formatListParts,
  formatNames,
  timeIn,
  timeOfDay,
  timeRange,
  writeHours,
  zoneName,
} from '../../../lib/time/format.ts';
import { messages } from '../../messages.ts';

/** 11:50 AM to 12:15 PM in Atlanta. */
const START = Date.parse('2025-11-10T16:50Z');
const END = Date.parse('2025-11-10T17:15Z');

/** With ordinary spaces, because browsers differ in the spaces around a dash. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe.each([
  ['America/New_York', 300],
  ['Pacific/Auckland', -780],
  ['Asia/Kolkata', -330],
])('on a device in %s', (device, minutesBehind) => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['America/New_York', '11:50 AM – 12:15 PM', '2025-11-10', 'Monday, November 10', 'EST'],
    ['Asia/Tokyo', '1:50 – 2:15 AM', '2025-11-11', 'Tuesday, November 11', 'JST'],
    ['Asia/Kolkata', '10:20 – 10:45 PM', '2025-11-10', 'Monday, November 10', 'IST'],
    ['America/St_Johns', '1:20 – 1:45 PM', '2025-11-10', 'Monday, November 10', 'GMT-3:30'],
    ['Pacific/Auckland', '5:50 – 6:15 AM', '2025-11-11', 'Tuesday, November 11', 'NZDT'],
    ['America/Los_Angeles', '8:50 – 9:15 AM', '2025-11-10', 'Monday, November 10', 'PST'],
  ])('times and days are formatted for %s', (zone, range, key, name, short) => {
    vi.stubEnv('TZ', device);
    expect(new Date(START).getTimezoneOffset()).toBe(minutesBehind);
    expect(plain(timeRange(START, END, zone))).toBe(range);
    expect(dayKey(START, zone)).toBe(key);
    expect(dayName(START, zone)).toBe(name);
    expect(zoneName(START, zone)).toBe(short);
  });
});

test.each([
  ['2025-11-10T14:00Z', '9:00 AM'],
  ['2025-11-10T17:00Z', '12:00 PM'],
  ['2025-11-10T05:00Z', '12:00 AM'],
  ['2025-11-10T22:05Z', '5:05 PM'],
])('%s is %s in Atlanta', (instant, expected) => {
  expect(plain(timeOfDay(Date.parse(instant), 'America/New_York'))).toBe(expected);
});

test('A day ends at midnight in its zone', () => {
  const midnight = Date.parse('2025-11-11T05:00Z');
  const key = (instant: number) => dayKey(instant, 'America/New_York');
  expect([key(midnight - 1), key(midnight)]).toEqual(['2025-11-10', '2025-11-11']);
});

test('The name of a zone depends on the day: EDT in October, EST in November', () => {
  const names = ['2025-10-30T16:00Z', '2025-11-10T16:00Z'].map((day) => zoneName(Date.parse(day), 'America/New_York'));
  expect(names).toEqual(['EDT', 'EST']);
});

test.each([
  ['America/New_York', '2025-11-11T04:30Z', '2025-11-11T05:30Z', '11:30 PM – 12:30 AM'],
  ['Europe/Berlin', '2025-11-10T22:40Z', '2025-11-10T23:00Z', '11:40 PM – 12:00 AM'],
  ['Europe/Berlin', '2025-11-10T23:00Z', '2025-11-10T23:30Z', '12:00 – 12:30 AM'],
])('A range over midnight has no dates: in %s from %s to %s it is “%s”', (zone, start, end, text) => {
  expect(plain(timeRange(Date.parse(start), Date.parse(end), zone))).toBe(text);
});

test('A session without a duration has a single time', () => {
  expect(plain(timeRange(START, START, 'America/New_York'))).toBe('11:50 AM');
});

test('dayKey throws for an unknown zone', () => {
  expect(() => dayKey(START, 'America/Atlanta')).toThrow(RangeError);
});

test('timeIn adds the zone to a range, and dayTimeIn also the day', () => {
  expect(plain(timeIn(START, END, 'America/New_York'))).toBe('11:50 AM – 12:15 PM EST');
  expect(plain(dayTimeIn(START, END, 'America/New_York'))).toBe('Monday, November 10, 11:50 AM – 12:15 PM EST');
});

describe('with the 24-hour clock', () => {
  beforeEach(() => writeHours(24));
  afterEach(() => writeHours(12));

  test('times have no AM or PM', () => {
    expect(plain(timeRange(START, END + 3 * 3_600_000, 'America/New_York'))).toBe('11:50 – 15:15');
    expect(timeOfDay(END, 'Europe/Lisbon')).toBe('17:15');
    expect(timeOfDay(Date.parse('2025-11-10T00:05Z'), 'UTC')).toBe('00:05');
  });

  test('zones stay the same, and the 12-hour clock can be restored', () => {
    expect(plain(timeIn(START, END, 'America/New_York'))).toBe('11:50 – 12:15 EST');
    expect(zoneName(START, 'Europe/Amsterdam')).toBe('CET');
    writeHours(12);
    expect(plain(timeIn(START, END, 'America/New_York'))).toBe('11:50 AM – 12:15 PM EST');
  });
});

test.each<[string[], string, string]>([
  [[], '', ''],
  [['Ada'], 'Ada', 'Ada'],
  [['Ada', 'Bo'], 'Ada, Bo', 'Ada & Bo'],
  [['Ada', 'Bo', 'Cy'], 'Ada, Bo, Cy', 'Ada, Bo, & Cy'],
])('%j is “%s” as a list, and “%s” as joined names', (names, beside, joined) => {
  expect(formatList(names)).toBe(beside);
  expect(formatNames(names)).toBe(joined);
  const parts = names.map((name) => ({ name }));
  expect(formatListParts(parts).map((part) => (typeof part === 'string' ? part : part.name))).toEqual(
    names.flatMap((name, index) => (index > 0 ? [', ', name] : [name])),
  );
});

describe('in another language', () => {
  afterEach(() => void messages.set('language', 'en-US'));

  /** Imports the module again for a language, because it reads the language only once. */
  async function formatIn(language: string): Promise<typeof import('../../../lib/time/format.ts')> {
    messages.set('language', language);
    vi.resetModules();
    return import('../../../lib/time/format.ts');
  }

  test('days, times and lists use that language', async () => {
    const format = await formatIn('de');
    expect(format.dayName(START, 'America/New_York')).toBe('Montag, 10. November');
    expect(plain(format.timeRange(START, END, 'America/New_York'))).toBe('11:50–12:15 Uhr');
    expect(format.formatNames(['Ada', 'Bo'])).toBe('Ada und Bo');
  });

  test('dayKey ignores the language’s digits and calendar', async () => {
    const format = await formatIn('ar-SA-u-ca-islamic');
    expect(format.dayName(START, 'America/New_York')).toMatch(/\p{Script=Arabic}/u);
    expect(format.dayKey(START, 'America/New_York')).toBe('2025-11-10');
  });
});
