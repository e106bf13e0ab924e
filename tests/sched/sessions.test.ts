// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { candidateLinks, findSpot, isSchedPage, type Mark, recogniser } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, MAIN, one, openPage } from './open-page.ts';

/** The sessions that these tests look for; a page's other sessions are recognised all the same. */
const IDS = new Set(['28D1Y', '28D2Q', '27FbS']);
const GUIDE: Mark = { kind: 'guide' };

/** What is recognised on a page: id, form and the element's name, in the page's order. */
function spotsOn(address: string, body: string, mark = GUIDE, ids: { has(id: string): boolean } = IDS) {
  const document = openPage(address, body);
  const recognise = recogniser(document, HOSTS);
  return [...candidateLinks(document)].flatMap((link) => {
    const id = recognise(link);
    return id === undefined || !ids.has(id) ? [] : [findSpot(link, id, mark, recognise)];
  });
}

function briefly(address: string, body: string): string[] {
  return spotsOn(address, body).map(({ id, form, element }) => `${id} ${form} ${element.localName}`);
}

const bar = (href: string) => `<span class="event ev_2"><a class="name" href="${href}"><span>Title</span></a></span>`;
const title = (shared = '') =>
  `<div id="sched-content-inner"><div class="list-single"><div class="list-single__event">
    <span class="event ev_2"><a class="name" href="#" id="0123">Title</a></span></div>
    <input id="shorturl" value="${shared}"></div></div>`;
const LIST = `${CO_LOCATED}/list/simple`;
const EVENT = `${CO_LOCATED}/event/28D1Y/containing-wildfires?iframe=no&w=100%&x`;

describe('In a list', () => {
  test.each([
    ['a session in its bar', bar('event/28D1Y/slug'), ['28D1Y bar span']],
    ['the same session twice', bar('event/28D1Y/a') + bar('/event/28D1Y'), ['28D1Y bar span', '28D1Y bar span']],
    ['a session of the other site', bar(`${MAIN}/event/27FbS/x`), ['27FbS bar span']],
    ['a malformed query', bar('event/28D2Q/x?w=100%&y'), ['28D2Q bar span']],
    ['another session', bar('event/28D4J/x'), []],
    ['an id in another case', bar('event/28d1y/x'), []],
    ['a longer id', bar('event/28D1Y2/x'), []],
    ['a session of another event', bar('https://other2025.sched.com/event/28D1Y'), []],
    ['a bar that leads nowhere', bar('#'), []],
    ['a link without an address', '<span class="event"><a>28D1Y</a></span>', []],
    ['an item of a list', '<ul><li><b>9:00</b> <a href="event/28D1Y">x</a></li></ul>', ['28D1Y words li']],
    ['a cell of a table', '<table><tr><td><a href="event/28D1Y">x</a></td></tr></table>', ['28D1Y words td']],
    [
      'a cell with two links to it',
      '<div><a href="event/28D1Y">x</a><a href="event/28D1Y">y</a></div>',
      Array(2).fill('28D1Y words div'),
    ],
    ['a link between words', '<p>See <a href="event/28D1Y">x</a>.</p>', ['28D1Y words a']],
    [
      'an item with another link',
      '<ul><li><a href="event/28D1Y">x</a> <a href="speaker/y">y</a></li></ul>',
      ['28D1Y words a'],
    ],
    [
      'an item with two sessions',
      '<ul><li><a href="event/28D1Y">x</a><a href="event/28D2Q">y</a></li></ul>',
      ['28D1Y words a', '28D2Q words a'],
    ],
    ['a part of the page with an id', '<div id="tip"><a href="event/28D1Y">x</a></div>', ['28D1Y words a']],
    ['a link in a drawing', '<svg><a href="event/28D1Y"><text>x</text></a></svg>', []],
  ])('%s is recognised as it is.', (_, body, expected) => {
    expect(briefly(LIST, body)).toEqual(expected);
  });

  test('sessions are found from a node that is a session’s link itself.', () => {
    openPage(LIST, bar('event/28D1Y'));
    const link = one('a');
    expect([...candidateLinks(link)]).toEqual([link]);
    expect([...candidateLinks(one('body'))]).toEqual([link]);
  });

  test('sessions are found without a `<base>`, which only a page at the root can do without.', () => {
    const document = openPage(`${CO_LOCATED}/`, bar('event/28D1Y'), { base: false });
    expect(recogniser(document, HOSTS)(one('a'))).toBe('28D1Y');
  });
});

describe('Every session of the two sites is recognised, also one that no guide has', () => {
  const ANY = { has: () => true };
  test.each([
    ['in its bar', bar('event/28D4J/x'), ['28D4J']],
    ['by an id in any case', bar('event/28d1y/x'), ['28d1y']],
    ['by the whole id', bar('event/28D1Y2/x'), ['28D1Y2']],
    ['of the other site', bar(`${MAIN}/event/27AAA/x`), ['27AAA']],
    ['but none of another event', bar('https://other2025.sched.com/event/28D1Y'), []],
    ['but none with a hash for an id', bar('event/0123456789abcdef0123456789abcdef'), []],
    ['but no link that leads nowhere', bar('#'), []],
  ])('%s.', (_, body, expected) => {
    expect(spotsOn(LIST, body, GUIDE, ANY).map(({ id }) => id)).toEqual(expected);
  });

  test('and an item that holds a second session is no element of the first.', () => {
    const body = '<ul><li><a href="event/28D1Y">x</a><a href="event/28D4J">y</a></li></ul>';
    expect(briefly(LIST, body)).toEqual(['28D1Y words a']);
  });

  test('and a spot carries the mark that it was found for.', () => {
    const mark: Mark = { kind: 'mention', degree: 'quiet', words: ['eBPF'] };
    expect(spotsOn(LIST, bar('event/28D1Y'), mark).map((spot) => spot.mark)).toEqual([mark]);
  });
});

describe('On an event page', () => {
  test('the title stands for the session of the address.', () => {
    expect(briefly(EVENT, title())).toEqual(['28D1Y title span']);
  });

  test.each([
    ['https://sched.co/28D2Q', ['28D2Q title span']],
    ['https://sched.co/28D4J', []],
    ['', []],
  ])('with a hash in its address, the title stands for the session shared as “%s”.', (shared, expected) => {
    expect(briefly(`${CO_LOCATED}/event/0123456789abcdef0123456789abcdef`, title(shared))).toEqual(expected);
  });

  test('the address goes before what is shared, as the field may be that of another session.', () => {
    expect(briefly(EVENT, title('https://sched.co/28D2Q'))).toEqual(['28D1Y title span']);
  });

  test('of 2023 the first bar that leads nowhere is the title.', () => {
    const body = `<div id="sched-content-inner"><span class="event"><a class="name" href="#">Title</a></span></div>`;
    expect(briefly(EVENT, body)).toEqual(['28D1Y title span']);
  });

  test('with a hash in its address and two fields for sharing, the title stands for nothing.', () => {
    const field = '<input id="shorturl" value="https://sched.co/28D2Q">';
    const address = `${CO_LOCATED}/event/0123456789abcdef0123456789abcdef`;
    expect(briefly(address, title('https://sched.co/28D2Q') + field)).toEqual([]);
  });

  test('other links to nowhere stand for nothing.', () => {
    expect(
      briefly(EVENT, '<a href="#">Menu</a><div class="x"><span class="event"><a href="#">x</a></span></div>'),
    ).toEqual([]);
  });

  test('of another session, the title stands for nothing, and links to the guide’s sessions are found.', () => {
    const address = `${CO_LOCATED}/event/28D4J/other`;
    expect(briefly(address, title() + bar('event/28D2Q'))).toEqual(['28D2Q bar span']);
  });

  test('a link within the page, such as “skip to content”, is none to the session.', () => {
    const here = new URL(EVENT);
    const links = `<a class="skip-link" href="${here.origin}${here.pathname}#sched-content">Skip</a>`;
    expect(briefly(EVENT, links)).toEqual([]);
    // The same address from elsewhere leads to the session.
    expect(briefly(LIST, links)).toEqual(['28D1Y words a']);
    expect(briefly(EVENT, links.replaceAll(CO_LOCATED, MAIN))).toEqual(['28D1Y words a']);
  });

  test.each(['', '#'])('a link from the session to itself, which ends in “%s”, is one to the session.', (end) => {
    expect(briefly(EVENT, bar(new URL(EVENT).href + end))).toEqual(['28D1Y bar span']);
  });
});

describe('A page is Sched’s', () => {
  test.each([
    ['the shell', '<div id="schedorg"></div>', true],
    ['a content', '<div id="sched-content-inner"></div>', true],
    ['a simple list alone', '<div class="list-simple"></div>', true],
    ['an expanded list alone', '<div class="list-expanded"></div>', true],
    ['an event alone', '<div class="list-single"></div>', true],
    ['a challenge', '<h1>kccncna2025.sched.com</h1><a href="/event/27FbS/">Verify</a>', false],
    ['nothing', '', false],
  ])('with %s: %#', (_, body, sched) => {
    expect(isSchedPage(openPage(`${MAIN}/`, body))).toBe(sched);
  });

  test('with its name on the body.', () => {
    const document = openPage(`${MAIN}/`, '');
    document.body.id = 'schedorg';
    expect(isSchedPage(document)).toBe(true);
  });

  test('never while all of it is being edited.', () => {
    const document = openPage(`${MAIN}/`, '<div class="list-simple"></div>');
    Object.defineProperty(document, 'designMode', { value: 'on', configurable: true });
    expect(isSchedPage(document)).toBe(false);
    Reflect.deleteProperty(document, 'designMode');
  });

  test.each(['application/xml', 'text/xml', 'image/svg+xml'] as const)('never when it is %s.', (type) => {
    const xml = new DOMParser().parseFromString('<div id="schedorg" xmlns="http://www.w3.org/1999/xhtml"/>', type);
    expect(xml.querySelector('#schedorg')).not.toBeNull();
    expect(isSchedPage(xml)).toBe(false);
  });
});
