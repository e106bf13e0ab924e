// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstState, keepFirst } from '../../../features/agenda/first.ts';
import { EVERYTHING, type View } from '../../../features/agenda/list/view.ts';
import { readOwn } from '../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { DEFAULTS } from '../../../lib/own/settings.ts';
import { takeErrors } from '../../errors.ts';

const KEY = 'csg:first';
const NOW = 7;
const MINUTE = 60_000;

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Makes a method of localStorage throw. */
function refuse(name: 'getItem' | 'setItem'): void {
  const refused = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, [name]: refused });
}

const talk = (id: string) => ({ id, title: `Talk ${id}` });
const own = readOwn({
  ...pickPatch(talk('A'), 'g', 1, true),
  ...watchedPatch(talk('B'), 'g', 2, true),
  ...notePatch(talk('C'), 'g', 'A secret', 3),
});
const view: View = { ...EVERYTHING, tab: 'share', query: 'kelp & “tides”', days: ['2025-11-10'], only: ['picked'] };

describe('the first paint of a surface', () => {
  test('is the whole guide with the defaults when nothing is stored', () => {
    expect(firstState('popup', '', NOW)).toEqual({
      surface: 'popup',
      now: NOW,
      view: EVERYTHING,
      scrolled: 0,
      own: readOwn({}),
      pages: new Map(),
      settings: DEFAULTS,
    });
  });

  test('has the last view, settings, picks and seen marks', () => {
    const settings = { ...DEFAULTS, theme: 'dark', accent: 'sky', zone: 'Asia/Tokyo' } as const;
    keepFirst({ ...firstState('popup', '', NOW), view, own, settings }, NOW);
    const first = firstState('page', '', NOW + 1);
    expect([first.surface, first.now, first.view, first.settings]).toEqual(['page', NOW + 1, view, settings]);
    expect([[...first.own.picks.keys()], [...first.own.watched.keys()]]).toEqual([['A'], ['B']]);
  });

  test('takes the view from its own address before the last view', () => {
    keepFirst({ ...firstState('popup', '', NOW), view }, NOW);
    expect(firstState('page', '?level=advanced', NOW).view).toEqual({ ...EVERYTHING, levels: ['advanced'] });
    expect(firstState('page', '?', NOW).view).toEqual(view);
  });

  test('keeps the scroll position for ten minutes, on the same kind of surface', () => {
    keepFirst({ ...firstState('popup', '', NOW), view, scrolled: 640 }, NOW);
    const soon = firstState('popup', '', NOW + 10 * MINUTE - 1);
    expect([soon.view, soon.scrolled]).toEqual([view, 640]);
    expect(firstState('panel', '', NOW + 1).scrolled).toBe(0);
    expect(firstState('popup', '?q=dns', NOW + 1).scrolled).toBe(0);
  });

  test('resets the view after ten minutes, but not the order of the list', () => {
    keepFirst({ ...firstState('popup', '', NOW), view: { ...view, order: 'day' }, own, scrolled: 640 }, NOW);
    const later = firstState('popup', '', NOW + 10 * MINUTE);
    expect([later.view, later.scrolled]).toEqual([{ ...EVERYTHING, order: 'day' }, 0]);
    expect([...later.own.picks.keys()]).toEqual(['A']);
    // A clock that was set back.
    expect(firstState('popup', '', NOW - 1).view).toEqual({ ...EVERYTHING, order: 'day' });
  });

  test('has no notes, which are stored in one place only', () => {
    keepFirst({ ...firstState('popup', '', NOW), own }, NOW);
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret');
    expect(firstState('popup', '', NOW).own.notes).toEqual(new Map());
  });

  test('has only the last state', () => {
    keepFirst({ ...firstState('popup', '', NOW), own, view }, NOW);
    keepFirst(firstState('popup', '?tab=share', NOW), NOW);
    keepFirst({ ...firstState('popup', '', NOW), own: readOwn({}), view: EVERYTHING }, NOW);
    const first = firstState('popup', '', NOW);
    expect([first.view, first.own]).toEqual([EVERYTHING, readOwn({})]);
    expect(localStorage.length).toBe(1);
  });
});

describe('a copy for the first paint', () => {
  test.each([
    '',
    '{',
    '[]',
    '7',
    'null',
    '"x"',
    'true',
    '{"view":7}',
    '{"view":"?tab=nowhere&day=x"}',
    '{"look":null}',
    '{"picked":null}',
    '{"picked":{"length":1}}',
    '{"watched":7}',
    '{"at":"x","scrolled":"x","view":"?q=x"}',
    '{"at":7,"scrolled":{"popup":"x"}}',
  ])('is ignored when it is invalid: %s', (text) => {
    localStorage.setItem(KEY, text);
    const first = firstState('popup', '', NOW);
    expect([first.view, first.own, first.settings]).toEqual([EVERYTHING, readOwn({}), DEFAULTS]);
    expect(takeErrors().length).toBeLessThanOrEqual(1);
  });

  test('is ignored when localStorage cannot be read, which is reported', () => {
    refuse('getItem');
    expect(firstState('popup', '', NOW).view).toEqual(EVERYTHING);
    expect(takeErrors()).toHaveLength(1);
  });

  test('is not stored when localStorage throws, which is reported', () => {
    refuse('setItem');
    keepFirst({ ...firstState('popup', '', NOW), own }, NOW);
    expect(takeErrors()).toHaveLength(1);
  });
});
