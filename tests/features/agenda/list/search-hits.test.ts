import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finder, fold, hitFinder } from '../../../../features/agenda/list/search.ts';
import { runs } from '../../../runs.ts';

/** Any code points, including lone surrogates, and more of the lower ones. */
const character = fc
  .oneof(...[0x24f, 0x2fff, 0x1ffff].map((max) => fc.nat(max)))
  .map((code) => String.fromCodePoint(code));

/** A text with its hits between brackets. */
function marked(text: string, query: string): string {
  let from = 0;
  const parts = hitFinder(query)(text).map(([start, end]) => {
    const part = `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
    return part;
  });
  return parts.join('') + text.slice(from);
}

describe('the hits of a query', () => {
  test.each([
    ['cilium', 'Cilium and CILIUM', '[Cilium] and [CILIUM]'],
    ['mesh cluster', 'Cluster Mesh, a mesh', '[Cluster] [Mesh], a [mesh]'],
    ['cluster mesh', 'ClusterMesh', '[ClusterMesh]'],
    ['clustermesh', 'A Cluster-Mesh!', 'A [Cluster-Mesh]!'],
    ['clustermesh', ' Cluster – Mesh', ' [Cluster – Mesh]'],
    ['network wor', 'a network', 'a [network]'],
    ['layer 7', 'Layer7 or layer 8', '[Layer7] or [layer] 8'],
    ['ip', 'IPv6, a tip: ship IP', '[IP]v6, a tip: ship [IP]'],
    ['a', 'An apple, a banana', '[A]n [a]pple, [a] banana'],
    ['net network', 'internetwork', 'inter[network]'],
    ['tiktoks', 'TikTok’s and TikToks', '[TikTok’s] and [TikToks]'],
    ["tiktok's", '“TikTok´s”', '“[TikTok´s]”'],
    ['net policies', 'A net policy, politely', 'A [net] [policy], politely'],
    ['policy', 'Policies', '[Policies]'],
    ['logs', 'Log in to a log: blogs, login', '[Log] in to a [log]: b[logs], login'],
    ['news', 'What is new', 'What is new'],
    ['muller', 'Dr. Müller', 'Dr. [Müller]'],
    ['mull', 'Mu\u0308ller', '[Mu\u0308ll]er'],
    ['mu', 'Mu\u0308\u0323ller', '[Mu\u0308\u0323]ller'],
    ['cafe', 'a cafe\u0301’s', 'a [cafe\u0301]’s'],
    ['stras', 'Straße', '[Straß]e'],
    ['fi', 'a ﬁre', 'a [ﬁ]re'],
    ['ire', 'a ﬁre', 'a [ﬁre]'],
    ['istanbul', 'in İstanbul', 'in [İstanbul]'],
    ['ss', 'ẞ', '[ẞ]'],
    ['网络', '容器网络性能', '容器[网络]性能'],
    ['שלום', 'אמר שָׁלוֹם', 'אמר [שָׁלוֹם]'],
    ['talk', '⚡Talk 🐝', '⚡[Talk] 🐝'],
    ['1', '1️⃣ 2️⃣', '[1️⃣] 2️⃣'],
    ['cilium', '𝐂𝐢𝐥𝐢𝐮𝐦🐝', '[𝐂𝐢𝐥𝐢𝐮𝐦]🐝'],
    ['cilium', 'ci\u00ADli\u200Bum', '[ci\u00ADli\u200Bum]'],
    ['img', '<img src=x>', '<[img] src=x>'],
    ['.*', 'a.*b', 'a.*b'],
    ['tcp', 'nothing of it', 'nothing of it'],
    ['', 'nothing', 'nothing'],
    ['🐝', '🐝', '🐝'],
    ['tcp', '', ''],
  ])('for “%s” in “%s” are marked as “%s”', (query, text, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('are in order, separate, whole letters with their marks, and exist exactly when the search finds the word', () => {
    const letters = fc.constantFrom(
      'a',
      'B',
      'c',
      'é',
      'e',
      '\u0301',
      'ß',
      's',
      'ﬁ',
      'İ',
      '’',
      '´',
      ' ',
      '-',
      '🐝',
      '网',
      '½',
      '1',
    );
    const text = fc.string({
      unit: fc.oneof(letters, character),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.string({ unit: letters, maxLength: 6 }), (whole, query) => {
        const hits = hitFinder(query)(whole);
        const edges = hits.flat();
        expect(edges).toEqual([...new Set(edges)].sort((one, other) => one - other));
        for (const at of edges) expect(whole.slice(0, at).isWellFormed() || !whole.isWellFormed()).toBe(true);
        for (const [, end] of hits) expect(whole.slice(end)).not.toMatch(/^\p{M}/u);
        if (!fold(query).includes(' ')) expect(hits.length > 0).toBe(fold(query) !== '' && finder(query)(fold(whole)));
        for (const [start, end] of hits) expect(fold(whole.slice(start, end))).not.toBe('');
      }),
      { numRuns: runs(100) },
    );
  });
});
