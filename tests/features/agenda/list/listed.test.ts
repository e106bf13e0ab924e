import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgendaGuide, agendaGuide } from '../../../../data/agenda.ts';
import { listSessions } from '../../../../features/agenda/list/listed.ts';
import { readOwn } from '../../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../../lib/own/patches.ts';
import type { PageSays } from '../../../../lib/seen/page-says.ts';
import { findOverlaps } from '../../../../lib/time/overlaps.ts';

const ZONE = agendaGuide.zone;
const [ID = '', NEXT = ''] = agendaGuide.sessions.map(({ id }) => id);
const planned = agendaGuide.sessions[0] as (typeof agendaGuide.sessions)[number];
const MINUTE = 60_000;
const nothing = readOwn({});
const says = (more: Partial<PageSays>): PageSays => ({ saved: false, changes: [], ...more });
const named = (id: string) => ({ id, title: id });

/** The listed sessions of the shipped guide, with these facts from its pages. */
function listed(pages: Record<string, PageSays> = {}, own = nothing, zone = ZONE) {
  return listSessions(agendaGuide, zone, { own, pages: new Map(Object.entries(pages)) });
}

const first = (more: Partial<PageSays>) => listed({ [ID]: says(more) }).find(({ id }) => id === ID);

describe('the listed sessions of a guide', () => {
  test('are in the order of the guide, with its times, events and sites', () => {
    const all = listed();
    expect(all.map(({ session }) => session)).toEqual(agendaGuide.sessions);
    expect(all.map(({ id, start, end, event, site }) => ({ id, start, end, event, site }))).toEqual(
      agendaGuide.sessions.map(({ id, start, end, event, site }) => ({ id, start, end, event, site })),
    );
    expect(all[0]).toMatchObject({ eventName: 'CiliumCon', room: undefined, says: undefined, overlaps: 0 });
  });

  test('are on the days of the time zone', () => {
    expect(listed({}, nothing, 'Asia/Tokyo').map(({ day }) => day)).toEqual([
      ...Array(3).fill('2025-11-10'),
      ...Array(7).fill('2025-11-11'),
      ...Array(2).fill('2025-11-12'),
      ...Array(3).fill('2025-11-13'),
    ]);
  });

  test('have the reader’s picks, seen marks and notes', () => {
    const own = readOwn({
      ...pickPatch(named(ID), 'g', 1, true),
      ...watchedPatch(named(NEXT), 'g', 1, true),
      ...notePatch(named(ID), 'g', 'Tides', 1),
      ...pickPatch(named('ZZZ1'), 'g', 1, true),
    });
    const made = listed({}, own).map(({ id, picked, watched, noted }) => [id, picked, watched, noted]);
    expect(made.slice(0, 3)).toEqual([
      [ID, true, false, true],
      [NEXT, false, true, false],
      [agendaGuide.sessions[2]?.id, false, false, false],
    ]);
    expect(made).toHaveLength(agendaGuide.sessions.length);
  });

  test('have recordings and changes from the guide and from pages', () => {
    const all = new Map(
      listed({
        '28D0X': says({ video: 'https://video.example/v' }),
        [ID]: says({ changes: [{ text: 'Room: now B', urgent: true }] }),
      }).map((one) => [one.id, one]),
    );
    expect([all.get('28D0X')?.recorded, all.get('27FaL')?.recorded, all.get('27FbS')?.recorded]).toEqual([
      true,
      false,
      true,
    ]);
    expect([all.get(ID)?.changed, all.get('27FbS')?.changed, all.get(NEXT)?.changed]).toEqual([true, true, false]);
  });

  test('have the id of an event that has no name', () => {
    const guide: AgendaGuide = { ...agendaGuide, events: [] };
    expect(listSessions(guide, ZONE, { own: nothing, pages: new Map() })[0]?.eventName).toBe('ciliumcon');
  });

  test('do not modify the guide', () => {
    const before = structuredClone(agendaGuide.sessions);
    listed({ [ID]: says({ start: planned.end + 600 * MINUTE, end: planned.end + 610 * MINUTE }) });
    expect(agendaGuide.sessions).toEqual(before);
  });
});

describe('the time on a page', () => {
  const { start, end } = planned;

  test.each<[string, Partial<PageSays>, [number, number]]>([
    [
      'replaces the guide’s',
      { start: start + 5 * MINUTE, end: end + 9 * MINUTE },
      [start + 5 * MINUTE, end + 9 * MINUTE],
    ],
    [
      'with one instant keeps the length',
      { start: start + 5 * MINUTE, end: start + 5 * MINUTE },
      [start + 5 * MINUTE, end + 5 * MINUTE],
    ],
    ['without an end keeps the length', { start: start + 5 * MINUTE }, [start + 5 * MINUTE, end + 5 * MINUTE]],
    [
      'that ends before it begins keeps the length',
      { start: start + 5 * MINUTE, end: start },
      [start + 5 * MINUTE, end + 5 * MINUTE],
    ],
    ['that is missing leaves the guide’s', { room: 'Hall B' }, [start, end]],
  ])('%s', (_, page, expected) => {
    const one = first(page);
    expect([one?.start, one?.end]).toEqual(expected);
    expect([one?.session.start, one?.session.end]).toEqual(expected);
  });

  test('moves the session to its new place and day', () => {
    const at = Date.parse('2025-11-13T05:30Z');
    const all = listed({ [ID]: says({ start: at, end: at + MINUTE }) });
    expect([all.at(-1)?.id, all.at(-1)?.day]).toEqual([ID, '2025-11-13']);
  });
});

describe('overlaps', () => {
  test('are counted as findOverlaps does, whatever the times', () => {
    const times = fc.array(fc.record({ from: fc.nat({ max: 30 }), length: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(times, (all) => {
        const sessions = all.map(({ from, length }, index) => {
          const at = planned.start + from * MINUTE;
          return { ...planned, id: `S${index}`, start: at, end: at + length * MINUTE };
        });
        const known = { own: nothing, pages: new Map() };
        const counted = listSessions({ ...agendaGuide, sessions }, ZONE, known);
        for (const one of counted) expect(one.overlaps).toBe(findOverlaps(one, counted).length);
        expect(counted.map(({ start }) => start)).toEqual(counted.map(({ start }) => start).sort((a, b) => a - b));
      }),
    );
  });
});
