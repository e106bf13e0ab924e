import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupOverlapping, type Placed, toRows } from '../../../../features/agenda/list/rows.ts';
import { findOverlaps } from '../../../../lib/time/overlaps.ts';
import { runs } from '../../../runs.ts';

/** A session on an invented day. `from` and `to` are hours, such as 9.5. */
function session(id: string, from: number, to: number, where: Partial<Placed> = {}): Placed {
  const day = Date.parse('2025-11-10T00:00Z');
  return { id, start: day + from * 3_600_000, end: day + to * 3_600_000, event: 'one', site: 'north', ...where };
}

const listIds = (groups: readonly (readonly { id: string }[])[]) => groups.map((group) => group.map(({ id }) => id));

describe('groupOverlapping', () => {
  test.each<[string, Placed[], string[][]]>([
    ['no sessions', [], []],
    ['sessions one after the other', [session('a', 9, 10), session('b', 11, 12)], [['a'], ['b']]],
    ['sessions that touch', [session('a', 9, 10), session('b', 10, 11)], [['a'], ['b']]],
    ['sessions at the same time', [session('b', 9, 10), session('a', 9, 10)], [['b', 'a']]],
    [
      'sessions within another',
      [session('a', 9, 12), session('b', 9.5, 10), session('c', 11, 11.5)],
      [['a', 'b', 'c']],
    ],
    ['sessions in a chain', [session('a', 9, 10), session('b', 9.5, 11), session('c', 10.5, 12)], [['a', 'b', 'c']]],
    ['unsorted sessions', [session('c', 11, 12), session('b', 9.5, 10), session('a', 9, 10)], [['a', 'b'], ['c']]],
    ['a session without length in another', [session('a', 9, 10), session('b', 9.5, 9.5)], [['a', 'b']]],
    ['a session without length at a start', [session('a', 9, 10), session('b', 9, 9)], [['b'], ['a']]],
    ['a session without length at an end', [session('a', 9, 10), session('b', 10, 10)], [['a'], ['b']]],
    ['two sessions without length', [session('a', 9, 9), session('b', 9, 9)], [['a'], ['b']]],
    ['sessions across midnight', [session('a', 23.5, 24.5), session('b', 24, 25)], [['a', 'b']]],
  ])('groups %s', (_, sessions, expected) => {
    expect(listIds(groupOverlapping(sessions))).toEqual(expected);
  });

  test('reads each start a few times, however many sessions there are', () => {
    let reads = 0;
    const sessions = Array.from({ length: 3000 }, (_, index) => {
      const { end, ...rest } = session(String(index), (index * 7) % 3000, ((index * 7) % 3000) + 1.5);
      return Object.defineProperty({ ...rest, end }, 'start', {
        get: () => {
          reads += 1;
          return rest.start;
        },
      });
    });
    expect(groupOverlapping(sessions)).toHaveLength(1);
    // Sorting takes about log2(3000) ≈ 12 comparisons each, and each comparison reads several times.
    expect(reads).toBeLessThan(3000 * 100);
  });
});

/** The gap before the second row, of two sessions or groups. */
function gapBetween(before: Placed[], after: Placed[]) {
  const [first, second] = toRows([...before, ...after]);
  expect(first).not.toHaveProperty('gap');
  return second?.gap;
}

describe('a gap', () => {
  test.each<[string, Placed[], Placed[], object]>([
    ['has its minutes', [session('a', 9, 10)], [session('b', 10.25, 11)], { minutes: 15 }],
    ['has no minutes when rows touch', [session('a', 9, 10)], [session('b', 10, 11)], { minutes: 0 }],
    [
      'counts from the latest end',
      [session('a', 9, 12), session('b', 10, 11)],
      [session('c', 12.5, 13)],
      { minutes: 30 },
    ],
    ['counts full minutes', [session('a', 9, 10)], [session('b', 10 + 119 / 3600, 11)], { minutes: 1 }],
    [
      'leads to another event',
      [session('a', 9, 10)],
      [session('b', 10, 11, { event: 'two' })],
      { minutes: 0, otherEvent: 'two' },
    ],
    [
      'leads to another site',
      [session('a', 9, 10)],
      [session('b', 10, 11, { event: 'two', site: 'south' })],
      { minutes: 0, otherEvent: 'two', otherSite: 'south' },
    ],
    [
      'leads to no other event when one of the next sessions is at the same',
      [session('a', 9, 10)],
      [session('b', 10, 11, { event: 'two' }), session('c', 10, 11)],
      { minutes: 0 },
    ],
    [
      'leads to no other event when one of the previous sessions was there',
      [session('a', 9, 10), session('b', 9, 10, { event: 'two' })],
      [session('c', 10, 11, { event: 'two' })],
      { minutes: 0 },
    ],
    [
      'leads to no single event when the next sessions are at two others',
      [session('a', 9, 10)],
      [session('b', 10, 11, { event: 'two', site: 'south' }), session('c', 10, 11, { event: 'three', site: 'south' })],
      { minutes: 0, otherSite: 'south' },
    ],
    [
      'leads to another room',
      [session('a', 9, 10, { room: 'B401' })],
      [session('b', 10, 11, { room: 'C302' })],
      { minutes: 0, room: 'C302' },
    ],
    [
      'leads to a room from an unknown one',
      [session('a', 9, 10, { room: undefined })],
      [session('b', 10, 11, { room: 'C302' })],
      { minutes: 0, room: 'C302' },
    ],
    [
      'leads to no other room in the same room',
      [session('a', 9, 10, { room: 'B401' })],
      [session('b', 10, 11, { room: 'B401' })],
      { minutes: 0 },
    ],
    [
      'leads to a room that only some of the previous sessions were in',
      [session('a', 9, 10, { room: 'B401' }), session('b', 9, 10)],
      [session('c', 10, 11, { room: 'B401' })],
      { minutes: 0, room: 'B401' },
    ],
    [
      'leads to no room when several sessions are next',
      [session('a', 9, 10)],
      [session('b', 10, 11, { room: 'B401' }), session('c', 10, 11, { room: 'B401' })],
      { minutes: 0 },
    ],
    [
      'leads to no unknown room',
      [session('a', 9, 10, { room: 'B401' })],
      [session('b', 10, 11, { room: '' })],
      { minutes: 0 },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(gapBetween(before, after)).toEqual(expected);
  });

  test('is never before the first row, and a day without sessions has no rows', () => {
    expect(toRows([session('a', 9, 10)])).toEqual([
      { sessions: [session('a', 9, 10)], start: session('a', 9, 10).start, end: session('a', 9, 10).end },
    ]);
    expect(toRows([])).toEqual([]);
  });
});

const anyDay = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 1440 }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
    event: fc.constantFrom('one', 'two', 'three'),
    site: fc.constantFrom('north', 'south'),
    room: fc.constantFrom(undefined, 'B401', 'C302'),
  }),
  { maxLength: 40 },
);

describe('the rows of any day', () => {
  const check = (holds: (sessions: Placed[], rows: ReturnType<typeof toRows<Placed>>) => void) => {
    const property = fc.property(anyDay, (day) => {
      const sessions = day.map(({ start, length, ...where }, index) =>
        session(String(index), start / 60, (start + length) / 60, where),
      );
      holds(sessions, toRows(sessions));
    });
    fc.assert(property, { numRuns: runs(100) });
  };

  test('have each session exactly once', () => {
    check((sessions, rows) => {
      const shown = rows.flatMap((row) => row.sessions);
      expect(new Set(shown)).toEqual(new Set(sessions));
      expect(shown).toHaveLength(sessions.length);
    });
  });

  test('are in order and never overlap, so that no gap is negative', () => {
    check((_, rows) => {
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1];
        expect(row.start).toBeGreaterThanOrEqual(before?.end ?? Number.NEGATIVE_INFINITY);
        expect(row.gap?.minutes).toBe(before && Math.floor((row.start - before.end) / 60_000));
      }
    });
  });

  test('each have the sessions that overlap, directly or through others', () => {
    check((sessions, rows) => {
      for (const row of rows) {
        const reached = new Set(row.sessions.slice(0, 1));
        for (const one of reached) for (const other of findOverlaps(one, sessions)) reached.add(other);
        expect(new Set(row.sessions)).toEqual(reached);
      }
    });
  });
});
