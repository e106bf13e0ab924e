/** Properties of every list. fast-check shrinks a guide that breaks one to the smallest example. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Guide } from '../../../../data/index.ts';
import { buildPath } from '../../../../features/agenda/catch-up/path.ts';
import { type CatchUpList, makePlan, READING_SPEED } from '../../../../features/agenda/catch-up/plan.ts';
import { runs } from '../../../runs.ts';
import { circularGuides, guides } from './invented-guides.ts';

const AT = Date.parse('2030-06-10T18:00Z');

const listIds = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);
const shorten = ({ items }: CatchUpList) => items.map(({ session, how, minutes }) => [session.id, how, minutes]);

const ids = Array.from({ length: 12 }, (_, index) => `S${index}`);
const plans = fc.record({
  // Mostly little time, because only then does a list have to choose.
  minutes: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -5, max: 400 })),
  goal: fc.constantFrom(undefined, 'new', 'water', 'deep', 'gone'),
  at: fc.constant(AT),
});
const watches = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...ids),
    fc.integer({ min: -2, max: 2 }).map((n) => ({ at: AT + n })),
  ),
  {
    selector: ([id]) => id,
  },
);
const videos = fc.subarray(ids).map((some) => some.map((id) => [id, { video: `https://seen.example/${id}` }] as const));

describe('a list for any guide, plan and seen marks', () => {
  /** Checks a property of lists with invented guides. */
  function always(
    holds: (plan: CatchUpList, of: Guide, minutes: number, before: ReadonlySet<string>) => void,
    from: fc.Arbitrary<Guide> = guides,
  ): void {
    fc.assert(
      fc.property(from, plans, watches, videos, (of, plan, watched, seen) => {
        const before = new Set(watched.filter(([, { at }]) => at < AT).map(([id]) => id));
        holds(makePlan(of, plan, new Map(watched), new Map(seen)), of, plan.minutes, before);
      }),
      { numRuns: runs(60) },
    );
  }

  type Item = CatchUpList['items'][number];
  const isPlayed = ({ how, recording }: Item) => how === 'watch' && (recording === 'recorded' || recording === 'video');
  const isInPlaylist = (item: Item) => item.how === 'watch' && !isPlayed(item);
  /** The backgrounds of a session that were not watched before. */
  const needs = (of: Guide, id: string, before: ReadonlySet<string>) =>
    (of.sessions.find((one) => one.id === id)?.related ?? [])
      .filter((one) => one.how === 'background' && !before.has(one.id))
      .map((one) => one.id);

  test('fits the time, and has the right sums', () => {
    always(({ items, minutes, done, left, next }, _, time) => {
      expect(minutes).toBe(items.reduce((sum, item) => sum + item.minutes, 0));
      expect(minutes).toBeLessThanOrEqual(Math.max(0, time));
      expect(done).toBe(items.filter((item) => item.done).reduce((sum, item) => sum + item.minutes, 0));
      expect(done + left).toBe(minutes);
      expect(next).toBe(items.find((item) => !item.done));
      for (const item of items) expect(item.minutes).toBeGreaterThanOrEqual(1);
    });
  });

  test('has nothing twice, and nothing that was watched before', () => {
    always(({ items, skipped }, _, __, before) => {
      const all = [...items.map(({ session }) => session.id), ...listIds(skipped)];
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((id) => before.has(id))).toEqual([]);
    });
  });

  test('has backgrounds before what needs them, except sessions in a playlist, which are last', () => {
    always(({ items }, of, _, before) => {
      const order = items.map(({ session }) => session.id);
      const fromPlaylist = items.filter(isInPlaylist).map(({ session }) => session.id);
      for (const [index, id] of order.entries()) {
        const needed = needs(of, id, before);
        expect(order).toEqual(expect.arrayContaining(needed));
        const earlier = needed.filter((one) => fromPlaylist.includes(id) || !fromPlaylist.includes(one));
        expect(order.slice(0, index)).toEqual(expect.arrayContaining(earlier));
      }
      expect(fromPlaylist.length > 0 ? order.slice(-fromPlaylist.length) : []).toEqual(fromPlaylist);
    });
  });

  /** The fewest minutes that a session takes in either way. */
  const least = (
    { start, end, summary, why, links, event, id }: Guide['sessions'][number],
    seen: ReadonlySet<string>,
  ) => {
    const reading = Math.ceil(`${summary} ${why}`.split(' ').length / READING_SPEED);
    const watchable = links.length > 0 || event === 'listed' || seen.has(id);
    return watchable ? Math.min(reading, (end - start) / 60_000) : reading;
  };

  test('leaves out only what does not fit into the time left, together with its backgrounds', () => {
    fc.assert(
      fc.property(guides, plans, watches, videos, (of, plan, watched, seen) => {
        const before = new Set(watched.filter(([, { at }]) => at < AT).map(([id]) => id));
        const { items, minutes, skipped } = makePlan(of, plan, new Map(watched), new Map(seen));
        const taken = new Set(items.map(({ session }) => session.id));
        for (const session of skipped) {
          const missing = new Set([session.id]);
          for (const id of missing) for (const one of needs(of, id, before)) if (!taken.has(one)) missing.add(one);
          const cost = of.sessions
            .filter(({ id }) => missing.has(id))
            .reduce((sum, one) => sum + least(one, new Set(seen.map(([id]) => id))), 0);
          expect(minutes + cost).toBeGreaterThan(Math.max(0, plan.minutes));
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('reads a session with a recording only when watching it would not fit', () => {
    always(({ items, minutes }, _, time) => {
      for (const { session, how, recording, minutes: reading } of items) {
        if (how !== 'read' || recording === 'unknown') continue;
        expect(minutes - reading + (session.end - session.start) / 60_000).toBeGreaterThan(time);
      }
    });
  });

  test('has recordings, sessions to read and sessions in a playlist each in the order of the learning path', () => {
    always(({ items, skipped }, of) => {
      const path = buildPath(of).stages.flatMap(({ steps }) => steps.map(({ session }) => session));
      const hasBackground = items.some(({ session }) => session.related.some(({ how }) => how === 'background'));
      const kinds = [isPlayed, isInPlaylist, ({ how }: Item) => how === 'read'];
      const lists = hasBackground ? [] : kinds.map((is) => items.filter(is).map(({ session }) => session));
      for (const some of [...lists, skipped]) {
        expect(listIds(path.filter((session) => some.includes(session)))).toEqual(listIds(some));
      }
      const [played, others] = [items.filter(isPlayed), items.filter((item) => !isPlayed(item))];
      if (!hasBackground) expect(items).toEqual([...played, ...others]);
    });
  });

  test('does not depend on the order of seen marks and videos', () => {
    fc.assert(
      fc.property(guides, plans, watches, videos, (of, plan, watched, seen) => {
        const list = makePlan(of, plan, new Map(watched), new Map(seen));
        expect(makePlan(of, plan, new Map(watched.toReversed()), new Map(seen.toReversed()))).toEqual(list);
      }),
    );
  });

  test('does not change while the reader goes through it, except for what is done', () => {
    fc.assert(
      fc.property(guides, plans, watches, videos, fc.subarray(ids), (of, plan, watched, seen, later) => {
        const known = new Map(watched.filter(([, { at }]) => at < AT));
        const more = new Map([
          ...known,
          ...later.filter((id) => !known.has(id)).map((id) => [id, { at: AT + 9 }] as const),
        ]);
        const [list, then] = [known, more].map((one) => makePlan(of, plan, one, new Map(seen)));
        expect(then && shorten(then)).toEqual(list && shorten(list));
        expect(then?.items.filter(({ done }) => done).map(({ session }) => session.id)).toEqual(
          list?.items.map(({ session }) => session.id).filter((id) => later.includes(id)),
        );
      }),
    );
  });

  test('ends, and fits the time, even when backgrounds have a circle', () => {
    always(({ minutes }, _, time) => expect(minutes).toBeLessThanOrEqual(Math.max(0, time)), circularGuides);
  });
});
