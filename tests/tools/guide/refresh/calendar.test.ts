import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../../tools/guide/command.ts';
import { readCalendar } from '../../../../tools/guide/refresh/calendar.ts';
import { EVENTS, HOST, hashId, utc, writeCalendar } from '../refreshed.ts';

const ZONE = 'Europe/Berlin';
const read = (text: string) => readCalendar(text, ZONE, 'all.ics');

function one(...times: string[]) {
  const [entry] = read(writeCalendar([{ id: '1Aaaa', title: 'Rope', times }]));
  return entry?.when;
}

const at = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });

const BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:Harbour',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

describe('A calendar', () => {
  test.each(['\r\n', '\n'])('is read with line ends %j, folded lines and escaped commas.', (end) => {
    const title = 'Ropes, knots; and a very long title that has to go on in another line of the file, and yet another';
    const event = {
      id: '1Aaaa',
      title,
      times: utc('20300506T070000Z', '20300506T073000Z'),
      room: 'Shed 4, Harbour Town',
    };
    const text = writeCalendar([{ ...event, description: `One, two\nthree; ${'four '.repeat(40)}` }], { end });
    expect(text).toContain(`${end} `);
    expect(read(text)).toEqual([
      {
        uid: hashId('1Aaaa'),
        url: new URL(`http://${HOST}/event/${hashId('1Aaaa')}`),
        title,
        description: `One, two\nthree; ${'four '.repeat(40).trim()}`,
        location: 'Shed 4, Harbour Town',
        cancelled: false,
        when: at('2030-05-06T07:00Z', '2030-05-06T07:30Z'),
      },
    ]);
  });

  test('may begin with a byte order mark, and be several in one file.', () => {
    const two = `\uFEFF${writeCalendar(EVENTS.slice(0, 1))}${writeCalendar(EVENTS.slice(1))}`;
    expect(read(two).map(({ uid }) => uid)).toEqual(EVENTS.map(({ id }) => hashId(id)));
  });

  test('tells times in UTC, in a zone that it describes, in one that it only names, and in none.', () => {
    expect(one(...utc('20300506T070000Z', '20300506T073000Z'))).toEqual(at('2030-05-06T07:00Z', '2030-05-06T07:30Z'));
    const local = ['DTSTART;TZID=America/New_York:20300506T030000', 'DTEND;TZID=America/New_York:20300506T033000'];
    expect(one(...local)).toEqual(at('2030-05-06T07:00Z', '2030-05-06T07:30Z'));
    expect(one(...utc('20300506T090000', '20300506T093000'))).toEqual(at('2030-05-06T07:00Z', '2030-05-06T07:30Z'));
    const described = writeCalendar([
      {
        id: '1Aaaa',
        title: 'Rope',
        times: ['DTSTART;TZID=Harbour:20300506T100000', 'DTEND;TZID=Harbour:20300506T103000'],
      },
    ]).replace('BEGIN:VEVENT', `${BERLIN}\r\nBEGIN:VEVENT`);
    expect(read(described)[0]?.when).toEqual(at('2030-05-06T07:00Z', '2030-05-06T07:30Z'));
  });

  test('tells an end by a length, and whole days as days.', () => {
    expect(one('DTSTART:20300506T070000Z', 'DURATION:PT45M')).toEqual(at('2030-05-06T07:00Z', '2030-05-06T07:45Z'));
    expect(one('DTSTART;VALUE=DATE:20300506', 'DTEND;VALUE=DATE:20300507')).toEqual({ day: '2030-05-06' });
  });

  test.each([
    [['DTSTART:soon', 'DTEND:later'], /soon/u],
    [['DTSTART:20301340T250000Z', 'DTEND:20301340T260000Z'], /2030-13-40T25:00:00Z does not exist/u],
    [['DTSTART:20300231T070000Z', 'DTEND:20300231T080000Z'], /2030-02-31T07:00:00Z does not exist/u],
    [['DTSTART;TZID=Nowhere/Town:20300506T070000', 'DTEND:20300506T073000Z'], /Nowhere\/Town|exist/u],
    [['DTSTART:20300506T070000Z', 'DTEND:20300506T060000Z'], /ends before/u],
    [['DTSTART:20300506T070000Z'], /no end/u],
    [[], /no start/u],
  ])('says what is wrong with the times %j, and goes on.', (times, fault) => {
    const entries = read(writeCalendar([{ id: '1Aaaa', title: 'Rope', times }, ...EVENTS.slice(1)]));
    expect(entries).toHaveLength(4);
    expect(entries[0]?.when).toEqual({ fault: expect.stringMatching(fault) });
    expect(entries[1]?.when).toHaveProperty('start');
  });

  test('has an event once that stands there twice in the same words.', () => {
    expect(read(writeCalendar([...EVENTS, ...EVENTS]))).toHaveLength(4);
  });

  test.each([
    ['', /is empty\. Save https:/u],
    ['hello', /is no calendar/u],
    ['<!DOCTYPE html><title>Just a moment...</title>', /is a page, not a calendar/u],
    ['{"events": []}', /is no calendar/u],
    ['BEGIN:VEVENT\nEND:VEVENT', /is no calendar/u],
    [writeCalendar([]), /without any event/u],
    [writeCalendar(EVENTS).slice(0, -40), /is broken or was cut/u],
    [writeCalendar(EVENTS).replace('VERSION:2.0', 'VERSION 2.0'), /is broken or was cut/u],
  ])('is refused when it is %.30j.', (text, why) => {
    expect(() => read(text)).toThrow(Refusal);
    expect(() => read(text)).toThrow(why);
  });

  test('of 2,000 events is read.', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...EVENTS[0], id: `N${index}` })) as typeof EVENTS;
    expect(read(writeCalendar(many))).toHaveLength(2_000);
  });
});
