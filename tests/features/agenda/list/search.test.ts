import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide, type Session } from '../../../../data/index.ts';
import { searchFields, searchText } from '../../../../features/agenda/list/fields.ts';
import { finder, fold } from '../../../../features/agenda/list/search.ts';
import { runs } from '../../../runs.ts';

const TEXTS = new Map(guide.sessions.map((one) => [one.id, searchText(searchFields(one, guide))]));

/** The ids of the guide's sessions that a query finds. */
function found(query: string): string {
  const finds = finder(query);
  return [...TEXTS].flatMap(([id, text]) => (finds(text) ? [id] : [])).join(' ');
}

/** Any code points, including lone surrogates, and more of the lower ones. */
const character = fc
  .oneof(...[0x24f, 0x2fff, 0x1ffff].map((max) => fc.nat(max)))
  .map((code) => String.fromCodePoint(code));

const finds = (query: string, text: string) => finder(query)(fold(text));

describe('fold', () => {
  test.each([
    ['Cilium', 'cilium'],
    ['  TCP Resets,  in\n Kubernetes… ', 'tcp resets in kubernetes'],
    ['Müller, Åsa Ñandú & Zoë', 'muller asa nandu zoe'],
    ['Mu\u0308ller', 'muller'],
    ['Straße, GROẞE', 'strasse grosse'],
    ['Łukasz Søren Æther Œuvre Đorđe Þór Ħal', 'lukasz soren aether oeuvre dorde thor hal'],
    ['İstanbul ISPARTA ıpv6', 'istanbul isparta ipv6'],
    ["TikTok’s TikTok's TikTok´s TikTok`s TikTokʼs TikTok＇s", 'tiktoks tiktoks tiktoks tiktoks tiktoks tiktoks'],
    ['“eBPF” «datapath» ‚x‘', 'ebpf datapath x'],
    ['ﬁre ＱＵＩＣ Ⅳ ½ x² ① 𝐂𝐢𝐥𝐢𝐮𝐦', 'fire quic iv 1 2 x2 1 cilium'],
    ['AF_XDP NAT46/64 25+ kube-proxy', 'af xdp nat46 64 25 kube proxy'],
    ['soft\u00ADhyphen, zero\u200Bwidth, \u202Ecilium\u2069', 'softhyphen zerowidth cilium'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['Ёлка', 'елка'],
    ['שָׁלוֹם عَرَبِيّ', 'שלום عربي'],
    ['容器网络，性能', '容器网络 性能'],
    ['ｶﾞｲﾄﾞ', 'カイト'],
    ['⚡Talk 🐝 👩‍💻 1️⃣', 'talk 1'],
    ['<b>bold</b>&amp;', 'b bold b amp'],
    ['\uD800x\uDC00y', 'x y'],
    ['', ''],
    ['!?…', ''],
  ])('turns “%s” into “%s”', (text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(expected)).toBe(expected);
  });

  test('turns any text into words with single spaces, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
        const folded = fold(text);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFC'))).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the search of the guide', () => {
  const IPV6 = '28D0g 27FbS';
  const EBPF = '28D0I 28D2Q 28D2o 27Nnr 27FXg 27FaL 27FbS';
  const EVERY = guide.sessions.map(({ id }) => id).join(' ');
  test.each([
    ['a company', 'tiktok', '27FbS'],
    ['a company with an apostrophe', "TikTok's", '27FbS'],
    ['a company with a typographic one', 'tiktok’s', '27FbS'],
    ['a company without its apostrophe', 'TIKTOKS', '27FbS'],
    ['a company that is not in it', 'bytedance', ''],
    ['a company by half its name', 'wisconsin', '28D14'],
    ['a speaker', 'liz rice', '28F6G 27FaR'],
    ['a speaker, last name first', 'Rice, Liz', '28F6G 27FaR'],
    ['a speaker with marks that the name lacks', 'Líz  RÎCE', '28F6G 27FaR'],
    ['an event', 'ciliumcon', '28F61 28Czl 28D0I 28F6G 28D0g 28D1Y 28D2Q 28D2o'],
    ['an event of several words', 'observability day', '28D14'],
    ['a topic', 'virtualisation', '27FXg'],
    ['a level', 'advanced', '28D2Q 28D2o 27FXg'],
    ['a kind', 'welcome', '28F61'],
    ['a word of a title', 'wildfires', '28D1Y'],
    ['a word of a takeaway', 'netkit', '27FXg'],
    ['a word of a summary alone', 'azure', '28Czl'],
    ['a word of a why alone', 'founders', '27FaR'],
    ['a word of a key point alone', 'kubeadm', '28D14'],
    ['another spelling of a term', 'CNIs', '28D0I 27FaL'],
    ['three letters', 'tcp', '28D2Q 28D2o'],
    ['two letters, as the beginning of a word', 'ip', '28D0g 28D0X 27FbS'],
    ['IPv6', 'IPv6', IPV6],
    ['IPv6 with a space', 'ipv 6', IPV6],
    ['IPv6 on a Turkish keyboard', 'ıpv6', IPV6],
    ['eBPF', 'eBPF', EBPF],
    ['eBPF with a hyphen', 'e-BPF', EBPF],
    ['two words as one', 'clustermesh', '28D14'],
    ['two words as two', 'Cluster Mesh', '28D14 28D1Y'],
    ['words with other signs between them', 'afxdp', '27FXg'],
    ['words with the same signs between them', 'AF_XDP', '27FXg'],
    ['a word with a hyphen', 'multi-cluster', '28D14 28D1Y 27Nnr'],
    ['a word without its hyphen', 'multicluster', '28D14 28D1Y 27Nnr'],
    ['a number written to its word', 'layer7', '28D14 27FaL'],
    ['words from different texts', 'tiktok dual stack', '27FbS'],
    ['words from different sessions', 'tiktok quic', ''],
    ['Hebrew', 'שלום', ''],
    ['Chinese', '网络', ''],
    ['nothing', '', EVERY],
    ['white space', ' \t\n', EVERY],
    ['an emoji', '🐝', EVERY],
    ['a pattern that matches everything', '.*', EVERY],
    ['half a pattern', '([', EVERY],
    ['a pattern for a word', 'tik.ok', ''],
    ['markup', '<img src=x>', ''],
    ['a word between brackets', '(quic)', '27FaL'],
  ])('finds %s: “%s”', (_, query, ids) => {
    expect(found(query)).toBe(ids);
  });

  test('finds each session by its title, speakers, organisations, event, topics, terms and texts', () => {
    for (const session of guide.sessions) {
      const names = [
        session.title,
        ...session.speakers.flatMap(({ name, organisation }) => [name, organisation ?? name]),
        ...guide.events.filter(({ id }) => id === session.event).map(({ name }) => name),
        ...guide.topics.filter(({ id }) => session.topics.includes(id)).map(({ name }) => name),
        ...guide.terms.filter(({ id }) => session.terms.includes(id)).flatMap(({ name, also }) => [name, ...also]),
        session.takeaway,
        session.summary,
      ];
      for (const name of names) expect(found(name).split(' '), name).toContain(session.id);
    }
  });

  test('finds nothing for a missing organisation, or an unknown event or topic', () => {
    const [first] = guide.sessions;
    const bare = { ...first, event: 'gone', topics: ['gone'], speakers: [{ name: 'Zoë Example' }] } as Session;
    const text = searchText(searchFields(bare, guide));
    expect([finder('zoe example')(text), finder('undefined')(text), finder('gone')(text)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a query', () => {
  test.each([
    ['muller', 'Karl Müller', true],
    ['MÜLLER', 'Karl Muller', true],
    ['soren lukasz', 'Łukasz and Søren', true],
    ['strasse', 'Straße', true],
    ['straße', 'STRASSE', true],
    ['p', 'IP and TCP', false],
    ['c', 'IP and TCP, C', true],
    ['v6', 'IPv6', false],
    ['pv6', 'IPv6', true],
    ['7', 'HTTP/3 and layer 7', true],
    ['cluster mesh', 'ClusterMesh', true],
    ['layer 7', 'Layer7', true],
    ['l 7', 'L7', true],
    ['in g', 'tunnelling', false],
    ['clustermesh', 'Cluster Mesh', true],
    ['clustermesh', 'cluster, meshes', false],
    ['ustermesh', 'Cluster Mesh', false],
    ['theory', 'with the o-ry of it', true],
    ['theo', 'the operator', false],
    ['isa', 'this is a mesh', false],
    ['a'.repeat(40), 'a'.repeat(20).concat(' ', 'a'.repeat(20)), true],
    ['a'.repeat(41), 'a'.repeat(20).concat(' ', 'a'.repeat(21)), false],
    ['mesh cluster', 'ClusterMesh', true],
    ['meshcluster', 'Cluster Mesh', false],
    ['网络', '容器网络性能', true],
    ['網', '容器網路', true],
    ['국', '한국어', true],
    ['שלום', 'אמר שָׁלוֹם', true],
    ['عربي', 'نص عَرَبِيّ', true],
    ['a a a', 'an apple', true],
  ])('“%s” matches “%s”: %s', (query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });

  test('is read up to its 200th character', () => {
    expect(finds(`${'x '.repeat(100)}y`, 'x')).toBe(true);
    for (const long of ['x'.repeat(1_000_000), '('.repeat(1_000_000), '\uFDFA'.repeat(5000)]) {
      expect(finds(long, long.slice(0, 200))).toBe(true);
      expect(finds(long, 'tcp')).toBe(fold(long) === '');
    }
  });

  test('of some words of a text finds the text, in any order', () => {
    const text = fc.string({ unit: character, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), (whole, numbers) => {
        const words = fold(whole).split(' ');
        const some = words.filter(() => (numbers.next().value ?? 0) % 2 === 0).reverse();
        expect(finds(some.join(' '), whole)).toBe(true);
        expect(finds(whole.toLowerCase(), whole)).toBe(true);
      }),
    );
  });
});
