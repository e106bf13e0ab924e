// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { readEventPage, readListed } from '../../sched/read.ts';
import { sessionText } from '../../sched/session-text.ts';
import { candidateLinks, findSpot, recogniser } from '../../sched/sessions.ts';
import { wordSearch } from '../../sched/word-search.ts';
import { HOSTS, MAIN, openPage } from './open-page.ts';

/** Counts DOM calls, and the elements and characters that they return. */
const work = vi.hoisted(() => ({ done: 0 }));

vi.mock('../../sched/dom.ts', async (original) => {
  const size = (answer: unknown) =>
    typeof answer === 'string' ? answer.length : ((answer as { length?: number } | null)?.length ?? 0);
  const counted = Object.entries(await original<Record<string, (...args: unknown[]) => unknown>>()).map(
    ([name, call]) => [
      name,
      (...args: unknown[]) => {
        const answer = call(...args);
        work.done += 1 + (typeof size(answer) === 'number' ? size(answer) : 0);
        return answer;
      },
    ],
  );
  return Object.fromEntries(counted);
});

const session = (inside: string, more = '') =>
  `<span class="event"><a class="name" href="event/28D1Y/x">${inside}</a></span>${more}`;
const details = (inside: string) => `<div class="sched-event-details-container">${inside}</div>`;
const person = (nth: number) => `<div class="sched-person-session"><h2>Ada${nth} Roe</h2></div>`;
const times = (count: number, text: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => text(nth)).join('');

/** Pages of a given size, each the worst case for one step. */
const PAGES: Record<string, (size: number) => string> = {
  'a title with dashes': (size) => session(times(size, () => 'A - ')),
  'a title without a space': (size) => session('x'.repeat(size)),
  'people in the link': (size) =>
    session(`A - Bo<span class="sched-event-evpeople">${times(size, (nth) => `Ada${nth} • `)}</span>`),
  'people in the details, and dashes': (size) =>
    session(
      times(size, () => 'A - '),
      details(times(size, person)),
    ),
  'labels in a title': (size) => session(times(size, () => '<b>FULL</b>')),
  'siblings of a session': (size) =>
    session(
      'A',
      times(size, () => '<i></i>'),
    ),
  'sessions with siblings': (size) =>
    times(size / 10, () =>
      session(
        'A',
        times(10, () => '<i></i>'),
      ),
    ),
  'links in a session': (size) =>
    `<span class="event">${times(size, () => '<a href="event/28D1Y">A - B</a>')}</span>${details('<p class="tip-description">A</p>')}`,
  'links in a session with people': (size) =>
    `<span class="event">${times(size, () => '<a href="event/28D1Y">A - B</a>')}</span>${details(times(size, person))}`,
  'links in an element': (size) => `<div>${times(size, () => '<a href="event/28D1Y">A</a>')}</div>`,
  'different links in an element': (size) =>
    `<div>${times(size, (nth) => `<a href="event/2${String(nth).padStart(4, '0')}">A</a>`)}</div>`,
  'a description': (size) =>
    session('A', details(`<div class="tip-description">${times(size, () => '<p>Pipes</p>')}</div>`)),
  files: (size) => session('A', details(times(size, () => '<div class="sched-file"><a href="/x"></a></div>'))),
};

/** The work of reading all sessions of a page. */
function workOn(body: string): number {
  const document = openPage(`${MAIN}/list/descriptions`, `<div class="list-expanded">${body}</div>`);
  work.done = 0;
  const recognise = recogniser(document, HOSTS);
  const withWords = new Set(wordSearch(/a|pipes/iu)(document));
  const seen = new Set<Element>();
  for (const link of candidateLinks(document)) {
    const id = recognise(link);
    if (id === undefined) continue;
    const { element } = findSpot(link, id, { kind: 'guide' }, recognise);
    if (withWords.has(link)) sessionText(link);
    // An element with several links is read once.
    if (!seen.has(element)) readListed(element);
    seen.add(element);
  }
  return work.done;
}

describe('the work on a page', () => {
  test.each(Object.keys(PAGES))('grows linearly with %s', { timeout: 60_000 }, (name) => {
    const [small, large] = [50, 200].map((size) => workOn(PAGES[name]?.(size) ?? ''));
    expect(small).toBeGreaterThan(0);
    // The page is four times as large.
    expect((large ?? 0) / (small ?? 1)).toBeLessThan(5.5);
  });

  test('is limited for texts of any length, like the facts of a session', () => {
    const document = openPage(
      `${MAIN}/event/28D1Y`,
      `<div class="list-single">${session('A - Bo, '.repeat(20_000))}<div class="list-single__date">${'9'.repeat(20_000)}</div>
       ${details(times(3_000, person))}</div>`,
    );
    const facts = readEventPage(document.querySelector('.event') as Element);
    expect(JSON.stringify(facts).length).toBeLessThan(30_000);
    expect(facts.title?.length).toBe(1_000);
    expect(facts.speakers?.length).toBe(50);
  });

  test('does not overflow the stack on deeply nested elements', () => {
    const document = openPage(`${MAIN}/list/simple`, session('<b id="in"></b>'));
    let inner = document.querySelector('#in') as Element;
    for (let depth = 0; depth < 1_000; depth += 1) inner = inner.appendChild(document.createElement('b'));
    inner.append('Deep');
    expect(() => sessionText(document.querySelector('a') as HTMLAnchorElement)).not.toThrow();
  });
});
