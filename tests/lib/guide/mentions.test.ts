import { describe, expect, test } from 'vitest';
import { readGuide } from '../../../build/guide-plugin.ts';
import { BrokenGuideError } from '../../../data/check.ts';
import { toPageIndex } from '../../../data/compile.ts';
import { guide, sessionById } from '../../../data/index.ts';
import { pageIndex } from '../../../data/page-index.ts';
import { type MentionRules, mentionFinder } from '../../../lib/guide/mentions.ts';
import { parseGuide } from '../../../tools/guide/parse.ts';

const find = mentionFinder(pageIndex.mentions);

/** A mention in one line: `strong: Cilium, eBPF`, or `none`. */
function found(title: string, description?: string, finder = find): string {
  const mention = finder({ title, description });
  return mention ? `${mention.degree}: ${mention.words.join(', ')}` : 'none';
}

describe('with the words of the released guide', () => {
  test.each([
    ['CiliumCon Hosted by CNCF - Half Day Event | ALL ACCESS PASS REQUIRED', 'strong: CiliumCon'],
    ["Sponsored Demo: What's New in Tetragon", 'strong: Tetragon'],
    ['Fix First, Investigate Later: When an eBPF Rollout Brought Down Our Network', 'quiet: eBPF'],
    ['Diagnosing Application Performance With EBPF, Pyroscope, and Kubernetes', 'quiet: eBPF'],
    ['NetworkPolicy in Anger: What Broke', 'quiet: NetworkPolicy'],
    ['From AdminNetworkPolicy to Network Policies', 'quiet: network policies, AdminNetworkPolicy'],
    ['Policy as Code for Platform Teams', 'none'],
    ['Fast and the Furious: CICD Pipeline for eBPF Programs at Meta Scale', 'quiet: eBPF'],
  ])('the session “%s” is rated %s', (title, expected) => {
    expect(found(title)).toBe(expected);
  });

  test('a sponsor’s booth demo is no mention, whatever its title and description say', () => {
    expect(found('Gold Sponsor In-Booth Demo: Cilium at the Edge', 'eBPF and Tetragon')).toBe('none');
    expect(found('Cilium at the Edge', 'After our in-booth demo')).toBe('strong: Cilium');
  });

  test('all but four of the guide’s own titles would be mentions', () => {
    const without = guide.sessions.filter(({ title }) => found(title) === 'none').map(({ id }) => id);
    expect(without).toEqual(['28D0X', '28D1Y', '27FaR', '27FaL']);
    expect(found(sessionById('28D2o')?.title ?? '')).toBe('strong: Cilium, BPF');
  });

  test.each([
    ['Cilium’s tenth year', 'strong: Cilium'],
    ["Cilium's tenth year", 'strong: Cilium'],
    ['A Cilium-based network', 'strong: Cilium'],
    ['non-Cilium clusters', 'strong: Cilium'],
    ['(cilium)', 'strong: Cilium'],
    ['CIlium and CILIUM', 'strong: Cilium'],
    ['See github.com/cilium/cilium', 'strong: Cilium'],
    ['“Tetragon”', 'strong: Tetragon'],
    ['Kernel programs (eBPF)', 'quiet: eBPF'],
    ['eBPF-powered, XDP-fast', 'quiet: eBPF, XDP'],
    ['BPF and eBPF', 'quiet: eBPF, BPF'],
    ['AF_XDP', 'none'],
    ['Ciliumish', 'none'],
    ['Überciliumα, ciliumé', 'none'],
    ['ciliary muscles', 'none'],
    ['The cilium2 and 2cilium', 'none'],
    ['cilium_agent', 'none'],
    ['cilium𝒳 and 𝒳cilium', 'none'],
    ['cilium🐝', 'strong: Cilium'],
    ['cBPF2x', 'none'],
    ['Tetragons and tetragonal', 'none'],
    ['', 'none'],
  ])('“%s” is rated %s', (title, expected) => {
    expect(found(title)).toBe(expected);
    expect(found('Some title', `before ${title} after`)).toBe(expected);
  });

  test('a word is found after similar words, and at both ends of a text', () => {
    expect(found('Ciliumish ciliums and Cilium')).toBe('strong: Cilium');
    expect(found('Networks', 'Tetragon, then eBPF')).toBe('strong: Tetragon, eBPF');
    expect(found('From eBPF', 'To Cilium')).toBe('strong: Cilium, eBPF');
  });

  test('the highest degree wins, and words are in the guide’s order without duplicates', () => {
    expect(found('XDP, eBPF, Tetragon, cilium', 'Cilium and CiliumCon and XDP')).toBe(
      'strong: Cilium, CiliumCon, Tetragon, eBPF, XDP',
    );
  });

  test.each([
    ['What the Hubble Space Telescope Taught Us About Rollbacks', 'A mirror ground wrong by two micrometres.', 'none'],
    ['Hubble and Observability', 'A telescope, its network of astronomers, and Kubernetes for networking.', 'none'],
    ['Seeing Further With Hubble', 'Flow logs of every pod.', 'strong: Hubble'],
    ['Network policies at last', 'Drops seen in hubble', 'strong: Hubble, network policies'],
    ['Hubble for a network\n  policy', undefined, 'strong: Hubble'],
    ['Hubble UI in a day', undefined, 'strong: Hubble'],
    ['Hubble on eBPF', undefined, 'strong: Hubble, eBPF'],
    ['Hubble and Cilium', undefined, 'strong: Cilium, Hubble'],
    ['Network policies and service mesh', 'CNI', 'quiet: network policies'],
    ['Hubble’s constant', 'With ciliums', 'none'],
    ['Hubbles', 'network policy', 'none'],
  ])('Hubble counts only near networking words: “%s”, “%s” is rated %s', (title, description, expected) => {
    expect(found(title, description)).toBe(expected);
  });
});

describe('with other rules', () => {
  const rules = (some: Partial<MentionRules>): MentionRules => ({ strong: [], beside: [], quiet: [], ...some });

  test.each([
    ['C++', 'Modern C++, please', 'strong: C++'],
    ['C++', 'Modern Cxx', 'none'],
    ['node.js', 'nodexjs', 'none'],
    ['[a|b]', 'a or b', 'none'],
    ['[a|b]', 'take [A|B]', 'strong: [a|b]'],
    ['Service Mesh', 'a service\u00a0\n mesh', 'strong: Service Mesh'],
    ['Größe', 'DIE GRÖSSE, die GRÖẞE, die größe', 'strong: Größe'],
  ])('the word %s in “%s” is rated %s', (word, title, expected) => {
    expect(found(title, undefined, mentionFinder(rules({ strong: [word] })))).toBe(expected);
  });

  test('nothing is found without words', () => {
    expect(found('Cilium', 'eBPF', mentionFinder(rules({})))).toBe('none');
    expect(found('Hubble', 'eBPF', mentionFinder(rules({ beside: [{ word: 'Hubble', near: [] }] })))).toBe('none');
  });
});

describe('a guide', () => {
  const parsed = (mentions: unknown) => parseGuide(JSON.stringify({ ...readGuide(), mentions }), 'guide.json');

  test('without mention words has empty lists in the page index', () => {
    const none = { strong: [], beside: [], quiet: [] };
    expect(toPageIndex(parsed(undefined)).mentions).toEqual(none);
    expect(toPageIndex(parsed({})).mentions).toEqual(none);
    expect(toPageIndex(parsed({ quiet: ['eBPF'] })).mentions).toEqual({ ...none, quiet: ['eBPF'] });
  });

  test.each([
    [{ strong: Array(13).fill('word') }, 'mentions.strong: has more than 12 words'],
    [{ quiet: [''] }, 'mentions.quiet[0]: is empty'],
    [{ quiet: [' eBPF'] }, 'mentions.quiet[0]: starts or ends with white space'],
    [{ beside: [{ word: 'Hubble', near: [] }] }, 'mentions.beside[0].near: names no word'],
    [{ beside: [{ word: 'Hubble' }] }, 'mentions.beside[0].near: '],
    [{ loud: ['Cilium'] }, 'mentions: '],
  ])('with the mentions %j is rejected', (mentions, reason) => {
    expect(() => parsed(mentions)).toThrow(BrokenGuideError);
    expect(() => parsed(mentions)).toThrow(reason);
  });
});
