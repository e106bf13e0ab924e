import { expect, test } from 'vitest';
import { EVENTS, place, short, utc, withIds, writeCalendar } from '../refreshed.ts';

const HARBOUR_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Harbour',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const withTimes = (...times: string[]) => withIds({ '1Aaaa': { times } });

test.each([
  ['with Unix line ends', writeCalendar(EVENTS, { ...short, end: '\n' })],
  ['with every event twice', writeCalendar([...EVENTS, ...EVENTS], short)],
  [
    'with a byte order mark and several calendars',
    `\uFEFF${writeCalendar(EVENTS.slice(0, 1), short)}${writeCalendar(EVENTS.slice(1), short)}`,
  ],
  ['with a duration instead of an end', withTimes('DTSTART:20300506T070000Z', 'DURATION:PT30M')],
  ['with times without a zone, in the guide’s zone', withTimes(...utc('20300506T090000', '20300506T093000'))],
  [
    'with times in a zone without a definition',
    withTimes('DTSTART;TZID=America/New_York:20300506T030000', 'DTEND;TZID=America/New_York:20300506T033000'),
  ],
  [
    'with times in a zone that it defines',
    withTimes('DTSTART;TZID=Harbour:20300506T100000', 'DTEND;TZID=Harbour:20300506T103000').replace(
      'BEGIN:VEVENT',
      `${HARBOUR_ZONE}\r\nBEGIN:VEVENT`,
    ),
  ],
])('A calendar is read %s', async (_, calendar) => {
  const { text, code } = await place(calendar).run();
  expect(text).toContain('4 sessions of the guide, 4 events in all.ics.');
  expect(text).toContain('Nothing differs.');
  expect(code).toBe(0);
});

test('A calendar with 2,000 more events is read', async () => {
  const [first] = EVENTS;
  const many = Array.from({ length: 2_000 }, (_, index) => ({ ...first, id: `N${index}` })) as typeof EVENTS;
  const { text, code } = await place(writeCalendar([...EVENTS, ...many], short)).run();
  expect(text).toMatch(/2,?004 events/u);
  expect(code).toBe(0);
});
