// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser } from '../../sched/sessions.ts';
import { takeErrors } from '../errors.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const IDS = new Set(['28D1Y', '28D2Q', '28D0X']);
const ofGuide: MarkOf = (id) => (IDS.has(id) ? { kind: 'guide' } : undefined);
const bar = (id: string) => `<span class="event"><a class="name" href="event/${id}/slug">Title of ${id}</a></span>`;
/** Mutation observers run in a microtask. */
const microtask = () => Promise.resolve();

let stop: AbortController;
afterEach(() => stop.abort());

test('A burst of thousands of changes is reported once a batch, and examines no link', async () => {
  const looks: string[] = [];
  const document = openPage(`${CO_LOCATED}/list/simple`, `${bar('28D1Y')}<p></p>`);
  const recognise = recogniser(document, HOSTS);
  let answers = 0;
  const counted: typeof recognise = (link) => {
    looks.push(link.href);
    return recognise(link);
  };
  stop = new AbortController();
  watchSessions(document, counted, ofGuide, candidateLinks, () => (answers += 1), stop.signal);
  [looks.length, answers] = [0, 0];
  for (let batch = 0; batch < 40; batch += 1) {
    for (let i = 0; i < 100; i += 1) one('p').append(document.createElement('i'));
    await microtask();
  }
  expect([looks.length, answers]).toEqual([0, 40]);
});

test('Content added to a new element is searched once, also when the page then moves it elsewhere', async () => {
  const document = openPage(`${CO_LOCATED}/list/simple`, '<p></p>');
  const searched: string[] = [];
  const linksIn: typeof candidateLinks = (node) => {
    searched.push(node instanceof Element ? node.tagName : 'document');
    return candidateLinks(node);
  };
  stop = new AbortController();
  const found: string[] = [];
  watchSessions(
    document,
    recogniser(document, HOSTS),
    ofGuide,
    linksIn,
    (difference) => found.push(...difference.found.map(({ id }) => id)),
    stop.signal,
  );
  const section = document.createElement('section');
  document.body.append(section);
  section.append(document.createElement('div'), document.createElement('h2'));
  one('div').innerHTML = bar('28D1Y');
  one('h2').innerHTML = bar('28D2Q');
  one('p').append(one('h2'));
  await microtask();
  // The page moved the heading out of the section.
  expect(searched).toEqual(['document', 'SECTION', 'SPAN', 'H2']);
  expect(found).toEqual(['28D1Y', '28D2Q']);
});

test('A link that throws does not prevent others from being found, and is reported once', () => {
  // Stops the clock, so that no slice ends early on a busy machine.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const document = openPage(`${CO_LOCATED}/list/simple`, bar('28D1Y') + bar('28D0X').repeat(3) + bar('28D2Q'));
  const recognise = recogniser(document, HOSTS);
  const hostile: typeof recognise = (link) => {
    if (link.href.includes('28D0X')) throw new TypeError('closest is not a function');
    return recognise(link);
  };
  stop = new AbortController();
  const found: string[] = [];
  watchSessions(
    document,
    hostile,
    ofGuide,
    candidateLinks,
    (difference) => found.push(...difference.found.map(({ id }) => id)),
    stop.signal,
  );
  expect(found).toEqual(['28D1Y', '28D2Q']);
  expect(takeErrors().map(String)).toEqual([expect.stringContaining('(session)')]);
  vi.restoreAllMocks();
});
