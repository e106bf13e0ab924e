import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { findMoment, findPhase, nextChange, splitNow } from '../../../lib/time/moment.ts';
import { runs } from '../../runs.ts';
import { INSTANTS } from './instants.ts';

const { sessions, zone, source } = agendaGuide;
const at = (time: string) => Date.parse(time);
const published = at(source.published);
const listIds = (some: readonly { id: string }[]) => some.map(({ id }) => id);
const session = (id: string, start: string, end = start) => ({ id, start: at(start), end: at(end) });

/** The moment at an instant, with ids in place of sessions. */
function momentAt(some: typeof sessions | ReturnType<typeof session>[], now: number, clocks = 'UTC', since = 0) {
  const moment = findMoment<{ id: string; start: number; end: number }>(some, now, clocks, since);
  return {
    ...moment,
    ...('first' in moment && { first: listIds(moment.first) }),
    ...('on' in moment && { on: listIds(moment.on) }),
    ...('next' in moment && { next: listIds(moment.next) }),
  };
}

describe('with the released guide', () => {
  test.each(INSTANTS)('at $at, when $what, the moment is “$kind”', ({ at: time, kind, days, first, on, next }) => {
    const moment = findMoment(sessions, at(time), zone, published);
    expect(moment.kind).toBe(kind);
    expect('on' in moment ? listIds(moment.on) : []).toEqual(on);
    expect('next' in moment ? listIds(moment.next) : 'first' in moment ? listIds(moment.first) : []).toEqual(next);
    expect('days' in moment ? moment.days : undefined).toBe(days);
    expect(splitNow(sessions, at(time)).ahead[0]?.id).toBe(first);
  });

  test('the day to plan is the first day in the given zone', () => {
    const now = at('2025-11-09T18:00Z');
    expect(momentAt(sessions, now, zone)).toEqual({ kind: 'before', first: ['28F61'], days: 1, plan: '2025-11-10' });
    // It is Monday morning there already, and the session begins on Tuesday.
    expect(momentAt(sessions, now, 'Pacific/Kiritimati')).toMatchObject({ days: 1, plan: '2025-11-11' });
  });

  test('the zone’s day decides whether the next session is today', () => {
    const now = at('2025-11-12T00:00Z');
    expect(momentAt(sessions, now, zone)).toMatchObject({ kind: 'overnight', days: 1 });
    expect(momentAt(sessions, now, 'UTC')).toMatchObject({ kind: 'between' });
  });
});

describe('the clock', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15 + 1, -8.64e15, 0, published - 1])(
    'is odd at %s',
    (now) => {
      expect(findMoment(sessions, now, zone, published)).toEqual({ kind: 'odd' });
      expect(splitNow(sessions, now)).toMatchObject({ ahead: { length: sessions.length } });
    },
  );

  test('is valid at the instant of publication', () => {
    expect(findMoment(sessions, published, zone, published).kind).toBe('before');
  });

  test('finds the event over if it is years ahead', () => {
    expect(findMoment(sessions, 8.64e15, zone, published)).toEqual({ kind: 'after' });
  });
});

describe('a session', () => {
  const first = session('first', '2025-11-10T09:00Z', '2025-11-10T10:00Z');
  const second = session('second', '2025-11-10T10:00Z', '2025-11-10T11:00Z');

  test('runs from its start until just before its end', () => {
    expect(momentAt([first, second], at('2025-11-10T09:00Z'))).toEqual({ kind: 'on', on: ['first'], next: ['second'] });
    expect(momentAt([first, second], at('2025-11-10T10:00Z'))).toEqual({ kind: 'on', on: ['second'], next: [] });
    expect(momentAt([first, second], at('2025-11-10T11:00Z'))).toEqual({ kind: 'after' });
  });

  test('without a duration is next until it starts, and never runs', () => {
    const opening = session('opening', '2025-11-10T08:00Z');
    expect(momentAt([opening, first], opening.start - 1)).toMatchObject({ kind: 'before', first: ['opening'] });
    expect(momentAt([opening, first], opening.start)).toEqual({ kind: 'between', next: ['first'] });
    expect(momentAt([opening], opening.start)).toEqual({ kind: 'after' });
  });

  test('that crosses midnight runs on both days', () => {
    const late = session('late', '2025-11-10T23:30Z', '2025-11-11T00:30Z');
    const morning = session('morning', '2025-11-11T09:00Z', '2025-11-11T10:00Z');
    expect(momentAt([late, morning], at('2025-11-11T00:15Z'))).toEqual({ kind: 'on', on: ['late'], next: ['morning'] });
    expect(momentAt([late, morning], at('2025-11-11T00:30Z'))).toEqual({ kind: 'between', next: ['morning'] });
  });

  test('that starts during another is next, and then runs beside it', () => {
    const short = session('short', '2025-11-10T09:30Z', '2025-11-10T09:40Z');
    const now = (time: string) => momentAt([first, short, second], at(`2025-11-10T${time}Z`));
    expect(now('09:10')).toEqual({ kind: 'on', on: ['first'], next: ['short'] });
    expect(now('09:30')).toEqual({ kind: 'on', on: ['first', 'short'], next: ['second'] });
    expect(now('09:40')).toEqual({ kind: 'on', on: ['first'], next: ['second'] });
  });

  test('is found whatever the order of the input', () => {
    expect(momentAt([second, first], at('2025-11-10T08:00Z'))).toMatchObject({ kind: 'before', first: ['first'] });
  });

  test('is missing from an empty list, so that the event is over', () => {
    expect(momentAt([], at('2025-11-10T08:00Z'))).toEqual({ kind: 'after' });
    expect(splitNow([], 0)).toEqual({ ahead: [], over: [] });
    expect(nextChange([], 0)).toBeUndefined();
  });
});

describe('days until a session are calendar days', () => {
  test.each([
    ['clocks are set back', 'America/New_York', '2025-11-02T00:30-04:00', '2025-11-03T00:10-05:00', 1],
    ['clocks are set forward', 'Europe/Berlin', '2026-03-28T23:59+01:00', '2026-03-30T00:01+02:00', 2],
    ['midnight itself is skipped', 'Africa/Cairo', '2026-04-23T23:30+02:00', '2026-04-24T01:10+03:00', 1],
    ['nearly two days pass', 'UTC', '2025-11-10T00:00Z', '2025-11-11T23:59Z', 1],
    ['two minutes pass', 'UTC', '2025-12-31T23:59Z', '2026-01-01T00:01Z', 1],
  ])('when %s in %s', (_, clocks, now, start, days) => {
    expect(momentAt([session('one', start)], at(now), clocks)).toMatchObject({ kind: 'before', days });
    const earlier = session('earlier', '2025-01-01T00:00Z');
    expect(momentAt([earlier, session('one', start)], at(now), clocks)).toMatchObject({ kind: 'overnight', days });
  });
});

describe('nextChange', () => {
  test.each([
    ['2025-08-20T12:07Z', '2025-08-20T12:15Z', 'a quarter of an hour, weeks before'],
    ['2025-11-09T13:59:59Z', '2025-11-09T14:00Z', 'an hour, 24 hours before'],
    ['2025-11-09T14:00Z', '2025-11-09T14:01Z', 'a minute, from then on'],
    ['2025-11-10T13:59:59.999Z', '2025-11-10T14:00Z', 'the first start'],
    ['2025-11-10T14:00Z', '2025-11-10T14:01Z', 'a minute, while something runs'],
    ['2025-11-12T22:14:30Z', '2025-11-12T22:15Z', 'the last end'],
  ])('after %s is %s: %s', (now, next) => {
    expect(nextChange(sessions, at(now))).toBe(at(next));
  });

  test('is on quarter hours relative to a start that is not on one', () => {
    const odd = [session('odd', '2025-11-10T09:10Z')];
    expect(nextChange(odd, at('2025-11-01T12:05Z'))).toBe(at('2025-11-01T12:10Z'));
    expect(nextChange(odd, at('2025-11-01T12:10Z'))).toBe(at('2025-11-01T12:15Z'));
  });

  test('is at an end that is not on a full minute', () => {
    const odd = [session('odd', '2025-11-10T09:00Z', '2025-11-10T09:30:20Z')];
    expect(nextChange(odd, at('2025-11-10T09:30:10Z'))).toBe(at('2025-11-10T09:30:20Z'));
  });

  test.each([at('2025-11-12T22:15Z'), at('2026-11-24T10:00Z'), Number.NaN, Number.POSITIVE_INFINITY, -1e300])(
    'is undefined at %s, after the event or with an invalid clock',
    (now) => {
      expect(nextChange(sessions, now)).toBeUndefined();
    },
  );

  test('is within the range of a timer, even a century before the event', () => {
    const wait = (nextChange(sessions, at('1925-01-01T00:00Z')) ?? Number.NaN) - at('1925-01-01T00:00Z');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThan(2 ** 31);
  });
});

/** Sessions within eight days, to the minute. */
const anySessions = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 8 * 1440 }),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ start, length }, index) => ({
      id: String(index),
      start: at('2025-10-30T00:00Z') + start * 60_000,
      end: at('2025-10-30T00:00Z') + (start + length) * 60_000,
    })),
  );
const anyNow = fc.integer({ min: at('2025-10-28T00:00Z'), max: at('2025-11-09T00:00Z') });

test('For any sessions, nothing changes before nextChange', () => {
  const zones = ['America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'];
  const property = fc.property(
    anySessions,
    anyNow,
    fc.constantFrom(...zones),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (some, now, clocks, share) => {
      const next = nextChange(some, now);
      expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      const until = (next ?? now + 1e9) - 1;
      for (const later of [until, Math.floor(now + share * (until - now))]) {
        expect(momentAt(some, later, clocks)).toEqual(momentAt(some, now, clocks));
        expect(splitNow(some, later)).toEqual(splitNow(some, now));
      }
    },
  );
  fc.assert(property, { numRuns: runs(100) });
});

test('For any sessions, splitNow moves those that are over and loses none', () => {
  const property = fc.property(anySessions, anyNow, (some, now) => {
    const { ahead, over } = splitNow(some, now);
    expect(some.filter((one) => !over.includes(one))).toEqual(ahead);
    expect(some.filter((one) => over.includes(one))).toEqual(over);
    const kind = findMoment(some, now, 'UTC', 0).kind;
    const behind = kind === 'before' || kind === 'after' ? [] : some.filter(({ end }) => end <= now);
    expect(over).toEqual(behind);
  });
  fc.assert(property);
});

describe('the event', () => {
  test.each([
    ['2025-08-20T12:00Z', 'before'],
    ['2025-11-10T13:59:59.999Z', 'before'],
    ['2025-11-10T14:00Z', 'during'],
    ['2025-11-11T03:00Z', 'during'],
    ['2025-11-12T22:14:59.999Z', 'during'],
    ['2025-11-12T22:15Z', 'after'],
    ['2026-11-24T09:00Z', 'after'],
  ])('at %s is in the phase “%s”', (now, phase) => {
    expect(findPhase(sessions, at(now))).toBe(phase);
  });

  test('is not over while an earlier session still runs', () => {
    const long = session('A', '2025-11-10T15:00Z', '2025-11-10T20:00Z');
    const short = session('B', '2025-11-10T16:00Z', '2025-11-10T17:00Z');
    expect(findPhase([long, short], at('2025-11-10T18:00Z'))).toBe('during');
  });
});
