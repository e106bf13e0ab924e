// @vitest-environment node
// The replica reads files from disk, which only works in the node environment.
import { Window } from 'happy-dom';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { pageIndex } from '../../data/page-index.ts';
import { mentionFinder } from '../../lib/guide/mentions.ts';
import { sessionText } from '../../sched/session-text.ts';
import { defaultGuide } from '../sched-site/guide.ts';
import { programme, respond } from '../sched-site/index.ts';
import { listSpecials } from '../sched-site/subject.ts';
import { MAIN, one, openPage } from './open-page.ts';

/** Sessions on the page. All sessions with mentions are among the first. */
const SIZE = 100;

const window = new Window();
for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'Document'] as const)
  vi.stubGlobal(name, window[name]);
vi.stubGlobal('window', window);
afterAll(() => window.happyDOM.close());

describe('on the replica', { timeout: 30_000 }, () => {
  const guide = defaultGuide();
  const find = mentionFinder(pageIndex.mentions);
  const others = programme(guide, 'main', SIZE).filter(({ real }) => !real);
  const printedId = (link: Element) => /event\/(\w+)/u.exec(link.getAttribute('href') ?? '')?.[1];

  function open(path: string): Document {
    const url = new URL(`${MAIN}${path}`);
    const { body } = respond(url, {}, guide);
    return openPage(url.href, /<body[^>]*>([\s\S]*)<\/body>/u.exec(body)?.[1] ?? '');
  }

  /** The mentions among a list's sessions that are not in the guide, by the start of their titles. */
  function mentionsOn(path: string): Record<string, string> {
    const links = [...open(`${path}?sessions=${SIZE}`).querySelectorAll<HTMLAnchorElement>('.event > a')];
    const mentions = links.flatMap((link) => {
      const session = others.find(({ id }) => id === printedId(link));
      const mention = session && find(sessionText(link));
      return mention ? [[session.title.slice(0, 15), `${mention.degree}: ${mention.words.join(', ')}`]] : [];
    });
    expect(links.length).toBeGreaterThan(others.length);
    return Object.fromEntries(mentions);
  }

  const IN_TITLES = {
    'CiliumCon Hoste': 'strong: CiliumCon',
    'Sponsored Demo:': 'strong: Tetragon',
    'Fix First, Inve': 'quiet: eBPF',
    'Diagnosing Appl': 'quiet: eBPF',
    'Fast and the Fu': 'quiet: eBPF',
  };
  const IN_ALL = {
    ...IN_TITLES,
    'CiliumCon Hoste': 'strong: Cilium, CiliumCon, Tetragon, Hubble',
    'Sponsored Demo:': 'strong: Cilium, Tetragon',
    'Moving House: O': 'strong: Cilium',
    'Policies That P': 'strong: Cilium, network policies',
  };

  test.each(['/list/simple', '/grid', '/venues'])('%s has mentions in five titles', (path) => {
    expect(mentionsOn(path)).toEqual(IN_TITLES);
  });

  test('the expanded list has two more mentions, in descriptions', () => {
    expect(mentionsOn('/list/descriptions')).toEqual(IN_ALL);
  });

  test.each(listSpecials(guide).map(({ title }) => [title]))(
    'the event page of “%s” has the same mention as the expanded list',
    (title) => {
      const session = others.find((one) => one.title.startsWith(title));
      open(`/event/${session?.id}`);
      const mention = find(sessionText(one<HTMLAnchorElement>('.list-single__event a')));
      const expected = (IN_ALL as Record<string, string>)[title.slice(0, 15)];
      expect(mention && `${mention.degree}: ${mention.words.join(', ')}`).toBe(expected);
    },
  );

  test('one session has a company called Cilium after its title and in a biography, which must not count as a mention', () => {
    const plumber = others.find(({ title }) => title.startsWith('Leaks, Valves'));
    expect(find({ title: plumber?.title ?? '' })).toBeDefined();
    const page = open(`/event/${plumber?.id}`);
    expect(one('.sched-person-session', page).textContent).toContain('Cilium');
  });
});
