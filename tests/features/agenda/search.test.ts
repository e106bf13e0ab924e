import { describe, expect, test } from 'vitest';
import { guide, type Session } from '../../../data/index.ts';
import { searchFields } from '../../../features/agenda/list/fields.ts';
import { searchIn } from '../../../features/agenda/search.ts';
import { findWatchLinks, isRecorded } from '../../../lib/guide/watch.ts';
import { inventGuideFrom } from './catch-up/invented-guides.ts';

const search = searchIn(guide);
const found = (query: string) => guide.sessions.map(({ id }) => id).filter(search.finds(query));

describe('the search of the guide', () => {
  test.each([
    ['one letter wrong', 'hubel', 'hubble'],
    ['one letter wrong in a beginning', 'encript', 'encrypt'],
    ['letters exchanged', 'kuberentes', 'kubernetes'],
    ['a day with an error', 'tusday', 'tuesday'],
    ['a short form', 'ip6', 'ipv6'],
    ['a word taken apart', 'ipv 6', 'ipv6'],
  ])('accepts %s: “%s”', (_, query, meant) => {
    expect(found(meant).length).toBeGreaterThan(0);
    expect(found(query)).toEqual(found(meant));
  });

  test.each([
    ['k8s', 'kubernetes'],
    ['O11y', 'observability'],
    ['k8s-security', 'kubernetes-security'],
  ])('finds the same for “%s” as for the word that it abbreviates', (short, word) => {
    expect(found(word).length).toBeGreaterThan(0);
    expect(found(short)).toEqual(found(word));
    const { title } = guide.sessions[0] as { title: string };
    expect(
      search.hits(`${title} in Kubernetes`, 'k8s').map(([from, to]) => `${title} in Kubernetes`.slice(from, to)),
    ).toEqual(['Kubernetes']);
  });

  test.each([
    ['network policies', 'network policy'],
    ['gateways', 'gateway'],
    ['clusters', 'cluster'],
    ['mondays', 'monday'],
  ])('finds for “%s” what has “%s” as a whole word', (plural, singular) => {
    const whole = guide.sessions.filter(({ id }) =>
      JSON.stringify(searchFields(guide.sessions.find((one) => one.id === id) as Session, guide))
        .toLowerCase()
        .match(`\\b${singular}\\b`),
    );
    expect(whole.length).toBeGreaterThan(0);
    const all = found(plural);
    expect(whole.map(({ id }) => id).filter((id) => !all.includes(id))).toEqual([]);
  });

  test('finds a text that has only the short form of the word', () => {
    const invented = inventGuideFrom({ A: {}, B: {} });
    const [first, ...rest] = invented.sessions;
    const of = searchIn({
      ...invented,
      sessions: [{ ...first, title: 'K8s at Sea' } as (typeof guide.sessions)[number], ...rest],
    });
    expect(['A', 'B'].filter(of.finds('kubernetes at sea'))).toEqual(['A']);
    expect(of.hits('K8s at Sea', 'kubernetes')).toEqual([[0, 3]]);
  });

  test('accepts no error in a short word, or in a word that is found as it is', () => {
    expect(found('ibpf')).toEqual([]);
    expect(found('tiktok')).toEqual(['27FbS']);
  });

  test.each([
    ['tuesday', ['27Nnr', '27FXg']],
    ['nov 12', ['27FaR', '27FaL', '27FbS']],
    ['wednesday ipv6', ['27FbS']],
  ])('finds sessions by day: “%s”', (query, ids) => {
    expect(ids.filter((id) => !found(query).includes(id))).toEqual([]);
    expect(found(query).length).toBeLessThan(guide.sessions.length);
  });

  test('finds recorded sessions by “recorded” and “youtube”', () => {
    const startWatch = (one: (typeof guide.sessions)[number]) =>
      findWatchLinks(
        one,
        guide.events.find(({ id }) => id === one.event),
      );
    const missed = (query: string, all: typeof guide.sessions) =>
      all.map(({ id }) => id).filter((id) => !found(query).includes(id));
    const recorded = guide.sessions.filter((one) => isRecorded(startWatch(one)));
    expect(recorded.length).toBeGreaterThan(0);
    expect(missed('recorded', recorded)).toEqual([]);
    expect(
      missed(
        'youtube',
        guide.sessions.filter((one) => startWatch(one).url),
      ),
    ).toEqual([]);
  });

  test('finds facts seen on Sched’s pages: the room, the video and a new day', () => {
    const invented = inventGuideFrom({ A: {}, B: {} });
    const start = (invented.sessions[0]?.start ?? 0) + 86_400_000;
    const of = searchIn(invented, new Map([['A', { room: 'Harbour Hall 4', video: 'https://v.example/', start }]]));
    const finds = (query: string) => ['A', 'B'].filter(of.finds(query));
    expect(['harbour hall 4', 'recorded', 'tuesday'].map(finds)).toEqual([['A'], ['A'], ['A']]);
    expect(finds('monday')).toEqual(['B']);
    expect(of.why('A', 'harbour hall')).toBeUndefined();
  });

  test.each([
    ['28F6G', 'bytedance', undefined],
    ['27FbS', 'ipv6', undefined],
    ['27Nnr', 'tuesday', 'Day:'],
    ['27Nnr', 'recorded', 'Filter:'],
  ])('gives the reason why %s was found for “%s”: %s', (id, query, label) => {
    expect(search.why(id, query)?.label).toBe(label);
  });

  test('gives the company as the reason, or the words around a hit in the summary', () => {
    const of = searchIn(inventGuideFrom({ A: { words: 90 } }));
    const session = guide.sessions.find(({ speakers }) => speakers.some(({ organisation }) => organisation));
    const company = session?.speakers.find(({ organisation }) => organisation)?.organisation ?? '';
    expect(search.why(session?.id ?? '', company)).toEqual({ label: 'Company:', text: company });
    const [word = ''] = session?.summary.match(/\b[a-z]{9,}\b/u) ?? [];
    expect(search.why(session?.id ?? '', word)?.text).toContain(word);
    expect(of.why('A', '')).toBeUndefined();
  });

  describe('for an address on Sched', () => {
    const [one, other] = guide.sessions.filter(
      ({ url }, at, all) => at === 0 || !url.startsWith(new URL(all[0]?.url ?? '').origin),
    );
    const forms = [one, other].flatMap((session) => {
      const { url, id } = session as Session;
      const { host } = new URL(url);
      return [
        url,
        `${url}/`,
        `${url}/some-words-of-a-title`,
        `${url}/some-words?iframe=yes&w=100%&sidebar=yes&bg=no#top`,
        `${url}?iframe=no`,
        `${url}#top`,
        `http://${host}/event/${id}`,
        `HTTPS://${host.toUpperCase()}/event/${id}`,
        `${host}/event/${id}`,
        `  <${url}>. `,
        `https://sched.co/${id}`,
        `sched.co/${id}`,
        `${url}/${'words-of-a-long-title-'.repeat(20)}`,
      ].map((address) => [address, id] as const);
    });

    test.each(forms)('finds only its session: %s', (address, id) => {
      expect(found(address)).toEqual([id]);
      expect(search.why(id, address)).toBeUndefined();
      expect(search.hits('https of sched event', address)).toEqual([]);
    });

    test('finds and suggests nothing when the guide does not have the session', () => {
      const address = (one as Session).url.replace(/\w+$/u, 'zzzzz');
      expect(found(address)).toEqual([]);
      expect(search.nearest(`${address}/${one?.title}`)).toEqual([]);
    });

    test('finds a session by its second id, which calendars have, when the guide or a page has it', () => {
      const [known, read] = ['a'.repeat(32), 'b'.repeat(32)];
      const invented = inventGuideFrom({ A: {}, B: {}, C: {} });
      const sessions = invented.sessions.map((session) =>
        session.id === 'A' ? { ...session, schedId: known } : session,
      );
      const of = searchIn({ ...invented, sessions }, new Map([['B', { schedId: read }]]));
      const finds = (hash: string) => ['A', 'B', 'C'].filter(of.finds(`http://harbour.sched.com/event/${hash}`));
      expect([known, read, 'c'.repeat(32)].map(finds)).toEqual([['A'], ['B'], []]);
    });

    test('takes other words with a slash for words', () => {
      expect(search.nearest('event/zzzzz cilium').length).toBeGreaterThan(0);
    });
  });

  describe('for the address of a recording or another link', () => {
    const recording = guide.sessions
      .flatMap(({ id, links }) => links.map(({ url }) => ({ id, video: new URL(url).searchParams.get('v') ?? '' })))
      .find(({ video }) => video);
    test.each([
      'https://www.youtube.com/watch?v=VIDEO',
      'https://youtube.com/watch?v=VIDEO&t=754s',
      'https://m.youtube.com/watch?list=PL1&v=VIDEO&index=3',
      'https://youtu.be/VIDEO?si=abc',
      'https://www.youtube.com/live/VIDEO?feature=share',
      'https://www.youtube-nocookie.com/embed/VIDEO#t=5',
      'Watch: youtu.be/VIDEO.',
    ])('finds the recorded session: %s', (form) => {
      expect(found(form.replace('VIDEO', recording?.video ?? ''))).toEqual([recording?.id]);
    });

    test('finds the sessions that have the link, or whose event has it', () => {
      const invented = inventGuideFrom({ A: { recorded: true }, B: { listed: true }, C: {} });
      const of = searchIn(invented);
      const finds = (query: string) => ['A', 'B', 'C'].filter(of.finds(query));
      const playlist = invented.events.find(({ id }) => id === 'listed')?.links[0]?.url ?? '';
      expect(finds('https://video.example/A')).toEqual(['A']);
      expect(finds(' http://www.video.example/A/ ')).toEqual(['A']);
      expect(finds(playlist)).toEqual(['B']);
      expect(finds('https://video.example/D')).toEqual([]);
    });
  });

  test('suggests the nearest sessions when nothing is found', () => {
    expect(found('tiktok zeppelin')).toEqual([]);
    expect(search.nearest('tiktok zeppelin')[0]).toBe('27FbS');
    expect(search.nearest('zzzz')).toEqual([]);
  });
});
