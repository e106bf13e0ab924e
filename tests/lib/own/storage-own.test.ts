import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NOTE_MAX, readOwn } from '../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../lib/own/own-changes.ts';
import { DEFAULTS } from '../../../lib/own/preferences.ts';
import {
  change,
  changeAccount,
  loadAccount,
  loadAll,
  loadOwn,
  loadOwnValues,
  loadPreferences,
  loadSyncStatus,
  removeAll,
  saveSeen,
  setPicked,
  setPreference,
  watchOwn,
  watchOwnValues,
  watchPreferences,
  watchSeen,
  watchSyncStatus,
} from '../../../lib/own/storage.ts';

const { local, sync } = fakeBrowser.storage;
const all = () => local.get(null) as Promise<Record<string, unknown>>;
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5));
const talk = { id: '28D1Y', title: 'Kelp’s Journey' };
const note = (text: string, now = 1) => notePatch(talk, 'g', text, now);

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('A change', () => {
  test('stores and removes, and is taken back by what it resolves with.', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2, theme: 'dark' });
    const before = await all();
    const inverse = await change({ 'pick:A': 10, 'pick:B': undefined, 'pick:C': 3, 'pick:D': undefined });
    expect(await all()).toEqual({ 'pick:A': 10, 'pick:C': 3, theme: 'dark' });
    expect(inverse).toEqual({ 'pick:A': 1, 'pick:B': 2, 'pick:C': undefined, 'pick:D': undefined });
    expect(Object.keys(inverse)).toHaveLength(4);
    expect(await change(inverse)).toEqual({ 'pick:A': 10, 'pick:C': 3 });
    expect(await all()).toEqual(before);
  });

  test('of nothing calls nothing that writes.', async () => {
    const set = vi.spyOn(local, 'set');
    const remove = vi.spyOn(local, 'remove');
    expect(await change({})).toEqual({});
    await change({ 'pick:A': undefined });
    await change({ 'pick:A': 1 });
    expect([set.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
  });

  test('removes nothing where the browser refuses to store.', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await all();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const remove = vi.spyOn(local, 'remove');
    await expect(change({ 'pick:A': undefined, 'pick:B': 3 })).rejects.toThrow('quota');
    expect(remove).not.toHaveBeenCalled();
    expect(await all()).toEqual(before);
  });

  test('stores nothing where the browser refuses to remove.', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await all();
    vi.spyOn(local, 'remove').mockRejectedValueOnce(new Error('locked'));
    await expect(change({ 'pick:A': undefined, 'pick:B': 3, 'pick:C': 4 })).rejects.toThrow('locked');
    expect(await all()).toEqual(before);
  });

  test('writes nothing where what is there can’t be read.', async () => {
    const set = vi.spyOn(local, 'set');
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(change({ 'pick:A': 1 })).rejects.toThrow('corrupt');
    expect(set).not.toHaveBeenCalled();
  });
});

describe('Two windows', () => {
  test('that write at once lose nothing.', async () => {
    await Promise.all([
      change(pickPatch(talk, 'g', 1, true)),
      change(note('Ask why')),
      change(watchedPatch(talk, 'g', 1, true)),
      setPicked('28D0X', 'g', true),
      setPreference('theme', 'dark'),
    ]);
    const own = await loadOwn();
    expect([[...own.picks.keys()].sort(), own.watched.size, own.notes.get('28D1Y')?.text]).toEqual([
      ['28D0X', '28D1Y'],
      1,
      'Ask why',
    ]);
    expect((await loadPreferences()).theme).toBe('dark');
  });

  test('that change the same session: one takes its change back and leaves the other’s.', async () => {
    await change(note('first'));
    const removal = note('');
    const inverse = await change(removal);
    await change({ ...note('from the other window', 2), ...pickPatch(talk, 'g', 2, true) });
    expect(await change(inverse, removal)).toEqual({});
    expect((await loadOwn()).notes.get('28D1Y')?.text).toBe('from the other window');
    expect((await loadOwn()).picks.size).toBe(1);
  });

  test('that change the same session: what a plain undo replaces can be had back by another.', async () => {
    await change(note('first'));
    const inverse = await change(note('second'));
    await change(note('from the other window', 2));
    const again = await change(inverse);
    expect((await loadOwn()).notes.get('28D1Y')?.text).toBe('first');
    await change(again);
    expect((await loadOwn()).notes.get('28D1Y')?.text).toBe('from the other window');
  });

  test('an expected value is the same in whatever order its keys come back.', async () => {
    await local.set({ 'pick:A': { at: 1, id: 'A' }, 'pick:B': 1 });
    await change({ 'pick:A': 2, 'pick:B': 2 }, { 'pick:A': { id: 'A', at: 1 }, 'pick:B': 5 });
    expect(await all()).toEqual({ 'pick:A': 2, 'pick:B': 1 });
  });
});

describe('What is stored', () => {
  test('is loaded as the reader’s own, as values, and whole; broken values with it.', async () => {
    const values = { ...note('x'.repeat(NOTE_MAX)), ...pickPatch(talk, 'g', 1, true), 'watched:28D1Y': 'odd' };
    await local.set({ ...values, theme: 'dark' });
    expect(await loadOwn()).toEqual(readOwn(values));
    expect((await loadOwn()).broken).toEqual(['watched:28D1Y']);
    expect(await loadOwnValues()).toEqual(values);
    expect(await loadAll()).toEqual({ ...values, theme: 'dark' });
    await removeAll(Object.keys(values));
    expect(await loadAll()).toEqual({ theme: 'dark' });
  });

  test('rejects when the storage does.', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    for (const load of [loadOwn, loadOwnValues, loadAll, loadPreferences, loadSyncStatus]) {
      await expect(load()).rejects.toThrow('corrupt');
    }
  });
});

describe('A preference', () => {
  test('writes its own key, and removes it for what is chosen by those who never did.', async () => {
    await setPreference('zone', 'Asia/Kolkata');
    await setPreference('plan', { minutes: 60, at: 1 });
    expect(await all()).toEqual({ 'pref:zone': 'Asia/Kolkata', 'pref:plan': { minutes: 60, at: 1 } });
    expect(await loadPreferences()).toEqual({ ...DEFAULTS, zone: 'Asia/Kolkata', plan: { minutes: 60, at: 1 } });
    await setPreference('zone', undefined);
    await setPreference('plan', undefined);
    expect(await all()).toEqual({});
  });

  test('that could not be stored rejects.', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await expect(setPreference('sync', true)).rejects.toThrow('quota');
  });
});

test('Each watcher learns of its own keys, of nothing else, and of nothing after it was stopped.', async () => {
  const stop = new AbortController();
  const told: string[] = [];
  watchOwn(({ picks, notes }) => told.push(`own ${picks.size} ${notes.size}`), stop.signal);
  watchOwnValues((values) => told.push(`values ${Object.keys(values)}`), stop.signal);
  watchPreferences(({ theme }) => told.push(`theme ${theme}`), stop.signal);
  watchSeen((seen) => told.push(`seen ${[...seen.keys()]}`), stop.signal);
  watchSyncStatus((status) => told.push(`status ${status?.ok}`), stop.signal);
  const after = async (act: () => Promise<unknown>) => {
    told.length = 0;
    await act();
    await quiet();
    return [...told].sort();
  };
  expect(await after(() => change(note('Hm')))).toEqual(['own 0 1', 'values note:28D1Y']);
  expect(await after(() => setPreference('theme', 'dark'))).toEqual(['theme dark']);
  expect(await after(() => saveSeen(new Map([['28D1Y', { at: 1 }]])))).toEqual(['seen 28D1Y']);
  expect(await after(() => local.set({ 'sync:status': { at: 1, ok: true } }))).toEqual(['status true']);
  expect(await after(() => local.set({ theme: 'dark', 'off:cards': true }))).toEqual([]);
  expect(await after(() => sync.set({ 'pick:28D1Y': 1, 'pref:theme': 'light' }))).toEqual([]);
  stop.abort();
  expect(await after(() => change({ ...note(''), 'pref:theme': undefined, 'sync:status': undefined }))).toEqual([]);
});

describe('The account', () => {
  test('is changed apart from this device; what goes makes room first.', async () => {
    await sync.set({ 'pick:A': 1, 'pick:B': 2 });
    const order: string[] = [];
    vi.spyOn(sync, 'remove').mockImplementationOnce(async () => void order.push('remove'));
    vi.spyOn(sync, 'set').mockImplementationOnce(async () => void order.push('set'));
    await changeAccount({ 'pick:A': 5, 'pick:B': undefined });
    expect(order).toEqual(['remove', 'set']);
    await changeAccount({ 'pick:A': 5, 'pick:B': undefined });
    expect(await loadAccount()).toEqual({ 'pick:A': 5 });
    expect(await all()).toEqual({});
  });

  test('that refuses rejects, and nothing is called for nothing.', async () => {
    const set = vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await changeAccount({});
    expect(set).not.toHaveBeenCalled();
    await expect(changeAccount({ 'pick:A': 5 })).rejects.toThrow('quota');
  });
});
