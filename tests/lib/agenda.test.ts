import { describe, expect, test } from 'vitest';
import { guide } from '../../data/index.ts';
import { daysOf, overlapsOf, phaseOf, recordingOf } from '../../lib/agenda.ts';
import { detailOf } from '../../lib/detail.ts';

const at = (time: string) => Date.parse(time);
const between = (start: string, end: string) => ({ start: at(`2025-11-${start}Z`), end: at(`2025-11-${end}Z`) });
const idsOf = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);

describe('Days', () => {
  test.each([
    ['America/New_York', { '2025-11-10': 10, '2025-11-11': 2, '2025-11-12': 3 }],
    ['UTC', { '2025-11-10': 10, '2025-11-11': 2, '2025-11-12': 3 }],
    // 14:00 UTC is 23:00 there: what starts an hour later is on the next day.
    ['Asia/Tokyo', { '2025-11-10': 3, '2025-11-11': 7, '2025-11-12': 2, '2025-11-13': 3 }],
    ['Asia/Kolkata', { '2025-11-10': 10, '2025-11-11': 1, '2025-11-12': 1, '2025-11-13': 3 }],
    ['Pacific/Auckland', { '2025-11-11': 10, '2025-11-12': 2, '2025-11-13': 3 }],
  ])('in %s are the days of its clocks.', (zone, expected) => {
    const days = daysOf(guide.sessions, zone);
    expect(Object.fromEntries(days.map(({ key, sessions }) => [key, sessions.length]))).toEqual(expected);
    expect(days.flatMap(({ sessions }) => sessions)).toEqual(guide.sessions);
  });

  test('are none without sessions.', () => {
    expect(daysOf([], 'UTC')).toEqual([]);
  });
});

describe('A session overlaps', () => {
  const session = between('10T15:00', '10T16:00');
  test.each([
    ['one that runs in the middle of it', between('10T15:20', '10T15:40'), true],
    ['one that runs all around it', between('10T14:00', '10T17:00'), true],
    ['one at the very same time', between('10T15:00', '10T16:00'), true],
    ['one that ends a minute after its start', between('10T14:00', '10T15:01'), true],
    ['one that ends as it starts', between('10T14:00', '10T15:00'), false],
    ['one that starts as it ends', between('10T16:00', '10T17:00'), false],
    ['one at the same time on another day', between('11T15:00', '11T16:00'), false],
  ])('%s: %#', (_, other, overlapping) => {
    expect(overlapsOf(session, [session, other])).toEqual(overlapping ? [other] : []);
    expect(overlapsOf(other, [session, other])).toEqual(overlapping ? [session] : []);
  });

  test('never itself.', () => {
    expect(overlapsOf(session, [session])).toEqual([]);
  });

  test('others across midnight.', () => {
    const late = between('10T23:30', '11T00:30');
    const early = between('11T00:00', '11T01:00');
    expect(overlapsOf(late, [late, early])).toEqual([early]);
  });
});

describe('The event', () => {
  test.each([
    ['2025-08-20T12:00Z', 'before'],
    ['2025-11-10T13:59:59.999Z', 'before'],
    ['2025-11-10T14:00Z', 'during'],
    ['2025-11-11T03:00Z', 'during'],
    ['2025-11-12T22:14:59.999Z', 'during'],
    ['2025-11-12T22:15Z', 'after'],
    ['2026-11-24T09:00Z', 'after'],
  ])('at %s is in the phase “%s”.', (now, phase) => {
    expect(phaseOf(guide.sessions, at(now))).toBe(phase);
  });

  test('is not over while a session runs that started before the last one.', () => {
    const sessions = [between('10T15:00', '10T20:00'), between('10T16:00', '10T17:00')];
    expect(phaseOf(sessions, at('2025-11-10T18:00Z'))).toBe('during');
  });
});

describe('The detail of a session', () => {
  test.each(guide.sessions.map(({ id }) => id))(
    'of %s has its neighbours in the guide, none beyond its ends.',
    (id) => {
      const order = idsOf(guide.sessions);
      const { previous, next } = detailOf(guide, id);
      expect([previous?.id, next?.id]).toEqual([order[order.indexOf(id) - 1], order[order.indexOf(id) + 1]]);
    },
  );

  test('leaves out the neighbour that is not there, instead of saying undefined.', () => {
    expect(Object.keys(detailOf(guide, '28F61'))).not.toContain('previous');
    expect(Object.keys(detailOf(guide, '27FbS'))).not.toContain('next');
  });

  test('names the other Sched site where a session leads to it, and only there.', () => {
    const { previous, next } = detailOf(guide, '27Nnr');
    expect(previous).toMatchObject({ id: '28D2o', event: 'CiliumCon', otherSite: 'Co-located events' });
    expect(next).toMatchObject({ id: '27FXg', event: 'KubeCon' });
    expect(next).not.toHaveProperty('otherSite');
    const related = detailOf(guide, '28D0g').related;
    expect(related.map(({ how, session }) => [how, session.id, session.otherSite])).toEqual([
      ['continues', '27FbS', 'KubeCon + CloudNativeCon'],
    ]);
  });

  test('lists what overlaps, at other events too.', () => {
    const { overlaps } = detailOf(guide, '28D0X');
    expect(overlaps.map(({ id, event }) => [id, event])).toEqual([
      ['28D0g', 'CiliumCon'],
      ['28D14', 'Observability Day'],
    ]);
  });

  test('offers the playlist only at CiliumCon, where no session has a recording of its own.', () => {
    const offered = guide.sessions.filter(({ id }) => detailOf(guide, id).playlist);
    expect(idsOf(offered)).toEqual(['28F61', '28Czl', '28D0I', '28F6G', '28D0g', '28D1Y', '28D2Q', '28D2o']);
  });

  test('offers no playlist beside a recording of the session itself.', () => {
    const copy = structuredClone(guide);
    const recording = recordingOf(copy.sessions.find(({ id }) => id === '27FbS') ?? { links: [] });
    if (!recording) throw new Error('27FbS has a recording');
    copy.sessions.find(({ id }) => id === '28D2o')?.links.push(recording);
    expect(detailOf(copy, '28D2o').playlist).toBeUndefined();
    expect(detailOf(copy, '28D2Q').playlist).toBeDefined();
  });

  test('spells out topics and terms.', () => {
    const { topics, terms, event, zone } = detailOf(guide, '28D2o');
    expect(topics).toEqual(['Scale', 'eBPF datapath', 'Operations']);
    expect(terms.map(({ name }) => name)).toEqual(['eBPF', 'eBPF map', 'LRU map', 'datapath', 'SNAT', 'TCP reset']);
    expect([event.name, zone]).toEqual(['CiliumCon', 'America/New_York']);
  });

  test('survives being sent as JSON: the background hands it to pages.', () => {
    for (const { id } of guide.sessions) {
      const detail = detailOf(guide, id);
      expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
    }
  });

  test.each(['', '28d1y', '28D1', '28D1Y2', '__proto__'])('is refused for the unknown id “%s”.', (id) => {
    expect(() => detailOf(guide, id)).toThrow(RangeError);
  });
});
