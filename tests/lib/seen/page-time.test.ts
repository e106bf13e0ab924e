import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseTimes, type ZoneHint } from '../../../lib/seen/page-time.ts';

const ATLANTA = 'America/New_York';
const minute = (instant: number) => new Date(instant).toISOString().slice(0, 16);

/** Start and end in UTC to the minute, or undefined. */
function parse(text: string, zones: ZoneHint = { event: ATLANTA }, zone?: string, day?: string): string | undefined {
  const times = parseTimes(text, zones, zone, day);
  return times && `${minute(times.start)} ${minute(times.end)}`;
}

describe.each(['America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'])('on a device in %s', (device) => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['Monday November 10, 2025 9:10am - 9:35am EST', '2025-11-10T14:10 2025-11-10T14:35'],
    ['  Monday\u00a0November 10,\n 2025   9:10am\u00a0-\u00a09:35am\u00a0EST ', '2025-11-10T14:10 2025-11-10T14:35'],
    ['Monday November 10, 2025 09:10 - 09:35 EST', '2025-11-10T14:10 2025-11-10T14:35'],
    ['Monday, November 10th, 2025 9:10 AM – 9:35 A.M. EST', '2025-11-10T14:10 2025-11-10T14:35'],
    ['Mon 10 Nov 2025 09:10–09:35 EST', '2025-11-10T14:10 2025-11-10T14:35'],
    ['Monday November 10, 2025 9am - 12pm EST', '2025-11-10T14:00 2025-11-10T17:00'],
    ['Monday November 10, 2025 11:00am - noon EST', '2025-11-10T16:00 2025-11-10T17:00'],
    ['Monday November 10, 2025 11:00am - 12 Noon EST', '2025-11-10T16:00 2025-11-10T17:00'],
    ['Monday November 10, 2025 noon - midnight EST', '2025-11-10T17:00 2025-11-11T05:00'],
    ['Monday November 10, 2025 12:00pm - 12:30pm EST', '2025-11-10T17:00 2025-11-10T17:30'],
    ['Monday November 10, 2025 12:00am - 12:30am EST', '2025-11-10T05:00 2025-11-10T05:30'],
    ['Monday November 10, 2025 10:00pm - 12:00am EST', '2025-11-11T03:00 2025-11-11T05:00'],
    ['Monday November 10, 2025 10:00pm - 1:30am EST', '2025-11-11T03:00 2025-11-11T06:30'],
    ['Wednesday December 31, 2025 23:00 - 01:00 EST', '2026-01-01T04:00 2026-01-01T06:00'],
    ['Thursday September 17, 2026 9:00am - Friday September 18, 2026 5:00pm EDT', '2026-09-17T13:00 2026-09-18T21:00'],
    ['Thursday July 5, 2018 08:00 - Friday July 6, 2018 00:00', '2018-07-05T12:00 2018-07-06T04:00'],
    ['Monday November 10, 2025 9:10am - 9:10am EST', '2025-11-10T14:10 2025-11-10T14:10'],
    ['Monday November 10, 2025 9:10am EST', '2025-11-10T14:10 2025-11-10T14:10'],
  ])('“%s” is parsed', (text, expected) => {
    vi.stubEnv('TZ', device);
    expect(parse(text)).toBe(expected);
  });
});

test.each([
  '',
  'To be announced',
  '9:10am - 9:35am EST',
  'Monday November 10 9:10am - 9:35am EST',
  'Monday November 10, 2025 EST',
  'Monday November 31, 2025 9:10am - 9:35am EST',
  'Monday November 10, 2025 13:10pm - 1:35pm EST',
  'Monday November 10, 2025 25:10 - 26:00 EST',
  'Monday November 10, 2025 9:75am - 9:80am EST',
  'Monday November 10, 2025 9:10 - 9:35am EST',
  'Friday November 14, 2025 9:00am - Monday November 10, 2025 9:00am EST',
  'Monday November 10, 2025 9:10am - 9:35am XYZT',
  'Mon Nov 10 - Wed Nov 12, 2025 9:10am - 9:35am EST',
  'Monday November 10, 2025 - Wednesday November 12, 2025 9:10am EST',
])('“%s” has no certain time', (text) => {
  expect(parse(text)).toBeUndefined();
});

describe('the zone', () => {
  const AT = 'Monday November 10, 2025 9:00am - 10:00am';

  test.each<[string | undefined, string, ZoneHint]>([
    ['EST', '14:00', { event: ATLANTA }],
    ['PST', '17:00', { event: ATLANTA }],
    ['CST', '15:00', { event: ATLANTA }],
    ['CST', '01:00', { event: ATLANTA, chosen: 'Asia/Shanghai' }],
    ['CST', '01:00', { event: 'Asia/Taipei' }],
    ['PST', '01:00', { event: 'Asia/Manila' }],
    ['CET', '08:00', { event: ATLANTA, chosen: 'Europe/Amsterdam' }],
    ['CET', '08:00', { event: ATLANTA }],
    ['EET', '07:00', { event: ATLANTA }],
    ['GMT', '09:00', { event: ATLANTA, chosen: 'Europe/London' }],
    ['UTC', '09:00', { event: ATLANTA }],
    ['GMT+8', '01:00', { event: ATLANTA }],
    ['UTC+05:30', '03:30', { event: ATLANTA }],
    ['+08', '01:00', { event: ATLANTA, chosen: 'Asia/Singapore' }],
    ['+0530', '03:30', { event: ATLANTA }],
    ['+0545', '03:15', { event: ATLANTA, chosen: 'Asia/Kathmandu' }],
    ['-03', '12:00', { event: ATLANTA }],
    ['\u221203', '12:00', { event: ATLANTA }],
    ['IST', '03:30', { event: ATLANTA, chosen: 'Asia/Kolkata' }],
    ['IST', '07:00', { event: ATLANTA, chosen: 'Asia/Jerusalem' }],
    // This has the same offset as another meaning of the name.
    ['IST', '03:30', { event: 'Europe/Athens' }],
    ['CST', '15:00', { event: 'Asia/Singapore' }],
    ['JST', '00:00', { event: ATLANTA }],
    ['WIB', '02:00', { event: ATLANTA, chosen: 'Asia/Jakarta' }],
    ['WITA', '01:00', { event: ATLANTA, chosen: 'Asia/Makassar' }],
    ['WIT', '00:00', { event: ATLANTA }],
    ['AEDT', '22:00', { event: ATLANTA }],
    ['NZDT', '20:00', { event: ATLANTA }],
    ['NST', '12:30', { event: ATLANTA, chosen: 'America/St_Johns' }],
    [' (EST) ', '14:00', { event: ATLANTA }],
    ['est', '14:00', { event: ATLANTA }],
    // A choice that does not match the page.
    ['EST', '14:00', { event: ATLANTA, chosen: 'Asia/Tokyo' }],
    ['EST', '14:00', { event: ATLANTA, chosen: 'Mars/Olympus' }],
    ['EST', '14:00', { event: 'Mars/Olympus' }],
    // No zone on the page.
    ['', '14:00', { event: ATLANTA }],
    [undefined, '00:00', { event: ATLANTA, chosen: 'Asia/Tokyo' }],
  ])('%j makes the start %s UTC with %j', (zone, start, zones) => {
    expect(parse(AT, zones, zone)?.slice(11, 16)).toBe(start);
  });

  test.each(['XYZT', 'local time', '.*', 'EST5EDT', '+99999'])('%j is unknown, so there is no time', (zone) => {
    expect(parse(AT, { event: ATLANTA, chosen: ATLANTA }, zone)).toBeUndefined();
  });

  test('leaves no time if it has no name and the browser does not know the event’s', () => {
    expect(parse(AT, { event: 'Mars/Olympus' })).toBeUndefined();
  });

  test.each([
    ['Sunday November 2, 2025 1:30am - 1:45am EDT', '2025-11-02T05:30 2025-11-02T05:45'],
    ['Sunday November 2, 2025 1:30am - 1:45am EST', '2025-11-02T06:30 2025-11-02T06:45'],
    ['Saturday November 1, 2025 11:00pm - 3:00am EDT', '2025-11-02T03:00 2025-11-02T08:00'],
    ['Saturday November 1, 2025 9:00am - Sunday November 2, 2025 5:00pm EST', '2025-11-01T13:00 2025-11-02T22:00'],
    ['Sunday March 9, 2025 1:30am - 3:30am EST', '2025-03-09T06:30 2025-03-09T07:30'],
  ])('changes its offset within “%s”', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });
});

test.each([
  ['Thursday, November 12 • 1:00pm - 2:30pm', '2020-11-12', '2020-11-12T18:00 2020-11-12T19:30'],
  ['Back To Schedule Thursday, November 12 • 13:00 - 14:30', '2020-11-12', '2020-11-12T18:00 2020-11-12T19:30'],
  ['Jeudi, 12 novembre • 13:00 - 14:30', '2020-11-12', '2020-11-12T18:00 2020-11-12T19:30'],
  ['13:00 - 14:30', '2020-11-12', '2020-11-12T18:00 2020-11-12T19:30'],
  ['Thursday, December 31 • 9:00am - Friday, January 1 • 5:00pm', '2020-12-31', '2020-12-31T14:00 2021-01-01T22:00'],
  ['Friday, January 1 • 9:00am - 5:00pm', '2020-12-31', '2021-01-01T14:00 2021-01-01T22:00'],
  ['Thursday, November 12 • 1:00pm - 2:30pm', 'sched-day', undefined],
  ['1:00pm - 2:30pm EST', '2020-99-99', undefined],
])('“%s” gets its year from the day %s', (text, day, expected) => {
  expect(parse(text, { event: ATLANTA }, undefined, day)).toBe(expected);
});
