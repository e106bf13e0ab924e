// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { linksTo } from '../../sched/selectors.ts';
import {
  candidateLinks,
  distinctIds,
  findSpot,
  isShortLink,
  type Mark,
  recogniser,
  type Spot,
} from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const LIST = `${CO_LOCATED}/list/simple`;
const bar = (href: string) => `<span class="event"><a class="name" href="${href}">Title</a></span>`;

/** The sessions on the open page. */
function findSpots(): Spot[] {
  const recognise = recogniser(document, HOSTS);
  return [...candidateLinks(document)].map((link) =>
    findSpot(link, recognise(link) ?? '', { kind: 'guide' }, recognise),
  );
}

describe('the element of a session', () => {
  const linked = '<a href="event/28D1Y">x</a>';

  test.each(['li', 'td', 'th', 'span', 'div', 'article', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5'])(
    'is the <%s> around its link',
    (name) => {
      openPage(LIST, '');
      const holder = document.body.appendChild(document.createElement(name));
      holder.innerHTML = linked;
      const [spot] = findSpots();
      expect(spot?.element).toBe(holder);
    },
  );

  test.each(['p', 'section', 'h1', 'h6', 'em'])('is the link itself inside a <%s>', (name) => {
    openPage(LIST, `<${name}>${linked}</${name}>`);
    expect(findSpots().map(({ element }) => element.localName)).toEqual(['a']);
  });

  test.each([
    [10, 'div'],
    [11, 'a'],
  ])('is, with %d links to it in one <div>, a <%s>', (count, name) => {
    openPage(LIST, `<div>${linked.repeat(count)}</div>`);
    expect(findSpots()[0]?.element.localName).toBe(name);
  });
});

test('distinctIds returns the ids of one kind, once each and in order', () => {
  openPage(LIST, '<a></a>');
  const spot = (id: string, mark: Mark): Spot => ({ id, mark, link: one('a'), element: one('a'), form: 'words' });
  const guide: Mark = { kind: 'guide' };
  const mention: Mark = { kind: 'mention', degree: 'quiet', words: ['Pipes'] };
  const spots = [spot('2ccc', guide), spot('1aaa', guide), spot('3ddd', mention), spot('2ccc', guide)];
  expect([distinctIds(spots, 'guide'), distinctIds(spots, 'mention')]).toEqual([['2ccc', '1aaa'], ['3ddd']]);
});

test.each([
  ['https://sched.co/28D1Y', true],
  ['http://sched.co/', true],
  ['https://sched.com/28D1Y', false],
  ['event/28D1Y', false],
])('The address %s is short: %s', (href, short) => {
  openPage(LIST, `<a href="${href}">x</a>`);
  expect(isShortLink(one('a'))).toBe(short);
});

test('candidateLinks can be limited to some ids, and then still returns titles, which contain no id', () => {
  const document = openPage(LIST, bar('event/28D1Y') + bar('event/28D2Q') + bar('https://sched.co/27FbS') + bar('#'));
  const hrefs = (...ids: Parameters<typeof candidateLinks>) =>
    [...candidateLinks(...ids)].map((link) => link.getAttribute('href'));
  expect(hrefs(document, linksTo(['28D1Y', '27FbS']))).toEqual(['event/28D1Y', 'https://sched.co/27FbS', '#']);
  expect(hrefs(document)).toHaveLength(4);
  expect(hrefs(one('a'), linksTo(['28D2Q']))).toEqual([]);
});
