import { describe, expect, test } from 'vitest';
import { guide, sessionById } from '../data/index.ts';
import { pageIndex } from '../data/page-index.ts';

const CO_LOCATED = 'colocatedeventsna2025.sched.com';
const MAIN = 'kccncna2025.sched.com';

/** Id, host, event, start and end in UTC, of the 15 sessions of the post (local times there: EST, UTC-5). */
const POST: readonly [string, string, string, string, string][] = [
  ['28F61', CO_LOCATED, 'CiliumCon', '2025-11-10T14:00Z', '2025-11-10T14:05Z'],
  ['28Czl', CO_LOCATED, 'CiliumCon', '2025-11-10T14:10Z', '2025-11-10T14:35Z'],
  ['28D0I', CO_LOCATED, 'CiliumCon', '2025-11-10T14:45Z', '2025-11-10T15:10Z'],
  ['28F6G', CO_LOCATED, 'CiliumCon', '2025-11-10T15:15Z', '2025-11-10T15:20Z'],
  ['28D0g', CO_LOCATED, 'CiliumCon', '2025-11-10T15:40Z', '2025-11-10T16:05Z'],
  ['28D0X', CO_LOCATED, 'Cloud Native University', '2025-11-10T15:40Z', '2025-11-10T16:05Z'],
  ['28D14', CO_LOCATED, 'Observability Day', '2025-11-10T15:40Z', '2025-11-10T16:05Z'],
  ['28D1Y', CO_LOCATED, 'CiliumCon', '2025-11-10T16:15Z', '2025-11-10T16:40Z'],
  ['28D2Q', CO_LOCATED, 'CiliumCon', '2025-11-10T16:50Z', '2025-11-10T17:15Z'],
  ['28D2o', CO_LOCATED, 'CiliumCon', '2025-11-10T17:20Z', '2025-11-10T17:30Z'],
  ['27Nnr', MAIN, 'KubeCon', '2025-11-11T16:15Z', '2025-11-11T16:45Z'],
  ['27FXg', MAIN, 'KubeCon', '2025-11-11T22:00Z', '2025-11-11T22:30Z'],
  ['27FaR', MAIN, 'KubeCon', '2025-11-12T20:00Z', '2025-11-12T20:30Z'],
  ['27FaL', MAIN, 'KubeCon', '2025-11-12T20:00Z', '2025-11-12T20:30Z'],
  ['27FbS', MAIN, 'KubeCon', '2025-11-12T21:45Z', '2025-11-12T22:15Z'],
];

function session(id: string) {
  const found = sessionById(id);
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

function linksOf(kind: string): Record<string, string> {
  const linked = guide.sessions.flatMap(({ id, links }) =>
    links.filter((link) => link.kind === kind).map((l) => [id, l.url]),
  );
  return Object.fromEntries(linked);
}

describe('the released guide', () => {
  test('contains exactly the 15 sessions of the post, ordered by time', () => {
    expect(guide.sessions.map(({ id }) => id)).toEqual(POST.map(([id]) => id));
  });

  test.each(POST)('lists %s on %s in %s from %s to %s', (id, host, event, start, end) => {
    const found = session(id);
    expect(found.url).toBe(`https://${host}/event/${id}`);
    expect(guide.events.find((one) => one.id === found.event)?.name).toBe(event);
    expect([found.start, found.end]).toEqual([Date.parse(start), Date.parse(end)]);
  });

  test('finds no session by a part of an id or by an id in another case', () => {
    expect([sessionById('28d1y'), sessionById('28D1'), sessionById('')]).toEqual([undefined, undefined, undefined]);
  });

  test('links exactly the known recordings, slides, code and other resources of its sessions', () => {
    expect(linksOf('recording')).toEqual({
      '28D0g': 'https://www.youtube.com/watch?v=QdNVtSlecYo',
      '28D14': 'https://www.youtube.com/watch?v=lwgHMDOY_Zs',
      '27FaR': 'https://www.youtube.com/watch?v=OoNvlkZFQUs',
      '27FbS': 'https://www.youtube.com/watch?v=y0qlhiKtDGo',
      '27Nnr': 'https://www.youtube.com/watch?v=mCKwX74xIs4',
      '27FXg': 'https://www.youtube.com/watch?v=3X0X4az_E_4',
    });
    expect(linksOf('case-study')).toEqual({
      '28D0g': 'https://www.cncf.io/case-studies/esnet/',
      '28D14': 'https://www.cncf.io/case-studies/university-of-wisconsin-madison/',
    });
    expect(linksOf('pull-request')).toEqual({ '28D2o': 'https://github.com/cilium/cilium/pull/37747' });
    expect(Object.keys(linksOf('slides'))).toEqual(['28D0X', '27FXg']);
    expect(Object.keys(linksOf('code'))).toEqual(['28D1Y']);
    expect(Object.keys(linksOf('follow-up'))).toEqual(['28Czl', '28D2o']);
    expect(Object.keys(linksOf('report'))).toEqual(['27FbS']);
  });

  test('links a playlist only for CiliumCon', () => {
    const playlists = guide.events.flatMap(({ id, links }) =>
      links.filter(({ kind }) => kind === 'playlist').map(({ url }) => [id, url]),
    );
    const url = 'https://www.youtube.com/playlist?list=PLDg_GiBbAx-mOnWuzd_NXoRfuW9HZAxeZ';
    expect(playlists).toEqual([['ciliumcon', url]]);
  });

  test('records what changed since the post: 27FaL left the schedule, 27FbS is now by TikTok', () => {
    const changed = guide.sessions.flatMap(({ id, changes }) => changes.map(({ kind }) => [id, kind]));
    expect(changed).toEqual([
      ['27FaL', 'unpublished'],
      ['27FbS', 'speakers'],
    ]);
    expect(session('27FbS').changes[0]?.text).toMatch(/ByteDance.*TikTok/u);
    expect(session('27FbS').title).toContain('TikTok');
    expect(session('27FaL').changes[0]?.text).toContain('no longer on the published schedule');
  });

  test.each<[string, string, string[]]>([
    ['new', 'I am new to Cilium', ['28D0X', '27Nnr']],
    ['ipv6', 'I want to run without IPv4', ['28D0g', '27FbS']],
    ['security', 'I secure traffic between workloads', ['28D0X', '28D1Y', '28D2Q', '27FaL']],
    ['observability', 'I want to see what my network does', ['28D0X', '28D14', '28D1Y']],
    ['scale', 'I run Cilium at scale', ['28Czl', '28D2o']],
    ['virtual-machines', 'I run virtual machines', ['27FXg']],
    ['service-mesh', 'I am moving to another service mesh', ['28D0I', '27FaL']],
  ])('offers the goal %s, “%s”, with the sessions that meet it', (id, label, met) => {
    const goal = guide.goals.find((one) => one.id === id);
    const meeting = guide.sessions.filter(
      ({ topics, level }) => goal?.levels.includes(level) || topics.some((topic) => goal?.topics.includes(topic)),
    );
    expect([goal?.label, meeting.map((one) => one.id)]).toEqual([label, met]);
  });

  test('has three to six short key points, from captions, for exactly four talks', () => {
    const withPoints = guide.sessions.filter(({ points }) => points.length > 0);
    expect(withPoints.map(({ id, pointsFrom }) => [id, pointsFrom])).toEqual([
      ['28D14', 'captions'],
      ['27FXg', 'captions'],
      ['27FaR', 'captions'],
      ['27FbS', 'captions'],
    ]);
    for (const { points } of withPoints) {
      expect(points.length).toBeGreaterThanOrEqual(3);
      expect(points.length).toBeLessThanOrEqual(6);
      for (const point of points) expect(point.length).toBeLessThanOrEqual(110);
    }
  });

  test('names the sources of every session’s text except the keynote without an abstract', () => {
    expect(guide.sessions.filter(({ textFrom }) => textFrom.length === 0).map(({ id }) => id)).toEqual(['28F6G']);
  });

  test('states for every link where it was found, and a date after the post', () => {
    const links = [...guide.events, ...guide.context, ...guide.sessions].flatMap((one) => one.links);
    for (const { asOf, foundAt } of links) {
      expect(asOf > guide.source.published).toBe(true);
      expect(() => new URL(foundAt)).not.toThrow();
    }
  });

  test('contains no link to a reserved example domain', () => {
    const links = [...guide.events, ...guide.context, ...guide.sessions].flatMap((one) => one.links);
    expect(links.length).toBeGreaterThan(9);
    expect(links.filter(({ url }) => /\.(?:example|test|invalid)$/u.test(new URL(url).hostname))).toEqual([]);
  });
});

describe('the page index', () => {
  test('contains ids, hosts and search words, but no title or takeaway', () => {
    expect(Object.keys(pageIndex).sort()).toEqual(['guide', 'hosts', 'mentions', 'sessions', 'subject']);
    expect(pageIndex.sessions).toEqual(POST.map(([id]) => id));
    expect(pageIndex.hosts.toSorted()).toEqual([CO_LOCATED, MAIN]);
    const carried = JSON.stringify(pageIndex);
    for (const { title, takeaway } of guide.sessions) {
      expect(carried).not.toContain(title);
      expect(carried).not.toContain(takeaway);
    }
  });
});
