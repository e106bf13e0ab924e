// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { plainTitle, readPrintRows } from '../../sched/print.ts';
import { HOSTS, MAIN, openPage } from './open-page.ts';

const HASH = '0123456789abcdef'.repeat(2);
const link = (href: string, title = 'Pipes') => `<a href="${href}">${title}</a>`;
const row = (cell: string) => `<table><tr><td>9:00am</td><td>${cell}</td></tr></table>`;
const readRows = (inside: string, id = 'page-print') =>
  readPrintRows(openPage(`${MAIN}/print`, `<div id="${id}">${inside}</div>`), HOSTS);
/** The id read from the address of a row. */
const idIn = (href: string) => readRows(row(link(href)))[0]?.id;

describe('a row of a print view', () => {
  test.each([
    ['event/28D1Y', '28D1Y'],
    ['event/28D1Y/pipes', '28D1Y'],
    ['event/2vRy', '2vRy'],
    ['event/28D1Y2', '28D1Y2'],
    [`event/${HASH}`, HASH],
    [`event/${HASH}/pipes`, HASH],
    ['http://kccncna2025.sched.com/event/28D1Y', '28D1Y'],
    ['https://colocatedeventsna2025.sched.com/event/28D1Y', '28D1Y'],
  ])('has the id from its address: %s', (href, id) => {
    expect(idIn(href)).toBe(id);
  });

  test.each([
    'event/28C',
    'event/28D1Y22',
    'event/28D-Y',
    `event/${HASH.slice(1)}`,
    `event/${HASH}0`,
    `event/${HASH.toUpperCase()}`,
    'x/event/28D1Y',
    'https://other2025.sched.com/event/28D1Y',
    'https://kccncna2025.sched.com:8443/event/28D1Y',
    'ftp://kccncna2025.sched.com/event/28D1Y',
    'https://sched.co/28D1Y',
  ])('needs the address of a session: %s', (href) => {
    expect(idIn(href)).toBeUndefined();
  });

  test('needs a title, and is not in SVG or outside the view', () => {
    expect(readRows(row(link('event/28D1Y', ' ')))).toEqual([]);
    expect(readRows('<svg><a href="event/28D1Y"><text>Pipes</text></a></svg>')).toEqual([]);
    const outside = openPage(`${MAIN}/print`, `${link('event/28D1Y')}<div id="page-print"></div>`);
    expect(readPrintRows(outside, HOSTS)).toEqual([]);
  });

  test('has the day of the heading before it, and no day before the first heading', () => {
    const day = (id: string) => `<span id="${id}">A day</span>`;
    const parts = [
      link('event/1aaa'),
      day('2030-11-10'),
      link('event/1bbb'),
      day('2030-11-11x'),
      day('20th-floor'),
      link('event/1ccc'),
      day('2030-11-12'),
      link('event/1ddd'),
    ];
    const days = readRows(parts.join(''), 'page-print-grid').map((one) => ['day' in one, one.day]);
    expect(days).toEqual([
      [false, undefined],
      [true, '2030-11-10'],
      [true, '2030-11-10'],
      [true, '2030-11-12'],
    ]);
  });

  test('has the people of its cell, without their roles', () => {
    const people = (text: string) => `<em class="sched-role-list">${text}</em>`;
    const cell =
      link('event/28D1Y') + people('Speakers: Ada Roe, Bo Sample') + people('Moderators: Cy Model,') + people('Di Doe');
    const [first, second] = readRows(row(cell) + row(link('event/28D2Q')));
    expect(first?.people).toEqual(['Ada Roe', 'Bo Sample', 'Cy Model', 'Di Doe']);
    expect(second?.people).toEqual([]);
    expect(readRows(`<ul><li>${cell}</li></ul>`)[0]?.people).toHaveLength(4);
    // Outside a row or item, people may belong to another session.
    expect(readRows(`<p>${cell}</p>`)[0]?.people).toEqual([]);
  });

  test('reads at most five lists of people', () => {
    const lists = Array.from({ length: 6 }, (_, nth) => `<em class="sched-role-list">Ada${nth}</em>`);
    expect(readRows(row(link('event/28D1Y') + lists.join('')))[0]?.people).toEqual([
      'Ada0',
      'Ada1',
      'Ada2',
      'Ada3',
      'Ada4',
    ]);
  });
});

test('A print view has at most 5,000 rows', () => {
  expect(readRows(link('event/28D1Y').repeat(5_001))).toHaveLength(5_000);
});

test('The plain title of a row omits people listed beside it, ignoring case', () => {
  const rowWith = (title: string, people: string[]) => ({
    link: document.createElement('a'),
    id: '28D1Y',
    title,
    people,
  });
  expect(plainTitle(rowWith('Pipes - Ada on stage: ADA, Acme', ['Ada']))).toBe('Pipes - Ada on stage');
  expect(plainTitle(rowWith('Pipes - Ada, Acme', []))).toBe('Pipes - Ada, Acme');
});
