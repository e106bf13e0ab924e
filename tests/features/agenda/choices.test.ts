import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { agendaGuide } from '../../../data/agenda.ts';
import { DEFAULTS, PARTS, readSettings } from '../../../lib/own/settings.ts';
import { takeErrors } from '../../errors.ts';
import { saveSeen, setChoice, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';
import { loadedSurface } from './surface.ts';

holdTimers();

const { local } = fakeBrowser.storage;

describe('a switch of a surface', () => {
  test.each(PARTS)('stores one key while “%s” is off, none while it is on, and updates the state', async (part) => {
    const { store, state } = await loadedSurface();
    await store.turn({ part }, false);
    expect(await stored()).toEqual({ [`off:${part}`]: true });
    await rest();
    expect([...state().settings.partsOff]).toEqual([part]);
    await store.turn({ part }, true);
    expect(await stored()).toEqual({});
    await rest();
    expect([...state().settings.partsOff]).toEqual([]);
  });

  test('that cannot be saved shows a notice, and is drawn again as it is stored', async () => {
    const { store, state, changes } = await loadedSurface();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const drawn = changes.length;
    await store.turn({ all: true }, false);
    expect(state().notice).toMatch(/could not be saved/u);
    expect(state().settings).toEqual(readSettings({}));
    expect(changes.length).toBeGreaterThan(drawn + 1);
    expect(takeErrors()).toHaveLength(1);
    expect(await stored()).toEqual({});
  });
});

describe('a choice of a surface', () => {
  test('is shown at once, and stored under its own key', async () => {
    const { store, state } = await loadedSurface();
    const storing = store.prefer('zone', 'Asia/Tokyo');
    expect(state().settings).toEqual({ ...DEFAULTS, zone: 'Asia/Tokyo' });
    await storing;
    expect(await stored()).toEqual({ 'pref:zone': 'Asia/Tokyo' });
  });

  test('that cannot be saved is reverted, without the others, and shows a notice', async () => {
    const { store, state } = await loadedSurface({ settings: { ...DEFAULTS, zone: 'mine' } });
    await store.prefer('zone', 'mine');
    await rest();
    const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
    vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      if (!('pref:zone' in items)) return set(items);
      await rest(20);
      throw new Error('quota');
    });
    const refused = store.prefer('zone', 'Asia/Tokyo');
    await store.prefer('alarm', 10);
    await refused;
    expect(state().settings).toEqual({ ...DEFAULTS, zone: 'mine', alarm: 10 });
    expect(state().notice).toContain('could not be saved');
    expect(takeErrors()).toHaveLength(1);
  });

  test('follows another window', async () => {
    const { state } = await loadedSurface();
    await setChoice('theme', 'dark');
    await rest();
    expect(state().settings.theme).toBe('dark');
  });
});

describe('details from Sched', () => {
  const [first] = agendaGuide.sessions;
  const id = first?.id ?? '';

  test('are shown for guide sessions only, and follow changes', async () => {
    await saveSeen(new Map([['ZZZ1', { at: 1, room: 'Hall A' }]]));
    const { state } = await loadedSurface();
    expect(state().pages).toEqual(new Map());
    await saveSeen(new Map([[id, { at: 1, room: 'Hall B', roomBefore: 'Hall A', saved: true }]]));
    await rest(30);
    expect(state().pages.get(id)).toEqual({
      room: 'Hall B',
      saved: true,
      changes: [{ text: 'Room: now Hall B, before Hall A', urgent: true }],
    });
  });
});

describe('a store of a surface', () => {
  test('loads the search once', async () => {
    const { store, state } = await loadedSurface();
    await store.readSearch();
    const { search } = state();
    expect(search?.finds('compressed names')('28D2Q')).toBe(true);
    await store.readSearch();
    expect(state().search).toBe(search);
  });

  test('loads a whole session, with the facts seen on its page', async () => {
    await saveSeen(new Map([['28D2Q', { at: 1, room: 'Hall B', roomBefore: 'Hall A' }]]));
    const { store } = await loadedSurface();
    const detail = await store.detail('28D2Q');
    expect([detail.session.id, detail.seen?.room, detail.differences.map(({ what }) => what)]).toEqual([
      '28D2Q',
      'Hall B',
      ['room'],
    ]);
  });
});
