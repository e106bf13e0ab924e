import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { formatCalendar } from '../../../../features/agenda/share/calendar.ts';
import type { CalendarSession } from '../../../../features/agenda/share/calendar-links.ts';
import { oneLine } from '../../../../features/agenda/share/one-line.ts';
import { fileName } from '../../../../lib/files/export.ts';
import { runs } from '../../../runs.ts';
import { ONE, SESSIONS } from './calendar-sessions.ts';

const NOW = Date.parse('2025-11-01T12:00Z');
const OPTIONS = { guide, now: NOW, alarm: 0 };
const PLACE = { ...OPTIONS, guide: { name: 'NetCon', place: 'Hall of Nets, Porto' } };

/** The events that an independent parser reads in a calendar file. */
function eventsIn(ics: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
}

function read(event: ICAL.Component | undefined) {
  const of = (name: string) => event?.getFirstPropertyValue(name);
  const instantOf = (name: string) => (of(name) as ICAL.Time | null)?.toJSDate().getTime();
  return {
    uid: of('uid'),
    start: instantOf('dtstart'),
    end: instantOf('dtend'),
    stamp: instantOf('dtstamp'),
    title: of('summary'),
    place: of('location'),
    url: of('url'),
    about: of('description'),
  };
}

const readAll = (ics: string) => eventsIn(ics).map(read);

/** The format errors in a file's lines, by octets. */
function findFaults(ics: string): string[] {
  const octets = new TextEncoder().encode(ics);
  const text = new TextDecoder('latin1').decode(octets);
  const lines = text.split('\r\n');
  return [
    ...(lines.pop() === '' ? [] : ['does not end with CRLF']),
    ...lines.flatMap((line) => {
      if (line.length > 75) return [`${line.length} octets: ${line}`];
      if (/[\r\n]/u.test(line)) return [`a line break by itself: ${line}`];
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for them.
      if (/[\x00-\x08\x0B-\x1F\x7F]/u.test(line)) return [`a control character: ${line}`];
      // A continuation octet of UTF-8 begins with 10.
      return /^ ?[\x80-\xBF]/u.test(line) ? [`a split character: ${line}`] : [];
    }),
  ];
}

describe('the calendar of the guide', () => {
  test('has every session once, at the guide’s times, as an independent parser reads it', () => {
    expect(readAll(formatCalendar(SESSIONS, OPTIONS))).toEqual(
      SESSIONS.map((session) => ({
        uid: `${session.id}@${new URL(session.url).host}`,
        start: session.start,
        end: session.end,
        stamp: NOW,
        title: session.title,
        place: `${session.event}, ${guide.place}`,
        url: session.url,
        about: [
          session.takeaway,
          ...(session.points ?? []).map((point) => `• ${point}`),
          session.speakers.join(', '),
          session.url,
        ].join('\n'),
      })),
    );
    expect(SESSIONS).toHaveLength(15);
  });

  test('has times in UTC only, so that it needs no VTIMEZONE', () => {
    const ics = formatCalendar(SESSIONS, { ...OPTIONS, alarm: 10 });
    expect(ics.match(/^DT(?:START|END|STAMP)\b.*$/gmu)).toHaveLength(45);
    expect(ics.match(/^DT(?:START|END|STAMP):\d{8}T\d{6}Z\r$/gmu)).toHaveLength(45);
    expect(ics).not.toMatch(/TZID|VTIMEZONE|TIMEZONE|METHOD/u);
  });

  test('has lines of at most 75 octets that end with CRLF and split no character', () => {
    expect(findFaults(formatCalendar(SESSIONS, { ...OPTIONS, alarm: 30 }))).toEqual([]);
  });

  test('makes 15 entries when imported twice, even with a later date and changed titles', () => {
    const later = SESSIONS.map((session) => ({ ...session, title: `${session.title} (moved)`, room: 'B312' }));
    const imports = [
      ...readAll(formatCalendar(SESSIONS, OPTIONS)),
      ...readAll(formatCalendar(later, { ...OPTIONS, now: NOW + 86_400_000, alarm: 15 })),
    ];
    expect(imports).toHaveLength(30);
    const calendar = new Map(imports.map((event) => [event.uid, event]));
    expect(calendar.size).toBe(15);
    expect([...calendar.values()].every(({ title, stamp }) => /\(moved\)$/u.test(`${title}`) && stamp !== NOW)).toBe(
      true,
    );
  });

  test('has the name of the guide and of the program', () => {
    const ics = formatCalendar([ONE], { ...PLACE, guide: { name: 'A;B,\\\nC', place: '' } });
    const calendar = new ICAL.Component(ICAL.parse(ics));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Session Guide//Agenda//EN');
    // The parser does not know this property, so it keeps the escapes.
    expect(ics).toContain('\r\nX-WR-CALNAME:A\\;B\\,\\\\ C\r\n');
  });
});

describe('a calendar entry', () => {
  test('has the room, event and place that are known', () => {
    const placeOf = (session: CalendarSession, options = PLACE) =>
      readAll(formatCalendar([session], options))[0]?.place;
    expect(placeOf(ONE)).toBe('NetDay, Hall of Nets, Porto');
    expect(placeOf({ ...ONE, room: 'B312' })).toBe('B312, NetDay, Hall of Nets, Porto');
    expect(placeOf({ ...ONE, room: ' \u0000 ' })).toBe('NetDay, Hall of Nets, Porto');
    expect(placeOf({ ...ONE, room: undefined, event: '' }, { ...PLACE, guide: { name: '', place: '' } })).toBeNull();
  });

  test.each([5, 10, 15, 30, 60])('reminds %i minutes before its start, with its title', (alarm) => {
    const [event] = eventsIn(formatCalendar([ONE], { ...PLACE, alarm }));
    const reminders = event?.getAllSubcomponents('valarm') ?? [];
    expect(reminders).toHaveLength(1);
    const reminder = reminders[0] as ICAL.Component;
    expect(reminder.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(reminder.getFirstPropertyValue('description')).toBe(ONE.title);
    expect((reminder.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()).toBe(-60 * alarm);
  });

  test('has no reminder unless one is chosen', () => {
    expect(formatCalendar([ONE], PLACE)).not.toContain('VALARM');
  });

  test.each([
    ['without length', ONE.start],
    ['that ends before it starts', ONE.start - 1],
  ])('%s has a start, but no end', (_, end) => {
    const [event] = eventsIn(formatCalendar([{ ...ONE, end }], PLACE));
    expect(read(event)).toMatchObject({ start: ONE.start, end: undefined });
    expect(new ICAL.Event(event).duration.toSeconds()).toBe(0);
  });

  test.each([
    'a;b,c\\d',
    'back\\nslash, not a line',
    'ends with \\',
    'BEGIN:VEVENT',
    'x:y;z=1,"q"',
    'הרצאה על eBPF',
    `${'x'.repeat(65)}🐝🐝🐝`,
    ...Array.from({ length: 12 }, (_, index) => `${'x'.repeat(60 + index)}👩🏽‍🚀${'é'.repeat(80)}日本語`),
  ])('keeps the title “%s”', (title) => {
    const ics = formatCalendar([{ ...ONE, title, room: title }], PLACE);
    expect(readAll(ics)[0]).toMatchObject({ title, place: `${title}, NetDay, Hall of Nets, Porto` });
    expect(findFaults(ics)).toEqual([]);
  });

  test.each([
    ['line\r\nbreak\nEND:VEVENT', 'line break END:VEVENT'],
    [' much \t\u00A0 space \u2028', 'much space'],
    ['\u0000nul\u0007bell\u0085', 'nul bell'],
    ['half \uD83D pair \uDC1D', 'half \uFFFD pair \uFFFD'],
    ['', null],
  ])('turns the title %j into one line of well-formed text', (title, expected) => {
    const ics = formatCalendar([{ ...ONE, title }], { ...PLACE, alarm: 5 });
    expect(readAll(ics)[0]?.title ?? null).toBe(expected === null ? '' : expected);
    expect(findFaults(ics)).toEqual([]);
  });

  test('keeps any text, as one line', () => {
    const hostile = fc.constantFrom(';', ',', '\\', '\n', '\r', ' ', ':', 'n', 'N', '"', '🐝', 'é', '\uD83D', '\u0000');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.array(hostile, { maxLength: 150 }).map((letters) => letters.join('')),
    );
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), text, (title, room, speakers, takeaway) => {
        const ics = formatCalendar([{ ...ONE, title, room, speakers, takeaway }], PLACE);
        const [event, ...others] = readAll(ics);
        expect(others).toEqual([]);
        expect(event?.title).toBe(oneLine(title));
        expect(event?.place).toBe([oneLine(room), 'NetDay', 'Hall of Nets, Porto'].filter(Boolean).join(', '));
        const names = speakers.map(oneLine).filter(Boolean).join(', ');
        expect(event?.about).toBe([oneLine(takeaway), names, ONE.url].filter(Boolean).join('\n'));
        expect(findFaults(ics)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);
});

test.each([
  ['kubecon-na-2025', 'picked', 'kubecon-na-2025-picked.ics'],
  ['../../etc', 'a b/c', 'etc-a-b-c.ics'],
])('The file of %s with “%s” is named %s', (id, what, name) => {
  expect(fileName(id, what)).toBe(name);
  expect(fileName(id, what, 'json')).toBe(name.replace(/ics$/u, 'json'));
});
