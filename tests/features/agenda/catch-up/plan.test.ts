import { describe, expect, test } from 'vitest';
import { type Guide, guide } from '../../../../data/index.ts';
import { buildPath } from '../../../../features/agenda/catch-up/path.ts';
import { type CatchUpList, makePlan, READING_SPEED } from '../../../../features/agenda/catch-up/plan.ts';
import { type Invented, inventGuideFrom } from './invented-guides.ts';

const AT = Date.parse('2030-06-10T18:00Z');

const recorded: Invented = { recorded: true };
/** An advanced session of an event with a playlist. */
const later: Invented = { level: 'advanced', listed: true };

const listIds = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);

/** A list as text, such as `A 25, (B 1)`. Sessions to read are in parentheses. */
function listText({ items }: CatchUpList): string {
  return items
    .map(({ session, how, minutes }) => (how === 'watch' ? `${session.id} ${minutes}` : `(${session.id} ${minutes})`))
    .join(', ');
}

function makeList(
  of: Guide,
  minutes: number,
  goal?: string,
  watched: Record<string, number> = {},
  videos: string[] = [],
) {
  return makePlan(
    of,
    { minutes, goal, at: AT },
    new Map(Object.entries(watched).map(([id, at]) => [id, { at }])),
    new Map(videos.map((id) => [id, { video: `https://seen.example/${id}` }])),
  );
}

describe('the list for the shipped guide', () => {
  test.each<[number, string | undefined, string, string[]]>([
    [15, 'new', '(28D0X 1), (27Nnr 1)', []],
    [60, 'new', '27Nnr 30, (28D0X 1)', []],
    [30, 'ipv6', '28D0g 25, (27FbS 1)', []],
    [60, 'ipv6', '28D0g 25, 27FbS 30', []],
    [60, 'security', '(28D0X 1), (27FaL 1), 28D1Y 25, 28D2Q 25', []],
    [0.5, undefined, '', listIds(buildPath(guide).stages.flatMap(({ steps }) => steps.map(({ session }) => session)))],
  ])('in %d minutes, with the goal %s, is “%s”', (minutes, goal, list, skipped) => {
    const plan = makeList(guide, minutes, goal);
    expect(listText(plan)).toBe(list);
    expect(listIds(plan.skipped)).toEqual(skipped);
  });

  test('has every recording, and the rest to read, in six hours', () => {
    const { items, skipped } = makeList(guide, 360);
    expect(items).toHaveLength(guide.sessions.length);
    expect(skipped).toEqual([]);
    expect(items.filter(({ how }) => how === 'read').map(({ session }) => session.id)).toEqual(['28D0X', '27FaL']);
  });
});

describe('a list', () => {
  test.each<[string, Record<string, Invented>, number, string | undefined, string]>([
    ['has only what matches the goal', { A: recorded, B: { level: 'advanced', recorded: true } }, 60, 'new', 'A 25'],
    [
      'has everything without a goal',
      { A: recorded, B: { level: 'advanced', recorded: true } },
      60,
      undefined,
      'A 25, B 25',
    ],
    [
      'matches any topic or level of the goal',
      { A: { topics: ['bridges'] }, B: { topics: ['tides'], level: 'advanced' }, C: { topics: ['tides'] } },
      60,
      'deep',
      '(A 1), (B 1)',
    ],
    [
      'prefers what matches more of the goal',
      { A: recorded, B: { topics: ['boats', 'tides'], recorded: true } },
      25,
      'water',
      'B 25',
    ],
    ['prefers what has a recording of its own', { A: { listed: true }, B: recorded }, 25, undefined, 'B 25'],
    [
      'prefers the earlier of two equal sessions',
      { B: { recorded: true, after: 30 }, C: recorded, A: { recorded: true, after: 60 } },
      25,
      undefined,
      'C 25',
    ],
    ['reads what is not recorded', { A: { words: READING_SPEED + 1 } }, 60, undefined, '(A 2)'],
    ['takes at least a minute to read', { A: { words: 2 } }, 60, undefined, '(A 1)'],
    ['reads what it has no time to watch', { A: recorded }, 24, undefined, '(A 1)'],
    ['watches what would take longer to read', { A: { recorded: true, minutes: 2, words: 700 } }, 3, undefined, 'A 2'],
    ['leaves out what takes too long either way', { A: { recorded: true, words: 700 } }, 3, undefined, ''],
    [
      'has the background of what it has, whatever the goal',
      { A: { background: ['B'] }, B: { level: 'advanced', topics: ['bridges'] } },
      60,
      'new',
      '(B 1), (A 1)',
    ],
    [
      'has the background of the background',
      { A: { background: ['B'] }, B: { background: ['C'] }, C: {} },
      60,
      undefined,
      '(C 1), (B 1), (A 1)',
    ],
    [
      'leaves out what has a background that does not fit',
      { A: { background: ['B'] }, B: { words: 700 }, C: {} },
      3,
      undefined,
      '(C 1)',
    ],
    [
      'reads a background rather than give up watching',
      { A: { recorded: true, background: ['B'] }, B: { level: 'advanced', recorded: true } },
      26,
      'new',
      '(B 1), A 25',
    ],
    [
      'uses the time left to watch what it would otherwise read',
      { A: { recorded: true, background: ['B'] }, B: { level: 'advanced', listed: true, minutes: 30 } },
      55,
      'new',
      'A 25, B 30',
    ],
    [
      'watches one of two backgrounds when there is no time for both',
      { A: { recorded: true, background: ['B', 'C'] }, B: { ...later, minutes: 30 }, C: { ...later, minutes: 31 } },
      60,
      'new',
      '(C 1), A 25, B 30',
    ],
    [
      'takes each background the shorter way rather than give up watching',
      { A: { recorded: true, background: ['B', 'C'] }, B: { ...later, minutes: 2, words: 700 }, C: later },
      28,
      'new',
      '(C 1), A 25, B 2',
    ],
    [
      'leaves out what has a background of a background that does not fit',
      { A: { background: ['B'] }, B: { ...later, background: ['C'] }, C: { ...later, words: READING_SPEED + 1 } },
      2,
      'new',
      '',
    ],
    [
      'has recordings first, then sessions to read, then sessions in a playlist, each in the order of the learning path',
      { A: { level: 'advanced', recorded: true }, B: { after: 60 }, C: { after: 30 }, D: { listed: true } },
      60,
      undefined,
      'A 25, (C 1), (B 1), D 25',
    ],
    ['rounds a length up to whole minutes', { A: { recorded: true, minutes: 4.2 } }, 60, undefined, 'A 5'],
  ])('%s', (_, sessions, minutes, goal, list) => {
    expect(listText(makeList(inventGuideFrom(sessions), minutes, goal))).toBe(list);
  });

  test.each([0, -1, -60, Number.NaN, Number.NEGATIVE_INFINITY])('is empty for %d minutes', (minutes) => {
    const plan = makeList(guide, minutes);
    expect(plan).toMatchObject({ items: [], minutes: 0, done: 0, left: 0, next: undefined });
    expect(plan.skipped).toHaveLength(guide.sessions.length);
  });

  test('has everything for an infinite time', () => {
    expect(makeList(guide, Number.POSITIVE_INFINITY).items).toHaveLength(guide.sessions.length);
  });

  test('links to the recording, or else to the video on Sched, the playlist, or the session’s page', () => {
    const sessions = { A: { recorded: true, listed: true }, B: { listed: true }, C: { listed: true }, D: {}, E: {} };
    const { items } = makeList(inventGuideFrom(sessions), 999, undefined, {}, ['A', 'B', 'D']);
    expect(items.map(({ session, how, recording, url }) => [session.id, how, recording, url])).toEqual([
      ['A', 'watch', 'recorded', 'https://video.example/A'],
      ['B', 'watch', 'video', 'https://seen.example/B'],
      ['D', 'watch', 'video', 'https://seen.example/D'],
      ['E', 'read', 'unknown', 'https://harbour.sched.com/event/E'],
      ['C', 'watch', 'playlist', 'https://video.example/all'],
    ]);
  });

  test('links to the session’s page when there is no time for its recording, and still mentions the recording', () => {
    const [item] = makeList(inventGuideFrom({ A: recorded }), 5).items;
    expect(item).toMatchObject({ how: 'read', recording: 'recorded', url: 'https://harbour.sched.com/event/A' });
  });

  test('has the reason for each session: the goal, or the session that builds on it', () => {
    const sessions: Record<string, Invented> = {
      A: { background: ['B', 'D'] },
      B: { level: 'advanced', background: ['C'] },
      C: { level: 'advanced' },
      D: { after: 90 },
    };
    const { items } = makeList(inventGuideFrom(sessions), 60, 'new');
    expect(items.map(({ session, because }) => [session.id, because.kind === 'goal' || because.for.id])).toEqual([
      ['D', true],
      ['C', 'B'],
      ['B', 'A'],
      ['A', true],
    ]);
  });
});

describe('a watched session', () => {
  const three = inventGuideFrom({ A: recorded, B: { recorded: true, after: 30 }, C: { recorded: true, after: 60 } });

  test('is not in a plan that was made later, and leaves its time to others', () => {
    expect(listText(makeList(three, 50))).toBe('A 25, B 25');
    const plan = makeList(three, 50, undefined, { A: AT - 1 });
    expect(listText(plan)).toBe('B 25, C 25');
    expect(plan.skipped).toEqual([]);
  });

  test('is not repeated as a background in a plan that was made later', () => {
    const built = inventGuideFrom({ A: { background: ['B'] }, B: { background: ['C'] }, C: {} });
    expect(listText(makeList(built, 60, undefined, { B: AT - 1 }))).toBe('(C 1), (A 1)');
    expect(
      listText(makeList(inventGuideFrom({ A: { background: ['B'] }, B: { level: 'advanced' } }), 60, 'new', { B: 0 })),
    ).toBe('(A 1)');
  });

  test('stays in an earlier plan as done, and the next is the first that is not done', () => {
    const plan = makeList(three, 80, undefined, { A: AT, C: AT + 1, Z: AT });
    expect(plan.items.map(({ session, done }) => [session.id, done])).toEqual([
      ['A', true],
      ['B', false],
      ['C', true],
    ]);
    expect([plan.minutes, plan.done, plan.left, plan.next?.session.id]).toEqual([75, 50, 25, 'B']);
  });
});
