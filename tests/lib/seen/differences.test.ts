import { describe, expect, test } from 'vitest';
import { findDifferences } from '../../../lib/seen/differences.ts';
import { mergeSeen, readSeen, type SeenFacts, seenKey } from '../../../lib/seen/seen.ts';

const ZONE = 'America/New_York';
/** 3:00 and 3:30 PM in Atlanta on Wednesday, November 12. */
const START = Date.parse('2025-11-12T20:00Z');
const END = Date.parse('2025-11-12T20:30Z');
const MINUTES = 60_000;
const NOON = Date.parse('2026-11-24T12:00Z');

const TALK = {
  title: 'Kelp’s Journey To Seaweed: Pitfalls and Lessons Learned',
  start: START,
  end: END,
  speakers: [
    { name: 'Ada Example', organisation: 'Kelp Ltd' },
    { name: 'José Sample-Muster', organisation: 'Kelp Ltd' },
  ],
};
const NAMES = TALK.speakers.map(({ name }) => name);

/** What differs, with ordinary spaces: which of Unicode's stand around a dash is the browser's affair. */
function changes(seen: Omit<SeenFacts, 'at'>, talk: Parameters<typeof findDifferences>[0] = TALK): string[] {
  return findDifferences(talk, seen, ZONE).map(({ what, text }) => `${what} | ${text.replace(/\s/gu, ' ')}`);
}

describe('The time', () => {
  test.each<[string, number, number, string[]]>([
    ['as in the guide', START, END, []],
    ['with the start alone, as in the guide', START, START, []],
    [
      'later',
      START + 30 * MINUTES,
      END + 30 * MINUTES,
      ['time | Time: now 3:30 – 4:00 PM EST, in the guide 3:00 – 3:30 PM EST'],
    ],
    ['longer', START, END + 5 * MINUTES, ['time | Time: now 3:00 – 3:35 PM EST, in the guide 3:00 – 3:30 PM EST']],
    ['with another start alone', END, END, ['time | Time: now 3:30 PM EST, in the guide 3:00 – 3:30 PM EST']],
    [
      'on another day',
      START - 1440 * MINUTES,
      END - 1440 * MINUTES,
      [
        'time | Time: now Tuesday, November 11, 3:00 – 3:30 PM EST, in the guide Wednesday, November 12, 3:00 – 3:30 PM EST',
      ],
    ],
  ])('%s is told', (_, start, end, expected) => {
    expect(changes({ start, end })).toEqual(expected);
  });

  test('is told on the clocks that are asked for', () => {
    const [change] = findDifferences(TALK, { start: END, end: END + 30 * MINUTES }, 'Asia/Kolkata');
    expect(change?.text.replace(/\s/gu, ' ')).toBe('Time: now 2:00 – 2:30 AM IST, in the guide 1:30 – 2:00 AM IST');
  });
});

describe('The title', () => {
  const TAIL = ' - Ada Example & José Sample-Muster, Kelp Ltd';

  test.each([
    TALK.title,
    TALK.title + TAIL,
    `${TALK.title} – ADA EXAMPLE & JOSE SAMPLE-MUSTER, KELP LTD.`,
    "kelp's  journey to Seaweed : Pitfalls and Lessons Learned",
    `${TALK.title} - Ada Example, Kelp Ltd & José Sample-Muster, Kelp Ltd`,
    `${TALK.title} - Moderated by Ada Example, Kelp Ltd`,
    // Nobody whom the guide knows, and the page names no one.
    `${TALK.title} - Bo Model, Other GmbH`,
  ])('“%s” is the guide’s', (title) => {
    expect(changes({ title })).toEqual([]);
  });

  test.each([
    ['⚡ Lightning Talk: Nets - Ada Example, Kelp Ltd', '⚡Lightning Talk: Nets'],
    ['Zero-Copy “Nets”', 'Zero‑Copy "Nets"'],
    ['Keynote: Ada Example, Kelp Ltd', 'Keynote: Ada Example, Kelp Ltd'],
    ['Nets - The Sequel - Ada Example, Kelp Ltd', 'Nets - The Sequel'],
    ['Panel - Ada Example and Friends - Ada Example, Kelp Ltd', 'Panel - Ada Example and Friends'],
  ])('“%s” is “%s”', (printed, title) => {
    expect(changes({ title: printed, speakers: NAMES }, { ...TALK, title })).toEqual([]);
  });

  test.each([
    ['Kelp’s Journey To Moss', 'Kelp’s Journey To Moss'],
    [`Kelp’s Journey To Moss${TAIL}`, 'Kelp’s Journey To Moss'],
    [`${TALK.title} - Extended${TAIL}`, `${TALK.title} - Extended`],
    [`${TALK.title}, Again${TAIL}`, `${TALK.title}, Again`],
    [`${TALK.title} - Cancelled`, `${TALK.title} - Cancelled`],
  ])('“%s” is another', (title, now) => {
    const expected = `title | Title: now “${now}”, in the guide “${TALK.title}”`;
    expect(changes({ title, speakers: NAMES })).toEqual([expected]);
  });
});

describe('The companies in a title’s tail', () => {
  const moved = (names: string, now: string) => `company | ${names}: now ${now}, in the guide Kelp Ltd`;
  const BOTH = 'Ada Example & José Sample-Muster';

  test.each([
    ['Ada Example & José Sample-Muster, Moss Bank', [moved(BOTH, 'Moss Bank')]],
    ['José Sample-Muster and Ada Example, Moss Bank', [moved('José Sample-Muster & Ada Example', 'Moss Bank')]],
    ['Ada Example, Moss Bank & Jose Sample-Muster, Moss Bank', [moved(BOTH, 'Moss Bank')]],
    ['Ada Example, Moss Bank; José Sample-Muster, Kelp', [moved('Ada Example', 'Moss Bank')]],
    ['Ada Example, Moss Bank', [moved('Ada Example', 'Moss Bank')]],
    [
      'Ada Example, Moss Bank & José Sample-Muster, Fern AG',
      [moved('Ada Example', 'Moss Bank'), moved('José Sample-Muster', 'Fern AG')],
    ],
    // Not sure to be read right.
    ['Ada Example, Moss Bank & Cy Unknown, Fern AG & José Sample-Muster, Kelp Ltd', []],
    ['Ada Example, Moss & Bank', []],
    ['Ada Example (Moss Bank)', []],
    ['Ada Examples, Moss Bank', []],
    ['Ada Example & José Sample-Muster', []],
    ['Moderated by Ada Example, Moss Bank', []],
  ])('“%s” are told when they differ', (tail, expected) => {
    expect(changes({ title: `${TALK.title} - ${tail}` })).toEqual(expected);
  });

  test('may hold an “&” that the guide has too', () => {
    const speakers = [{ name: 'Ada Example', organisation: 'Kelp & Sons, Inc.' }];
    expect(changes({ title: `${TALK.title} - Ada Example, Kelp & Sons` }, { ...TALK, speakers })).toEqual([]);
  });

  test('are not told from a title that was cut, nor for whom the guide has no company', () => {
    const long = `${TALK.title}${' word'.repeat(66)} - Ada Example, Moss Bank of the Shore`.slice(0, 400);
    expect(long).toHaveLength(400);
    expect(changes({ title: long }).filter((one) => one.startsWith('company'))).toEqual([]);
    expect(
      changes({ title: `${TALK.title} - Ada Example, Moss` }, { ...TALK, speakers: [{ name: 'Ada Example' }] }),
    ).toEqual([]);
  });
});

test.each<[string[], string[]]>([
  [NAMES, []],
  [['Jose  Sample-Muster (he/him)', 'ADA EXAMPLE'], []],
  [[], []],
  [['Ada Example'], ['speakers | Speakers: now Ada Example, in the guide Ada Example & José Sample-Muster']],
  [
    [...NAMES, 'Cy Model'],
    [
      'speakers | Speakers: now Ada Example, José Sample-Muster, & Cy Model, in the guide Ada Example & José Sample-Muster',
    ],
  ],
])('The speakers %j: %j', (speakers, expected) => {
  expect(changes({ speakers })).toEqual(expected);
});

test('A room is told when another was seen before, and a session that is gone first of all', () => {
  expect(changes({ room: 'Blue Room' })).toEqual([]);
  const title = 'Other';
  expect(changes({ title, room: 'Blue Room', roomBefore: 'Red Room', missing: true })).toEqual([
    'missing | Removed: no longer on the published schedule',
    'room | Room: now Blue Room, before Red Room',
    `title | Title: now “Other”, in the guide “${TALK.title}”`,
  ]);
});

test('A session that is gone is told with the day on which that was seen', () => {
  expect(findDifferences(TALK, { missing: true, at: Date.parse('2025-11-09T15:00Z') }, 'America/New_York')).toEqual([
    { what: 'missing', text: 'Removed: no longer on the published schedule (checked Sun, Nov 9)' },
  ]);
});

describe('Another look', () => {
  const older: SeenFacts = { at: NOON, title: 'Nets', start: START, end: END, room: 'Red Room', speakers: NAMES };

  test('adds what it shows and keeps what it does not', () => {
    const merged = mergeSeen(older, { title: 'Nets', start: END, end: END + 1, saved: true }, NOON + 1);
    expect(merged).toEqual({ ...older, at: NOON + 1, start: END, end: END + 1, saved: true });
  });

  test('that says the same is the same object until the next day', () => {
    const same = { room: ' Red Room ', title: 'Nets' };
    expect(mergeSeen(older, same, NOON + 11 * 60 * MINUTES)).toBe(older);
    expect(mergeSeen(older, same, NOON + 13 * 60 * MINUTES)).toEqual({ ...older, at: NOON + 13 * 60 * MINUTES });
    expect(mergeSeen(undefined, same, NOON)).toEqual({ at: NOON, title: 'Nets', room: 'Red Room' });
  });

  test('in another room keeps the first room until the session is back there', () => {
    const moved = mergeSeen(older, { room: 'Blue Room' }, NOON);
    expect(moved).toMatchObject({ room: 'Blue Room', roomBefore: 'Red Room' });
    expect(mergeSeen(moved, { title: 'Nets' }, NOON)).toBe(moved);
    const again = mergeSeen(moved, { room: 'Green Room' }, NOON);
    expect(again).toMatchObject({ room: 'Green Room', roomBefore: 'Red Room' });
    expect(mergeSeen(again, { room: 'red room' }, NOON)).toEqual({ ...older, room: 'red room' });
  });

  test('ends “missing” when it shows the session', () => {
    const missing = mergeSeen(older, { missing: true }, NOON);
    expect(missing).toEqual({ ...older, missing: true });
    expect(mergeSeen(missing, { saved: false }, NOON).missing).toBe(true);
    expect(mergeSeen(missing, { title: 'Nets' }, NOON)).toEqual(older);
    expect(mergeSeen(missing, { missing: false }, NOON)).toEqual(older);
  });

  test('of a hostile page is cut', () => {
    const slides = Array.from({ length: 99 }, () => ({ name: 'x'.repeat(9999), url: 'https://example.org/' }));
    const merged = mergeSeen(
      undefined,
      { title: 'x'.repeat(1e6), room: 'y'.repeat(1e6), slides, video: `https://example.org/${'z'.repeat(1e6)}` },
      NOON,
    );
    expect(JSON.stringify(merged).length).toBeLessThan(6000);
    expect(merged).not.toHaveProperty('video');
  });
});

describe('What is stored', () => {
  test('is read by session, and other keys are left alone', () => {
    const facts: SeenFacts = {
      at: NOON,
      title: 'Nets',
      slides: [{ name: 'Deck', url: 'https://example.org/a' }],
      saved: false,
    };
    expect(readSeen({ [seenKey('28D1Y')]: facts, 'pick:28D1Y': facts })).toEqual(new Map([['28D1Y', facts]]));
  });

  test.each([null, 7, 'text', [], {}, { at: 'now' }, { at: Number.NaN }])('of the shape %j is dropped', (value) => {
    expect(readSeen({ [seenKey('28D1Y')]: value }).size).toBe(0);
  });

  test.each<[Record<string, unknown>, object]>([
    [{ title: 7, room: {}, speakers: 'Ada', saved: 'yes', missing: 1 }, {}],
    [{ start: START }, {}],
    [{ start: END, end: START }, {}],
    [{ start: START, end: 'later' }, {}],
    [
      { start: START, end: END },
      { start: START, end: END },
    ],
    [{ speakers: ['Ada Example', 7, ''] }, { speakers: ['Ada Example'] }],
    [
      { slides: [null, { name: 'A', url: 'http://example.org/' }, { name: 'B', url: 'https://example.org/b' }] },
      { slides: [{ name: 'B', url: 'https://example.org/b' }] },
    ],
    [{ video: 'javascript:alert(1)' }, {}],
    [{ video: 'https://' }, {}],
    [{ video: 'https://example.org/v' }, { video: 'https://example.org/v' }],
    [JSON.parse('{"__proto__": {"title": "x"}, "other": 1}'), {}],
  ])('keeps of %j only %j', (fields, kept) => {
    expect(readSeen({ [seenKey('28D1Y')]: { ...fields, at: NOON } }).get('28D1Y')).toEqual({ at: NOON, ...kept });
  });
});
