import { describe, expect, test } from 'vitest';
import { classifyPage, isEventPage, type PageKind } from '../../sched/page.ts';

/** Every known address of every kind of page. */
const ADDRESSES: Record<PageKind, string[]> = {
  simple: [
    '/',
    '/list',
    '/list/',
    '/list/simple',
    '/list/simple/',
    '/list/simple/type/CiliumCon',
    '/2025-11-11/list/simple',
    '/#2025-11-11',
  ],
  expanded: ['/list/descriptions', '/list/descriptions/type/CiliumCon', '/2025-11-11/list/descriptions'],
  grid: ['/grid', '/grid/', '/grid/2025-11-11', '/grid-full', '/2025-11-11/grid', '/2025-11-11/grid-full'],
  day: ['/2025-11-11', '/2025-11-11/', '/2025-11-11/overview', '/2025-11-11/overview/type/Keynote'],
  venues: ['/venues', '/venues/'],
  venue: ['/venue/B302-303', '/venue/2025-11-11/Hall+B'],
  type: ['/type/Keynote', '/subject/CiliumCon', '/company/Isovalent', '/type/100%'],
  search: ['/search', '/search/', '/search?searchstring=event/28D1Y'],
  directory: ['/directory', '/directory/speakers', '/directory/speakers/2'],
  speaker: ['/speaker/liz_rice.1y9ps2tc', '/speaker/event'],
  popular: ['/popular', '/popular/sessions'],
  'my-schedule': ['/my-schedule', '/my-schedule/'],
  print: [
    '/print',
    '/print/all',
    '/print?iframe=no',
    '/print-grid',
    '/print-venues',
    '/2025-11-11/print',
    '/venue/Hall+B/print',
    '/type/Keynote/print',
  ],
  mobile: ['/mobile-site', '/mobile-site/'],
  event: [
    '/event/28D1Y',
    '/event/28D1Y/',
    '/event/28D1Y/a+b',
    '/event/28D1Y?w=100%&x',
    '/event/0123456789abcdef0123456789abcdef',
  ],
  other: [
    '/event',
    '/event/',
    '/events/28D1Y',
    '/event-goers/0123456789abcdef',
    '/list/simplest',
    '/list/descriptionsX',
    '/gridlock',
    '/2025-11-111',
    '/25-11-11',
    '/venue',
    '/type',
    '/speaker',
    '/searching',
    '/printer',
    '/popularity',
    '/mobile-sites',
    '/my-schedules',
    '/all.ics',
    '/login',
    '/x/event/28D1Y',
    '/x?/event/28D1Y',
    '/x#/event/28D1Y',
    '//event/28D1Y',
  ],
};

const KINDS = Object.keys(ADDRESSES) as PageKind[];

describe.each(KINDS)('a page of the kind “%s”', (kind) => {
  test.each(ADDRESSES[kind])('has the address %s, which matches no other kind', (path) => {
    const url = new URL(`https://kccncna2025.sched.com${path}`);
    const found = classifyPage(url).kind;
    expect(isEventPage(url)).toBe(found === 'event');
    expect(KINDS.map((other) => [other, other === found])).toEqual(KINDS.map((other) => [other, other === kind]));
  });
});

test.each([
  ['', false],
  ['?iframe=no', false],
  ['?iframe=yes', true],
  ['?iframe=yes&w=100%&sidebar=yes&bg=no', true],
  ['?w=100%&iframe=yes', true],
  ['?w=100%25&sidebar=yes&iframe=yes', true],
  ['?iframe=YES', false],
  ['?iframes=yes', false],
  ['?x=%E0%A4%A&iframe=yes', true],
  ['#?iframe=yes', false],
])('The query “%s” means embedded in another site: %s', (rest, embed) => {
  expect(classifyPage(new URL(`https://kccncna2025.sched.com/list/simple${rest}`))).toEqual({ kind: 'simple', embed });
});
