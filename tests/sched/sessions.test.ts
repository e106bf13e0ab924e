// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { candidateLinks, findSpot, isSchedPage, type Mark, recogniser } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, MAIN, one, openPage } from './open-page.ts';

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

describe('in a list', () => {
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
    ['a list item', '<ul><li><b>9:00</b> <a href="event/28D1Y">x</a></li></ul>', ['28D1Y words li']],
    ['a table cell', '<table><tr><td><a href="event/28D1Y">x</a></td></tr></table>', ['28D1Y words td']],
    [
      'an element with two links to the session',
      '<div><a href="event/28D1Y">x</a><a href="event/28D1Y">y</a></div>',
      Array(2).fill('28D1Y words div'),
    ],
    ['a link in running text', '<p>See <a href="event/28D1Y">x</a>.</p>', ['28D1Y words a']],
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
    ['an element with an id', '<div id="tip"><a href="event/28D1Y">x</a></div>', ['28D1Y words a']],
    ['a link in SVG', '<svg><a href="event/28D1Y"><text>x</text></a></svg>', []],
  ])('%s is recognised correctly', (_, body, expected) => {
    expect(briefly(LIST, body)).toEqual(expected);
  });

  test('links are found from a node that is itself a link', () => {
    openPage(LIST, bar('event/28D1Y'));
    const link = one('a');
    expect([...candidateLinks(link)]).toEqual([link]);
    expect([...candidateLinks(one('body'))]).toEqual([link]);
  });

  test('a session is recognised without a <base> on a page at the root', () => {
    const document = openPage(`${CO_LOCATED}/`, bar('event/28D1Y'), { base: false });
    expect(recogniser(document, HOSTS)(one('a'))).toBe('28D1Y');
  });
});

describe('a session that the guide lacks is recognised', () => {
  const ANY = { has: () => true };
  test.each([
    ['in its bar', bar('event/28D4J/x'), ['28D4J']],
    ['by an id with its own case', bar('event/28d1y/x'), ['28d1y']],
    ['by the whole id', bar('event/28D1Y2/x'), ['28D1Y2']],
    ['of the other site', bar(`${MAIN}/event/27AAA/x`), ['27AAA']],
    ['but not on the site of another event', bar('https://other2025.sched.com/event/28D1Y'), []],
    ['but not with a hash for an id', bar('event/0123456789abcdef0123456789abcdef'), []],
    ['but not in a link that leads nowhere', bar('#'), []],
  ])('%s', (_, body, expected) => {
    expect(spotsOn(LIST, body, GUIDE, ANY).map(({ id }) => id)).toEqual(expected);
  });

  test('as a second session in a list item, so that the item is not the element of the first', () => {
    const body = '<ul><li><a href="event/28D1Y">x</a><a href="event/28D4J">y</a></li></ul>';
    expect(briefly(LIST, body)).toEqual(['28D1Y words a']);
  });

  test('with the mark that it was found for', () => {
    const mark: Mark = { kind: 'mention', degree: 'quiet', words: ['eBPF'] };
    expect(spotsOn(LIST, bar('event/28D1Y'), mark).map((spot) => spot.mark)).toEqual([mark]);
  });
});

describe('on an event page', () => {
  test('the title is the session of the address', () => {
    expect(briefly(EVENT, title())).toEqual(['28D1Y title span']);
  });

  test.each([
    ['https://sched.co/28D2Q', ['28D2Q title span']],
    ['https://sched.co/28D4J', []],
    ['', []],
  ])('with a hash in its address, the title is the session of the short address “%s”', (shared, expected) => {
    expect(briefly(`${CO_LOCATED}/event/0123456789abcdef0123456789abcdef`, title(shared))).toEqual(expected);
  });

  test('the page’s address takes precedence over the short address, which may be another session’s', () => {
    expect(briefly(EVENT, title('https://sched.co/28D2Q'))).toEqual(['28D1Y title span']);
  });

  test('from 2023, the bar that leads nowhere is the title', () => {
    const body = `<div id="sched-content-inner"><span class="event"><a class="name" href="#">Title</a></span></div>`;
    expect(briefly(EVENT, body)).toEqual(['28D1Y title span']);
  });

  test('with a hash in its address and two short addresses, the title is no session', () => {
    const field = '<input id="shorturl" value="https://sched.co/28D2Q">';
    const address = `${CO_LOCATED}/event/0123456789abcdef0123456789abcdef`;
    expect(briefly(address, title('https://sched.co/28D2Q') + field)).toEqual([]);
  });

  test('other links that lead nowhere are no sessions', () => {
    expect(
      briefly(EVENT, '<a href="#">Menu</a><div class="x"><span class="event"><a href="#">x</a></span></div>'),
    ).toEqual([]);
  });

  test('of a session outside the guide, links to guide sessions are found, but the title is not', () => {
    const address = `${CO_LOCATED}/event/28D4J/other`;
    expect(briefly(address, title() + bar('event/28D2Q'))).toEqual(['28D2Q bar span']);
  });

  test('a link within the page, such as “skip to content”, is no link to the session', () => {
    const here = new URL(EVENT);
    const links = `<a class="skip-link" href="${here.origin}${here.pathname}#sched-content">Skip</a>`;
    expect(briefly(EVENT, links)).toEqual([]);
    // The same address from elsewhere leads to the session.
    expect(briefly(LIST, links)).toEqual(['28D1Y words a']);
    expect(briefly(EVENT, links.replaceAll(CO_LOCATED, MAIN))).toEqual(['28D1Y words a']);
  });

  test.each(['', '#'])(
    'a link from the session to its own address, followed by “%s”, is a link to the session',
    (end) => {
      expect(briefly(EVENT, bar(new URL(EVENT).href + end))).toEqual(['28D1Y bar span']);
    },
  );
});

describe('a page is recognised as Sched’s', () => {
  test.each([
    ['the shell', '<div id="schedorg"></div>', true],
    ['the content element', '<div id="sched-content-inner"></div>', true],
    ['a simple list alone', '<div class="list-simple"></div>', true],
    ['an expanded list alone', '<div class="list-expanded"></div>', true],
    ['an event alone', '<div class="list-single"></div>', true],
    ['a challenge', '<h1>kccncna2025.sched.com</h1><a href="/event/27FbS/">Verify</a>', false],
    ['nothing', '', false],
  ])('with %s: %#', (_, body, sched) => {
    expect(isSchedPage(openPage(`${MAIN}/`, body))).toBe(sched);
  });

  test('with the shell’s id on the body', () => {
    const document = openPage(`${MAIN}/`, '');
    document.body.id = 'schedorg';
    expect(isSchedPage(document)).toBe(true);
  });

  test('but not in design mode', () => {
    const document = openPage(`${MAIN}/`, '<div class="list-simple"></div>');
    Object.defineProperty(document, 'designMode', { value: 'on', configurable: true });
    expect(isSchedPage(document)).toBe(false);
    Reflect.deleteProperty(document, 'designMode');
  });

  test.each(['application/xml', 'text/xml', 'image/svg+xml'] as const)('but not as %s', (type) => {
    const xml = new DOMParser().parseFromString('<div id="schedorg" xmlns="http://www.w3.org/1999/xhtml"/>', type);
    expect(xml.querySelector('#schedorg')).not.toBeNull();
    expect(isSchedPage(xml)).toBe(false);
  });
});
