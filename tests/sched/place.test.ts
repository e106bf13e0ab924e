// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { briefingAnchor, cardAnchor, hasBriefingRoom, stripPlace } from '../../sched/place.ts';
import { candidateLinks, findSpot, type Mark, recogniser } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

/** The sessions that these tests look for. Others on a page are recognised but ignored. */
const IDS = new Set(['28D1Y', '28D2Q', '27FbS']);
const GUIDE: Mark = { kind: 'guide' };

/** The recognised sessions of a page, in document order. */
function spotsOn(address: string, body: string, mark = GUIDE, ids: { has(id: string): boolean } = IDS) {
  const document = openPage(address, body);
  const recognise = recogniser(document, HOSTS);
  return [...candidateLinks(document)].flatMap((link) => {
    const id = recognise(link);
    return id === undefined || !ids.has(id) ? [] : [findSpot(link, id, mark, recognise)];
  });
}

const bar = (href: string) => `<span class="event ev_2"><a class="name" href="${href}"><span>Title</span></a></span>`;
const title = (shared = '') =>
  `<div id="sched-content-inner"><div class="list-single"><div class="list-single__event">
    <span class="event ev_2"><a class="name" href="#" id="0123">Title</a></span></div>
    <input id="shorturl" value="${shared}"></div></div>`;
const LIST = `${CO_LOCATED}/list/simple`;
const EVENT = `${CO_LOCATED}/event/28D1Y/containing-wildfires?iframe=no&w=100%&x`;

describe('the card or the briefing goes', () => {
  const findAnchor = (address: string, body: string) => {
    const [spot] = spotsOn(address, body);
    if (!spot) throw new Error('no session on the page');
    return { card: cardAnchor(spot)?.outerHTML, briefing: briefingAnchor(spot).className };
  };

  test('after a session’s bar, not after the container it shares with others', () => {
    const own = bar('event/28D1Y');
    expect(findAnchor(LIST, `<div class="sched-container-inner">${own}${bar('event/28D4J')}</div>`).card).toBe(own);
  });

  test('after a link in a list item, inside the item', () => {
    expect(findAnchor(LIST, '<ul><li><a href="event/28D1Y">x</a></li></ul>').card).toBe('<a href="event/28D1Y">x</a>');
  });

  test('nowhere for a mention', () => {
    const [spot] = spotsOn(LIST, bar('event/28D1Y'), { kind: 'mention', degree: 'strong', words: ['Cilium'] });
    expect(spot && cardAnchor(spot)).toBeUndefined();
  });

  test('nowhere in Sched’s tooltip', () => {
    expect(findAnchor(LIST, `<div id="tip">${bar('event/28D1Y')}</div>`).card).toBeUndefined();
  });

  test('after the block of the title on an event page, which has no card', () => {
    expect(findAnchor(EVENT, title())).toEqual({ card: undefined, briefing: 'list-single__event' });
  });

  test('after the title itself on an event page from 2023', () => {
    const body = '<div id="sched-content-inner"><span class="event old"><a href="#">Title</a></span></div>';
    expect(findAnchor(EVENT, body).briefing).toBe('event old');
  });
});

test.each([
  ['', false],
  ['margin-block-end: 20px', false],
  ['margin-block-end: 409px', false],
  ['margin-block-end: 410px', true],
])('A block with the style “%s” has room for a briefing: %s', (style, kept) => {
  openPage(EVENT, `<div class="list-single__event" style="${style}"></div>`);
  expect(hasBriefingRoom(one('.list-single__event'))).toBe(kept);
});

describe('the strip goes', () => {
  const placeOn = (body: string) => {
    const { before, kind } = stripPlace(openPage(LIST, body));
    return [before?.id || before?.className || before?.localName, kind];
  };

  test.each([
    ['before a simple list', '<div id="sched-content-inner"><div class="list-simple"></div></div>', 'list-simple'],
    ['before an expanded list', '<p></p><div class="list-expanded"></div>', 'list-expanded'],
    ['before the first of two', '<div class="list-simple a"></div><div class="list-simple b"></div>', 'list-simple a'],
  ])('%s', (_, body, before) => {
    expect(placeOn(body)).toEqual([before, 'list']);
  });

  test.each([
    [
      'the content',
      '<p></p><div id="sched-content-inner"><table></table></div><footer></footer>',
      'sched-content-inner',
    ],
    ['the last element', '<p></p><footer></footer>', 'footer'],
  ])('in a corner of another view, before %s', (_, body, before) => {
    expect(placeOn(body)).toEqual([before, 'corner']);
  });

  test.each(['list-simple', 'list-expanded', 'list-single__event', 'event'])(
    'inside the body, like cards and briefings, when the root element has the class %s',
    (name) => {
      const link = '<a class="name" href="event/28D1Y">x</a>';
      const document = openPage(LIST, `<span>${link}</span>`);
      document.documentElement.id = 'sched-content-inner';
      document.documentElement.className = name;
      const recognise = recogniser(document, HOSTS);
      const [spot] = [...candidateLinks(document)].map((one) => findSpot(one, '28D1Y', GUIDE, recognise));
      if (!spot) throw new Error('no spot');
      const anchors = [stripPlace(document).before, cardAnchor(spot), briefingAnchor(spot)];
      expect(anchors.map((one) => one?.localName)).toEqual(['span', 'a', 'span']);
      document.documentElement.removeAttribute('id');
      document.documentElement.removeAttribute('class');
    },
  );

  test('nowhere in a document without a body', () => {
    const document = openPage(LIST, '');
    document.body.remove();
    expect(stripPlace(document).before).toBeNull();
  });
});
