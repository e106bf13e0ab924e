// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingFrom } from '../../lib/seen/missing.ts';
import { readWholeList } from '../../sched/whole-list.ts';
import { runs } from '../runs.ts';
import { MAIN, openPage } from './open-page.ts';

const ZONE = 'America/New_York';
const DAYS = ['2025-11-10', '2025-11-11', '2025-11-12'];
/** Twelve sessions on three days. The guide has every other one. */
const PROGRAMME = Array.from({ length: 12 }, (_, nth) => {
  const day = DAYS[Math.floor(nth / 4)] ?? '';
  return { id: `27A${String.fromCharCode(97 + nth)}`, day, start: Date.parse(`${day}T15:00Z`) + nth * 60_000 };
});
const GUIDE = PROGRAMME.filter((_, nth) => nth % 2 === 0);
const IDS = GUIDE.map(({ id }) => id);

type Session = (typeof PROGRAMME)[number];

/** A list in Sched's markup, with the rest of the page after it. */
function page(sessions: readonly Session[], menu = ''): string {
  const days = DAYS.filter((day) => sessions.some((session) => session.day === day)).map((day) => {
    const bars = sessions
      .filter((session) => session.day === day)
      .map(
        ({ id }) =>
          `<span class="event"><a class="name" href="event/${id}/slug"><span class="session-title">${id}</span></a></span>`,
      );
    return `<a class="sched-container-anchor" id="${day}"></a><div class="sched-container"><div class="sched-container-inner">${bars.join('\n')}</div></div><div class="sched-container-bottom">&nbsp;</div>`;
  });
  return `<div id="sched-content-inner"><div class="list-simple">${menu}${days.join('\n')}</div></div><div id="sched-sidebar"></div><script></script>`;
}

/** The guide sessions reported missing from the list at an address. */
function missingOn(path: string, body: string): string[] {
  const document = openPage(`${MAIN}${path}`, body);
  const list = readWholeList(document, new URL(`${MAIN}${path}`), IDS);
  return list ? missingFrom({ ...list, zone: ZONE }, GUIDE) : [];
}

const LESS = PROGRAMME.filter(({ id }) => id !== GUIDE[2]?.id);
const GONE = [GUIDE[2]?.id];

describe('a session is missing from the schedule', () => {
  test.each([
    '/',
    '/list',
    '/list/',
    '/list/simple',
    '/list/descriptions/',
    '/list/simple?iframe=yes&w=100%&sidebar=yes&bg=no',
    '/#2025-11-11',
  ])('when the whole list at %s lacks it', (path) => {
    expect(missingOn(path, page(LESS))).toEqual(GONE);
    expect(missingOn(path, page(PROGRAMME))).toEqual([]);
  });

  test.each([
    '/list/simple?type=Keynote',
    '/list/simple?area=Yes',
    '/?searchstring=a',
    '/list/simple?x',
    '/?iframe=yes&page=2',
    '/2025-11-11/list/simple',
    '/list/simple/type/Keynote',
    '/list/descriptions/area/Yes',
    '/venue/A',
    '/my-schedule',
    '/overview/type/Keynote',
    '/search',
  ])('but not when a filtered list lacks it: %s', (path) => {
    expect(missingOn(path, page(LESS))).toEqual([]);
  });

  test('but not when the list links to days that are not on it', () => {
    const menu =
      '<div class="sched-dates-menu"><a href="2025-11-10/list/simple">Mon</a> <a href="/2025-11-12/list/simple">Wed</a></div>';
    const day = LESS.filter(({ day }) => day === DAYS[1]);
    expect(missingOn('/list/simple', page(day, menu))).toEqual([]);
    expect(
      missingOn(
        '/list/simple',
        page(
          LESS.filter(({ day }) => day !== DAYS[2]),
          menu,
        ),
      ),
    ).toEqual([]);
    // All days in the menu are on the list, so it is whole.
    expect(missingOn('/list/simple', page(LESS, menu))).toEqual(GONE);
  });

  test('but not when its day is not on the list, or most other sessions are missing too', () => {
    expect(missingOn('/', page(PROGRAMME.filter(({ day }) => day !== DAYS[1])))).toEqual([]);
    expect(missingOn('/', page(PROGRAMME.slice(0, 2)))).toEqual([]);
    expect(missingOn('/', page(PROGRAMME.slice(4, 8)))).toEqual([]);
  });

  test('but not when the page links to it in another form', () => {
    for (const link of [
      `<a href="https://sched.co/${GONE[0]}">x</a>`,
      `<form class="event"><a href="event/${GONE[0]}">x</a></form>`,
    ])
      expect(missingOn('/', page(LESS) + link)).toEqual([]);
  });

  test('but not when the page has no list or two lists', () => {
    expect(missingOn('/', '<div id="schedorg"></div>')).toEqual([]);
    expect(missingOn('/', page(LESS) + page(LESS))).toEqual([]);
  });
});

/** The whole list read from a page with this body. */
const listOn = (body: string) => readWholeList(openPage(`${MAIN}/`, body), new URL(`${MAIN}/`), IDS);

describe('a whole list', () => {
  const whole = page(PROGRAMME);
  const end = whole.lastIndexOf('<div class="sched-container-bottom">');

  test('has its days and the given sessions that it contains, whatever else is on the page', () => {
    const menu =
      '<a class="sched-container-anchor" id="top"></a><div class="sched-dates-menu"><a href="about">x</a></div>';
    const link = '<a href="event/ab-27Aaa">An id in a slug</a>';
    expect(listOn(page(LESS, menu) + link)).toEqual({ days: DAYS, ids: IDS.filter((id) => id !== GONE[0]) });
  });

  test.each<[string, string]>([
    ['ends within its last day', whole.slice(0, end)],
    ['ends after its last day', whole.slice(0, whole.indexOf('</div>', end))],
    ['has no days', whole.replaceAll('sched-container-anchor', 'x')],
  ])('is not read from a document that %s', (_, body) => {
    expect(listOn(body)).toBeUndefined();
  });
});
test('No filtered, partial or truncated list makes a session of the full list look missing', () => {
  const parameter = fc
    .stringMatching(/^[a-z]{1,8}$/u)
    .filter((name) => !['iframe', 'w', 'sidebar', 'bg'].includes(name));
  const filtered = fc
    .tuple(parameter, fc.subarray(PROGRAMME))
    .map(([name, some]) => [`/list/simple?${name}=x`, page(some)] as const);
  const oneDay = fc.constantFrom(...DAYS).chain((day) =>
    fc.subarray(DAYS, { minLength: 1 }).map((others) => {
      const menu = `<div class="sched-dates-menu">${others.map((other) => `<a href="${other}/list/simple">x</a>`)}</div>`;
      return [
        '/',
        page(
          PROGRAMME.filter((session) => session.day === day),
          menu,
        ),
      ] as const;
    }),
  );
  const days = fc.subarray(DAYS).map((some) => ['/', page(PROGRAMME.filter(({ day }) => some.includes(day)))] as const);
  const whole = page(PROGRAMME);
  const cut = fc.nat(whole.length).map((end) => ['/list/simple', whole.slice(0, end)] as const);
  const few = fc
    .subarray(PROGRAMME)
    .filter((some) => GUIDE.filter((one) => some.includes(one)).length <= 2)
    .map((some) => ['/', page(some)] as const);
  fc.assert(
    fc.property(fc.oneof(filtered, oneDay, days, cut, few), ([path, body]) => {
      expect(missingOn(path, body)).toEqual([]);
    }),
    { numRuns: runs(100) },
  );
}, 120_000);
