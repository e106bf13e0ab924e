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

/** The differences with ordinary spaces, because browsers differ in the spaces around a dash. */
function changes(seen: Omit<SeenFacts, 'at'>, talk: Parameters<typeof findDifferences>[0] = TALK): string[] {
  return findDifferences(talk, seen, ZONE).map(({ what, text }) => `${what} | ${text.replace(/\s/gu, ' ')}`);
}

describe('a time', () => {
  test.each<[string, number, number, string[]]>([
    ['as in the guide', START, END, []],
    ['with only the guide’s start', START, START, []],
    [
      'later',
      START + 30 * MINUTES,
      END + 30 * MINUTES,
      ['time | Time: now 3:30 – 4:00 PM EST, in the guide 3:00 – 3:30 PM EST'],
    ],
    ['longer', START, END + 5 * MINUTES, ['time | Time: now 3:00 – 3:35 PM EST, in the guide 3:00 – 3:30 PM EST']],
    ['with only another start', END, END, ['time | Time: now 3:30 PM EST, in the guide 3:00 – 3:30 PM EST']],
    [
      'on another day',
      START - 1440 * MINUTES,
      END - 1440 * MINUTES,
      [
        'time | Time: now Tuesday, November 11, 3:00 – 3:30 PM EST, in the guide Wednesday, November 12, 3:00 – 3:30 PM EST',
      ],
    ],
  ])('%s is compared', (_, start, end, expected) => {
    expect(changes({ start, end })).toEqual(expected);
  });

  test('is shown in the given zone', () => {
    const [change] = findDifferences(TALK, { start: END, end: END + 30 * MINUTES }, 'Asia/Kolkata');
    expect(change?.text.replace(/\s/gu, ' ')).toBe('Time: now 2:00 – 2:30 AM IST, in the guide 1:30 – 2:00 AM IST');
  });
});

describe('the title', () => {
  const TAIL = ' - Ada Example & José Sample-Muster, Kelp Ltd';

  test.each([
    TALK.title,
    TALK.title + TAIL,
    `${TALK.title} – ADA EXAMPLE & JOSE SAMPLE-MUSTER, KELP LTD.`,
    "kelp's  journey to Seaweed : Pitfalls and Lessons Learned",
    `${TALK.title} - Ada Example, Kelp Ltd & José Sample-Muster, Kelp Ltd`,
    `${TALK.title} - Moderated by Ada Example, Kelp Ltd`,
    // The guide doesn't know this speaker, and the page lists none.
    `${TALK.title} - Bo Model, Other GmbH`,
  ])('“%s” is the same as the guide’s', (title) => {
    expect(changes({ title })).toEqual([]);
  });

  test.each([
    ['⚡ Lightning Talk: Nets - Ada Example, Kelp Ltd', '⚡Lightning Talk: Nets'],
    ['Zero-Copy “Nets”', 'Zero‑Copy "Nets"'],
    ['Keynote: Ada Example, Kelp Ltd', 'Keynote: Ada Example, Kelp Ltd'],
    ['Nets - The Sequel - Ada Example, Kelp Ltd', 'Nets - The Sequel'],
    ['Panel - Ada Example and Friends - Ada Example, Kelp Ltd', 'Panel - Ada Example and Friends'],
  ])('“%s” is the same as “%s”', (printed, title) => {
    expect(changes({ title: printed, speakers: NAMES }, { ...TALK, title })).toEqual([]);
  });

  test.each([
    ['Kelp’s Journey To Moss', 'Kelp’s Journey To Moss'],
    [`Kelp’s Journey To Moss${TAIL}`, 'Kelp’s Journey To Moss'],
    [`${TALK.title} - Extended${TAIL}`, `${TALK.title} - Extended`],
    [`${TALK.title}, Again${TAIL}`, `${TALK.title}, Again`],
    [`${TALK.title} - Cancelled`, `${TALK.title} - Cancelled`],
  ])('“%s” differs and is shown as “%s”', (title, now) => {
    const expected = `title | Title: now “${now}”, in the guide “${TALK.title}”`;
    expect(changes({ title, speakers: NAMES })).toEqual([expected]);
  });
});

describe('the companies at the end of a title', () => {
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
    // Ambiguous.
    ['Ada Example, Moss Bank & Cy Unknown, Fern AG & José Sample-Muster, Kelp Ltd', []],
    ['Ada Example, Moss & Bank', []],
    ['Ada Example (Moss Bank)', []],
    ['Ada Examples, Moss Bank', []],
    ['Ada Example & José Sample-Muster', []],
    ['Moderated by Ada Example, Moss Bank', []],
  ])('“%s” are compared', (tail, expected) => {
    expect(changes({ title: `${TALK.title} - ${tail}` })).toEqual(expected);
  });

  test('may contain an “&” as in the guide', () => {
    const speakers = [{ name: 'Ada Example', organisation: 'Kelp & Sons, Inc.' }];
    expect(changes({ title: `${TALK.title} - Ada Example, Kelp & Sons` }, { ...TALK, speakers })).toEqual([]);
  });

  test('are ignored in a truncated title, and for speakers without a company in the guide', () => {
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
])('The speakers %j differ by %j', (speakers, expected) => {
  expect(changes({ speakers })).toEqual(expected);
});

test('A room differs only if another was seen before, and a removed session is listed first', () => {
  expect(changes({ room: 'Blue Room' })).toEqual([]);
  const title = 'Other';
  expect(changes({ title, room: 'Blue Room', roomBefore: 'Red Room', missing: true })).toEqual([
    'missing | Removed: no longer on the published schedule',
    'room | Room: now Blue Room, before Red Room',
    `title | Title: now “Other”, in the guide “${TALK.title}”`,
  ]);
});

test('A removed session is listed with the day of the check', () => {
  expect(findDifferences(TALK, { missing: true, at: Date.parse('2025-11-09T15:00Z') }, 'America/New_York')).toEqual([
    { what: 'missing', text: 'Removed: no longer on the published schedule (checked Sun, Nov 9)' },
  ]);
});

describe('mergeSeen', () => {
  const older: SeenFacts = { at: NOON, title: 'Nets', start: START, end: END, room: 'Red Room', speakers: NAMES };

  test('updates the new facts and keeps the others', () => {
    const merged = mergeSeen(older, { title: 'Nets', start: END, end: END + 1, saved: true }, NOON + 1);
    expect(merged).toEqual({ ...older, at: NOON + 1, start: END, end: END + 1, saved: true });
  });

  test('returns the same object if nothing changed for less than half a day', () => {
    const same = { room: ' Red Room ', title: 'Nets' };
    expect(mergeSeen(older, same, NOON + 11 * 60 * MINUTES)).toBe(older);
    expect(mergeSeen(older, same, NOON + 13 * 60 * MINUTES)).toEqual({ ...older, at: NOON + 13 * 60 * MINUTES });
    expect(mergeSeen(undefined, same, NOON)).toEqual({ at: NOON, title: 'Nets', room: 'Red Room' });
  });

  test('remembers the first room until the session is back there', () => {
    const moved = mergeSeen(older, { room: 'Blue Room' }, NOON);
    expect(moved).toMatchObject({ room: 'Blue Room', roomBefore: 'Red Room' });
    expect(mergeSeen(moved, { title: 'Nets' }, NOON)).toBe(moved);
    const again = mergeSeen(moved, { room: 'Green Room' }, NOON);
    expect(again).toMatchObject({ room: 'Green Room', roomBefore: 'Red Room' });
    expect(mergeSeen(again, { room: 'red room' }, NOON)).toEqual({ ...older, room: 'red room' });
  });

  test('clears `missing` once the session is seen again', () => {
    const missing = mergeSeen(older, { missing: true }, NOON);
    expect(missing).toEqual({ ...older, missing: true });
    expect(mergeSeen(missing, { saved: false }, NOON).missing).toBe(true);
    expect(mergeSeen(missing, { title: 'Nets' }, NOON)).toEqual(older);
    expect(mergeSeen(missing, { missing: false }, NOON)).toEqual(older);
  });

  test('truncates the facts of a hostile page', () => {
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

describe('readSeen', () => {
  test('returns facts by session and ignores other keys', () => {
    const facts: SeenFacts = {
      at: NOON,
      title: 'Nets',
      slides: [{ name: 'Deck', url: 'https://example.org/a' }],
      saved: false,
    };
    expect(readSeen({ [seenKey('28D1Y')]: facts, 'pick:28D1Y': facts })).toEqual(new Map([['28D1Y', facts]]));
  });

  test.each([null, 7, 'text', [], {}, { at: 'now' }, { at: Number.NaN }])('drops the value %j', (value) => {
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
