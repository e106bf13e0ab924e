// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMention, mentionFinder } from '../../lib/guide/mentions.ts';
import { sessionText } from '../../sched/session-text.ts';
import { candidateLinks } from '../../sched/sessions.ts';
import { wordSearch } from '../../sched/word-search.ts';
import { runs } from '../runs.ts';
import { hideMembers, MAIN, one, openPage } from './open-page.ts';

const LIST = `${MAIN}/list/simple`;

/** The ids of the links that a search finds, once each. */
function found(search: ReturnType<typeof wordSearch>, node: Element | Document = document): string[] {
  return [...new Set([...search(node)].flatMap((link) => (link ? [link.href.slice(-4)] : [])))].sort();
}

const session = (id: string, title: string) =>
  `<span class="event"><a class="name" href="event/${id}">${title}</a></span>`;
const block = (...sessions: string[]) => `<div>${sessions.join('')}</div>`;
const details = (description: string) =>
  `<div class="sched-event-details-container"><div class="tip-description">${description}</div></div>`;

describe('words are found', () => {
  test('only in the session that contains them', () => {
    const sessions = [session('1aaa', 'Pipes'), session('1bbb', 'Cilium'), session('1ccc', 'Queues')];
    openPage(LIST, block(...sessions) + block(session('1ddd', 'Flow')));
    expect(found(wordSearch(/cilium/iu))).toEqual(['1bbb']);
  });

  test('in a description', () => {
    openPage(LIST, block(session('1aaa', 'Pipes'), details('Cilium'), session('1bbb', 'Queues')));
    expect(found(wordSearch(/cilium/iu))).toEqual(['1aaa']);
  });

  test('after the page has changed', async () => {
    openPage(LIST, block(session('1aaa', 'Pipes')));
    const search = wordSearch(/cilium/iu);
    expect(found(search)).toEqual([]);
    await Promise.resolve();
    one('a').textContent = 'Cilium';
    expect(found(search)).toEqual(['1aaa']);
  });

  test('among many sessions, and in a form with a field named textContent', () => {
    const many = Array.from({ length: 150 }, (_, nth) => session(`2${String(nth).padStart(3, '0')}`, 'Pipes'));
    const form = `<form><input name="textContent">${session('1bbb', 'Cilium')}</form>`;
    openPage(LIST, block(...many, session('1aaa', 'Cilium')) + form);
    hideMembers();
    expect(found(wordSearch(/cilium/iu))).toEqual(['1aaa', '1bbb']);
  });

  test('in the description on a session’s own page, which is not beside the title', () => {
    const title = block(session('1abc', 'Pipes').replace('event/1abc', '#'));
    openPage(`${MAIN}/event/1abc`, `<div class="list-single">${title}<div>${details('Cilium')}</div></div>`);
    expect([...wordSearch(/cilium/iu)(document)]).toEqual([one('a')]);
  });

  test('in links in running text, in lists without a <div>, and nested in other elements', () => {
    const nested = session('1ccc', 'Cilium').replace('<a', '<h3><a').replace('</a>', '</a></h3>');
    openPage(
      LIST,
      `<p>See <a href="event/1aaa">Cilium</a>.</p><ul><li class="event"><a href="event/1bbb">Cilium</a></li></ul>${block(nested)}`,
    );
    expect(found(wordSearch(/cilium/iu))).toEqual(['1aaa', '1bbb', '1ccc']);
  });

  test.each([
    ['a link', 'a'],
    ['a session', 'span'],
    ['sessions side by side', 'body > div'],
    ['the element around them', 'body'],
  ])('in %s added to the page, with the description beside it', (_, added) => {
    openPage(LIST, block(session('1aaa', 'Pipes'), details('Cilium')));
    expect(found(wordSearch(/cilium/iu), one(added))).toEqual(['1aaa']);
  });
});

describe('a word in a session’s text is found', () => {
  const rules = {
    strong: ['Cilium', 'Service Mesh'],
    beside: [{ word: 'Hubble', near: ['network policy'] }],
    quiet: [],
  };

  test.each([
    ['in the title', '<b>Cil</b>ium, Hubble', 'Service Mesh, network policy'],
    ['across lines', 'Service<br>Mesh and Hubble', 'Network<br>Policy<p>Cilium</p>'],
    [
      'across list items',
      '<i>Cilium</i> <span>Hubble</span>',
      '<ul><li>service</li><li>mesh</li></ul>network\n policy',
    ],
  ])('%s', (_, title, description) => {
    openPage(`${MAIN}/list/descriptions`, session('7Nnr', title) + details(description));
    const words = mentionFinder(rules)(sessionText(one<HTMLAnchorElement>('a')))?.words;
    expect(words).toEqual(['Cilium', 'Service Mesh', 'Hubble']);
    for (const word of ['Cilium', 'Service Mesh', 'Hubble', 'network policy'])
      expect(found(wordSearch(anyMention({ strong: [word], beside: [], quiet: [] })))).toEqual(['7Nnr']);
    expect(found(wordSearch(anyMention({ strong: ['Tetragon'], beside: [], quiet: ['eBPF'] })))).toEqual([]);
  });

  const id = fc.nat(9).map((nth) => `1aa${nth}`);
  const words = fc.constantFrom('Pipes', 'Cilium', '');
  const { markup } = fc.letrec<{ markup: string }>((tie) => ({
    markup: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(id, words).map(([of, text]) => `<a href="event/${of}">${text}</a>`),
      fc.tuple(id, words).map(([of, text]) => session(of, text)),
      words.map(details),
      fc
        .tuple(
          fc.constantFrom('<div>', '<div class="event">', '<li class="event">', '<ul>', '<p>', '<span class="event">'),
          fc.array(tie('markup'), { maxLength: 4 }),
        )
        .map(([tag, inside]) => `${tag}${inside.join('')}</${/\w+/u.exec(tag)?.[0]}>`),
    ),
  }));

  test('in any structure, also from an added element', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 6 }), (parts) => {
        openPage(LIST, parts.join(''));
        const hasWord = (link: HTMLAnchorElement) => {
          const { title, description = '' } = sessionText(link);
          return /cilium/iu.test(title + description);
        };
        for (const node of [document, ...document.body.children]) {
          const hits = new Set(wordSearch(/cilium/iu)(node));
          for (const link of [...candidateLinks(node)].filter(hasWord)) expect(hits).toContain(link);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
