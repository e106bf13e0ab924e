import { describe, expect, test } from 'vitest';
import { guide } from '../../../data/index.ts';
import { buildDetail } from '../../../lib/guide/detail.ts';
import { findRecording } from '../../../lib/guide/watch.ts';

const listIds = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);

describe('buildDetail', () => {
  test.each(guide.sessions.map(({ id }) => id))('finds the previous and next session of %s', (id) => {
    const order = listIds(guide.sessions);
    const { previous, next } = buildDetail(guide, id);
    expect([previous?.id, next?.id]).toEqual([order[order.indexOf(id) - 1], order[order.indexOf(id) + 1]]);
  });

  test('omits the key of a missing neighbour', () => {
    expect(Object.keys(buildDetail(guide, '28F61'))).not.toContain('previous');
    expect(Object.keys(buildDetail(guide, '27FbS'))).not.toContain('next');
  });

  test('names the other Sched site only for sessions on it', () => {
    const { previous, next } = buildDetail(guide, '27Nnr');
    expect(previous).toMatchObject({ id: '28D2o', event: 'CiliumCon', otherSite: 'Co-located events' });
    expect(next).toMatchObject({ id: '27FXg', event: 'KubeCon' });
    expect(next).not.toHaveProperty('otherSite');
    const related = buildDetail(guide, '28D0g').related;
    expect(related.map(({ how, session }) => [how, session.id, session.otherSite])).toEqual([
      ['continues', '27FbS', 'KubeCon + CloudNativeCon'],
    ]);
  });

  test('lists overlapping sessions, including those of other events', () => {
    const { overlaps } = buildDetail(guide, '28D0X');
    expect(overlaps.map(({ id, event }) => [id, event])).toEqual([
      ['28D0g', 'CiliumCon'],
      ['28D14', 'Observability Day'],
    ]);
  });

  test('offers the playlist only for CiliumCon sessions without a recording', () => {
    const offered = guide.sessions.filter(({ id }) => buildDetail(guide, id).playlist);
    expect(listIds(offered)).toEqual(['28F61', '28Czl', '28D0I', '28F6G', '28D1Y', '28D2Q', '28D2o']);
  });

  test('offers no playlist for a session with a recording', () => {
    const copy = structuredClone(guide);
    const recording = findRecording(copy.sessions.find(({ id }) => id === '27FbS') ?? { links: [] });
    if (!recording) throw new Error('27FbS has a recording');
    copy.sessions.find(({ id }) => id === '28D2o')?.links.push(recording);
    expect(buildDetail(copy, '28D2o').playlist).toBeUndefined();
    expect(buildDetail(copy, '28D2Q').playlist).toBeDefined();
  });

  test('includes the names of topics, terms and event', () => {
    const { topics, terms, event, zone } = buildDetail(guide, '28D2o');
    expect(topics).toEqual(['Scale', 'eBPF datapath', 'Operations']);
    expect(terms.map(({ name }) => name)).toEqual(['eBPF', 'eBPF map', 'LRU map', 'datapath', 'SNAT', 'TCP reset']);
    expect([event.name, zone]).toEqual(['CiliumCon', 'America/New_York']);
  });

  test('returns plain JSON, because the background sends it to pages', () => {
    for (const { id } of guide.sessions) {
      const detail = buildDetail(guide, id);
      expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
    }
  });

  test.each(['', '28d1y', '28D1', '28D1Y2', '__proto__'])('throws for the unknown id “%s”', (id) => {
    expect(() => buildDetail(guide, id)).toThrow(RangeError);
  });
});
