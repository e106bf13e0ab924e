import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSessionId, sessionIdInText, sessionIdOfShortAddress } from '../../sched/session-id.ts';
import { runs } from '../runs.ts';

const HOSTS = ['colocatedeventsna2025.sched.com', 'kccncna2025.sched.com'];
const CO = 'https://colocatedeventsna2025.sched.com';
const PAGE = `${CO}/list/simple?iframe=yes&w=100%&sidebar=yes`;
const findId = (href: string, base = PAGE) => parseSessionId(href, base, HOSTS);

describe('an address leads to the session in its path', () => {
  test.each([
    ['28Czl', 'event/28Czl/rewiring-cilium'],
    ['28Czl', '/event/28Czl/rewiring-cilium'],
    ['28Czl', `${CO}/event/28Czl/rewiring-cilium`],
    ['28Czl', '//colocatedeventsna2025.sched.com/event/28Czl/rewiring-cilium'],
    ['28Czl', 'http://colocatedeventsna2025.sched.com/event/28Czl'],
    ['28Czl', 'HTTPS://ColocatedEventsNA2025.sched.com/event/28Czl'],
    ['28Czl', 'https://colocatedeventsna2025.sched.com:443/event/28Czl'],
    ['27FbS', 'https://kccncna2025.sched.com/event/27FbS/tiktoks-ipv6-journey'],
    ['28D4J', '/event/28D4J'],
    ['28D22', '/event/28D22/'],
    ['2vRy', 'event/2vRy/four-digits'],
    ['28D1Y2', 'event/28D1Y2/six-digits-are-another-session'],
    ['27Nlv', '/event/27Nlv?iframe=no'],
    ['28Czl', 'event/28Czl/slug?iframe=no&w=100%25&sidebar=yes&bg=no'],
    ['28Czl', 'event/28Czl/slug?iframe=yes&w=100%&sidebar=yes&bg=no'],
    ['28Czl', 'event/28Czl?w=100%&sidebar=yes'],
    ['28Czl', 'event/28Czl/%E0%A4%A'],
    ['28Czl', 'event/28Czl/%'],
    ['28Czl', 'event/28Czl?x=%E0%A4%A#%'],
    ['28F61', 'event/28F61/ciliumcon-welcome-+-opening-remarks'],
    ['28D2Q', 'event/28D2Q/can-we-#really-parse-dns'],
    ['28D2Q', 'event/28D2Q#top'],
    ['28D2o', 'event/28D2o/cllightning-talk-⚡'],
    ['28D2o', 'event/28D2o/another-slug/and/more'],
    ['28D2o', ' \n event/28D2o/white-space\t '],
    ['28D2o', './event/28D2o'],
    ['28D2o', '../event/28D2o'],
    ['28D2o', 'list/../event/28D2o'],
    ['28D2o', '\\event\\28D2o\\event/x'],
    ['28D2o', 'https://reader:secret@kccncna2025.sched.com/event/28D2o'],
    ['28Czl', `event/28Czl/${'x'.repeat(100_000)}`],
  ])('%s: %.90s', (id, href) => {
    expect(findId(href)).toBe(id);
  });
});

describe('an address leads to no session', () => {
  test.each([
    '',
    '#',
    '?',
    '/',
    '%',
    'event/',
    'event//',
    '/event/#28Czl',
    '/event/?id=28Czl',
    '/list/simple?next=/event/28Czl',
    '/list/simple#/event/28Czl',
    '/search?searchstring=event/28Czl',
    '/speaker/event/28Czl',
    '/speaker/liz-rice.28Czl?back=event/28Czl',
    '/event-goers/0123456789abcdef0123456789abcdef?event/28Czl',
    '/overview/event/28Czl',
    '/Event/28Czl',
    '/events/28Czl/event/28Czl',
    'event/28Cz%6C',
    'event/28C',
    'event/28Czl12',
    'event/28C-l',
    'event/0123456789abcdef0123456789abcdef',
    'event/../28Czl',
    'event/28Czl;v=2',
    'https://sched.com/event/28Czl',
    'https://agntconmcpconeu26.sched.com/event/28Czl',
    'https://kccncna2025.sched.com.example.com/event/28Czl',
    'https://evil-kccncna2025.sched.com/event/28Czl',
    'https://kccncna2025.sched.com@example.com/event/28Czl',
    'https://kccncna2025.sched.com:8443/event/28Czl',
    'https://kccncna2025.sched.com./event/28Czl',
    'https://xkccncna2025.sched.com/event/28Czl',
    'https://example.com/https://kccncna2025.sched.com/event/28Czl',
    '///example.com/event/28Czl',
    'https:// /event/28Czl',
    'https://[/event/28Czl',
    'https://kccncna2025.sched.com:99999/event/28Czl',
    'javascript:location="event/28Czl"',
    'JAVASCRIPT://kccncna2025.sched.com/event/28Czl',
    'blob:https://kccncna2025.sched.com/event/28Czl',
    'data:text/html,event/28Czl',
    'mailto:event/28Czl@example.com',
    'ftp://kccncna2025.sched.com/event/28Czl',
    'web+https://kccncna2025.sched.com/event/28Czl',
    'file:///event/28Czl',
    'view-source:https://kccncna2025.sched.com/event/28Czl',
    `javascript:${'event/28Czl;'.repeat(10_000)}`,
    `data:,${'event/28Czl/'.repeat(10_000)}`,
    'x'.repeat(100_000),
  ])('%.90s', (href) => {
    expect(findId(href)).toBeUndefined();
  });
});

test('The fast path gives the same id as the URL parser', () => {
  const parts = [
    'event/',
    '/',
    '28Czl',
    '28C',
    '.',
    '..',
    '%2e',
    '\\',
    '#',
    '?',
    '%',
    '\t',
    ' ',
    '⚡',
    'a+b',
    ':',
    '@',
    ';',
    'kccncna2025.sched.com',
  ];
  const parsed = (href: string) => {
    const url = href.includes('event/') && URL.parse(href, `${CO}/`);
    const ours = url && /^https?:$/u.test(url.protocol) && HOSTS.includes(url.host);
    return ours ? /^\/event\/([0-9A-Za-z]{4,6})(?:\/|$)/u.exec(url.pathname)?.[1] : undefined;
  };
  const hrefs = fc.array(fc.constantFrom(...parts), { maxLength: 7 }).map((some) => some.join(''));
  const ofSession = fc
    .tuple(fc.constantFrom('event/28Czl', '/event/28Czl'), hrefs)
    .map(([start, rest]) => start + rest);
  fc.assert(
    fc.property(fc.oneof(hrefs, ofSession), (href) => {
      expect(findId(href)).toBe(parsed(href));
    }),
    { numRuns: runs(500) },
  );
});

test('Ids are case-sensitive', () => {
  expect([findId('event/28czl'), findId('event/28CZL')]).toEqual(['28czl', '28CZL']);
});

describe('a relative address resolves against the root of the page’s host', () => {
  test.each([
    [`${CO}/`, '28Czl'],
    [CO, '28Czl'],
    [`${CO}/event/28D1Y/containing-wildfires`, '28Czl'],
    [`${CO}/list/descriptions/type/CiliumCon?iframe=yes&w=100%#2025-11-10`, '28Czl'],
    ['http://kccncna2025.sched.com/2025-11-11/grid', '28Czl'],
    ['https://example.com/event/28D1Y', undefined],
    ['about:blank', undefined],
    ['about:srcdoc', undefined],
    ['data:text/html,', undefined],
    ['', undefined],
    ['no address', undefined],
  ])('%s', (base, id) => {
    expect(findId('event/28Czl/slug', base)).toBe(id);
  });
});

test('Only the given hosts have sessions', () => {
  const href = 'https://kccncna2025.sched.com/event/27FbS';
  expect(parseSessionId(href, PAGE, ['colocatedeventsna2025.sched.com'])).toBeUndefined();
  expect(parseSessionId(href, PAGE, [])).toBeUndefined();
});

test.each([
  ['https://sched.co/28D1Y', '28D1Y'],
  ['http://sched.co/28D1Y', '28D1Y'],
  ['HTTPS://Sched.Co/28D1Y', '28D1Y'],
  ['https://sched.co/2vRy', '2vRy'],
  ['https://sched.co/', undefined],
  ['https://sched.co/28D1Y/', '28D1Y'],
  ['https://sched.co/28D1Y?x=100%', '28D1Y'],
  ['https://sched.co/28D1Y/more', undefined],
  ['https://sched.co:8443/28D1Y', undefined],
  ['https://www.sched.co/28D1Y', undefined],
  ['ftp://sched.co/28D1Y', undefined],
  ['https://sched.com/28D1Y', undefined],
  ['https://schedXco/28D1Y', undefined],
  ['https://sched.co.example.com/28D1Y', undefined],
  ['see https://sched.co/28D1Y', undefined],
  ['https://example.com/?url=https://sched.co/28D1Y', undefined],
  ['https://sched.co/0123456789abcdef', undefined],
  ['', undefined],
])('The short address “%s” leads to the session %s', (address, id) => {
  expect(sessionIdOfShortAddress(URL.parse(address))).toBe(id);
  expect(parseSessionId(address, `${CO}/`, HOSTS)).toBe(id);
});

test.each([
  ['28D1Y', 'See https://some.sched.com/event/28D1Y/a-talk, it is good'],
  ['28D1Y', 'some.sched.com:443/event/28D1Y'],
  ['28D1Y', '(https://sched.co/28D1Y)'],
  ['28D1Y', 'https://mail.example/?url=https%3A%2F%2Fsome.sched.com%2Fevent%2F28D1Y%2Fa-talk&data=05'],
  ['28D1Y', 'https://mail.example/?url=https%3a%2f%2fsched.co%2f28D1Y'],
  ['a'.repeat(32), `URL:http://some.sched.com/event/${'a'.repeat(32)}`],
  ['a'.repeat(32), `https://some.sched.com/event-goers/${'a'.repeat(32)}?x=1`],
  [undefined, 'https://some.sched.com/list/simple'],
  [undefined, 'https://some.sched.com/event/28D1Y2Z'],
  [undefined, `https://some.sched.com/event/${'a'.repeat(33)}`],
  [undefined, 'https://some.example/event/28D1Y'],
  [undefined, 'https://notsched.co/28D1Y'],
  [undefined, 'event/28D1Y'],
  [undefined, '28D1Y'],
  [undefined, ''],
])('The id %s is found in the text “%s”', (id, text) => {
  expect(sessionIdInText(text)).toBe(id);
});
