// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readEventPage, readListed, zoneCookie } from '../../sched/read.ts';
import { eventPage, roles } from './event-page.ts';
import { CO_LOCATED, one, openPage } from './open-page.ts';

const HASH = '0123456789abcdef'.repeat(2);
const TITLE = '.list-single__event .event';
/** The raw facts of an event page. */
const facts = (...parts: Parameters<typeof eventPage>) => readEventPage(one(TITLE, eventPage(...parts)));
const session = (link: string, more = '', names = '') =>
  `<span class="event ${names}"><a class="name" href="#" ${link}>A Title</a>${more}</span>`;
const times = (count: number, text: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => text(nth)).join('');

describe('Sched’s second id', () => {
  test.each([
    [HASH, HASH],
    [`x${HASH}`, undefined],
    [`${HASH}x`, undefined],
    [HASH.slice(1), undefined],
    [HASH.toUpperCase(), undefined],
    ['', undefined],
  ])('for a link with the id “%s” is %s', (id, expected) => {
    const read = facts({ session: session(`id="${id}"`) });
    expect(['schedId' in read, read.schedId]).toEqual([expected !== undefined, expected]);
  });
});

describe('Sched’s own star', () => {
  const star = '<span class="ev-save"></span>';

  test.each<[string, string, string, boolean | undefined]>([
    ['is set by its class', star, 'sub', true],
    ['is set by its class alone', '', 'sub', true],
    ['is not set without the class', star, '', false],
    ['is not set by a class that begins like it', star, 'subject', false],
    ['is unknown without a star and without the class', '', '', undefined],
  ])('%s', (_, more, names, saved) => {
    const read = facts({ session: session('', more, names) });
    expect(['saved' in read, read.saved]).toEqual([saved !== undefined, saved]);
  });
});

describe('the list of speakers', () => {
  test.each(['Sponsors', 'EXHIBITORS', 'Volunteers', 'Attendees'])('omits %s', (role) => {
    const details = roles(role, 'Kelp Ltd') + roles('Panel', 'Ada Roe');
    expect(facts({ details }).speakers).toEqual(['Ada Roe']);
  });
});

test('People in the link are the speakers if the details have none', () => {
  const link =
    '<span class="event"><a class="name" href="#">A<span class="sched-event-evpeople">Ada • • Bo</span></a></span>';
  expect(facts({ session: link, details: roles('Sponsors', 'Kelp Ltd') }).speakers).toEqual(['Ada', 'Bo']);
  expect(facts({ session: link, details: roles('Speakers', 'Cy Model') }).speakers).toEqual(['Cy Model']);
  expect('speakers' in facts({ details: roles('Sponsors', 'Kelp Ltd') })).toBe(false);
});

describe('addresses', () => {
  const file = (href: string) => `<div class="sched-file"><a href="${href}">x</a></div>`;
  const button = (href: string) => `<div class="sched-button"><a href="${href}">x</a></div>`;

  test('are limited to twenty files and twenty links', () => {
    const details = times(21, (nth) => file(`/f${nth}`) + button(`/b${nth}`));
    const { files = [], links = [] } = facts({ details });
    expect([files.length, files[19]?.url, links.length]).toEqual([20, `${CO_LOCATED}/f19`, 20]);
  });

  test('have at most 2,000 characters', () => {
    const long = (length: number) => `https://x.example/${'x'.repeat(length - 18)}`;
    expect(facts({ details: file(long(2_000)) + file(long(2_001)) }).files).toEqual([{ name: 'x', url: long(2_000) }]);
  });

  test('outside the details are ignored', () => {
    const document = openPage(CO_LOCATED, `${file('/f')}<span class="event"><a class="name">A</a></span>${file('/g')}`);
    expect(readListed(one('.event', document))).toEqual({ title: 'A', times: [], files: [], frames: [], links: [] });
  });
});

describe('structured data', () => {
  const script = (text: string) => `<script type="application/ld+json">${text}</script>`;

  test('is limited to the first three scripts', () => {
    const details = times(4, (nth) => script(`{"nth": ${nth}}`));
    expect(facts({ details }).data).toEqual(['{"nth": 0}', '{"nth": 1}', '{"nth": 2}']);
  });

  test('has at most 20,000 characters a script', () => {
    const [fits, long] = ['x'.repeat(20_000), 'x'.repeat(20_001)];
    expect(facts({ details: script(long) + script(fits) }).data).toEqual([fits]);
    expect('data' in facts({ details: script(long) })).toBe(false);
  });
});

test.each([
  ['Hall (<a href="https://goo.gl/x">map</a>)', 'Hall'],
  ['Hall( )', 'Hall'],
  ['Hall (B)', 'Hall (B)'],
  ['(<a href="https://maps.example/x">map</a>) Hall (<a class="map-toggle">map</a>)', 'Hall'],
])('The room in “%s” is “%s”', (where, room) => {
  expect(facts({ where }).room?.trim()).toBe(room);
});

test('A time has its own zone or else the one beside it, and the header’s day', () => {
  const zone = (name: string) => `<span class="tz">${name}</span>`;
  const both = `<div class="sched-event-details-timeandplace">10:00 ${zone('CET')}</div>`;
  expect(facts({ when: `9:00 ${zone('EST')}`, details: both }).times).toEqual([
    { text: '9:00 EST', zone: 'EST', day: undefined },
    { text: '10:00 CET', zone: 'CET', day: undefined },
  ]);
  expect(facts({ when: '9:00', details: both }).times?.[0]).toEqual({ text: '9:00', zone: 'CET', day: undefined });
  const header =
    '<div class="sched-container-header" id="2030-11-10"><div class="sched-container-dates">1:00pm</div></div>';
  expect(facts({ when: '', details: header }).times).toEqual([{ text: '1:00pm', zone: undefined, day: '2030-11-10' }]);
});

test.each([
  ['timezone_display=UTC', 'UTC'],
  ['a=b;timezone_display=UTC;c=d', 'UTC'],
  ['a=b;  timezone_display=; c=d', ''],
  ['xtimezone_display=UTC', undefined],
  ['a=timezone_display=UTC', undefined],
])('The zone cookie in “%s” is “%s”', (cookie, value) => {
  expect(zoneCookie(cookie)).toBe(value);
});
