import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOwn } from '../../../lib/own/own.ts';
import { asidePatch, notePatch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { readChoices } from '../../../lib/own/settings.ts';
import { change, changeAtOnce, read, watch, write } from '../../../lib/own/storage.ts';
import { setChoice, setPicked, stored } from './stored.ts';

const { local, sync, session } = fakeBrowser.storage;
const AT = Date.UTC(2025, 10, 9);
const talk = { id: '28D1Y', title: 'Kelp’s Journey' };
const note = (text: string, now = 1) => notePatch(talk, 'g', text, now);

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('read', () => {
  test('resolves with the whole storage area, or with the given keys', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    await session.set({ 'pick:A': 3 });
    expect(await read('local')).toEqual({ 'pick:A': 1, 'pick:B': 2 });
    expect(await read('local', ['pick:B'])).toEqual({ 'pick:B': 2 });
    expect(await read('session')).toEqual({ 'pick:A': 3 });
    expect(await read('sync')).toEqual({});
  });

  test('rejects if the browser does', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(read('local')).rejects.toThrow('corrupt');
  });
});

describe('change', () => {
  test('sets and removes keys, and resolves with the inverse patch', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2, theme: 'dark' });
    const before = await stored();
    const patch = { 'pick:A': 10, 'pick:B': undefined, 'pick:C': 3, 'pick:D': undefined };
    const inverse = await change(patch);
    expect(await stored()).toEqual({ 'pick:A': 10, 'pick:C': 3, theme: 'dark' });
    expect(inverse).toStrictEqual({ 'pick:A': 1, 'pick:B': 2, 'pick:C': undefined, 'pick:D': undefined });
    expect(await change(inverse)).toStrictEqual(patch);
    expect(await stored()).toEqual(before);
  });

  test('makes no write that a patch does not need', async () => {
    const set = vi.spyOn(local, 'set');
    const remove = vi.spyOn(local, 'remove');
    expect(await change({})).toStrictEqual({});
    await change({ 'pick:A': undefined });
    await change({ 'pick:A': 1 });
    expect([set.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
  });

  test('removes nothing if the browser refuses to store', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await stored();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const remove = vi.spyOn(local, 'remove');
    await expect(change({ 'pick:A': undefined, 'pick:B': 3 })).rejects.toThrow('quota');
    expect(remove).not.toHaveBeenCalled();
    expect(await stored()).toEqual(before);
  });

  test('stores nothing if the browser refuses to remove', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await stored();
    vi.spyOn(local, 'remove').mockRejectedValueOnce(new Error('locked'));
    await expect(change({ 'pick:A': undefined, 'pick:B': 3, 'pick:C': 4 })).rejects.toThrow('locked');
    expect(await stored()).toEqual(before);
  });

  test('writes nothing if the old values can’t be read', async () => {
    const set = vi.spyOn(local, 'set');
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(change({ 'pick:A': 1 })).rejects.toThrow('corrupt');
    expect(set).not.toHaveBeenCalled();
  });
});

describe('changeAtOnce', () => {
  test('writes before the old values are read, because a popup may close at any time', async () => {
    await local.set({ 'pick:A': 1 });
    const answer = Promise.withResolvers<Record<string, unknown>>();
    vi.spyOn(local, 'get').mockReturnValueOnce(answer.promise as never);
    const set = vi.spyOn(local, 'set');
    const changing = changeAtOnce({ 'pick:A': 2 });
    expect(set).toHaveBeenCalledWith({ 'pick:A': 2 });
    answer.resolve({ 'pick:A': 1 });
    expect(await changing).toStrictEqual({ 'pick:A': 1 });
  });

  test('resolves with the inverse patch', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await stored();
    const inverse = await changeAtOnce({ 'pick:A': 10, 'pick:B': undefined, 'pick:C': 3 });
    expect(await stored()).toEqual({ 'pick:A': 10, 'pick:C': 3 });
    expect(inverse).toStrictEqual({ 'pick:A': 1, 'pick:B': 2, 'pick:C': undefined });
    await changeAtOnce(inverse);
    expect(await stored()).toEqual(before);
  });

  test('stores nothing if the browser refuses to remove', async () => {
    await local.set({ 'pick:A': 1, 'pick:B': 2 });
    const before = await stored();
    vi.spyOn(local, 'remove').mockRejectedValueOnce(new Error('locked'));
    await expect(changeAtOnce({ 'pick:A': undefined, 'pick:B': 3 })).rejects.toThrow('locked');
    expect(await stored()).toEqual(before);
  });
});

describe('two windows', () => {
  test('can write at the same time without losing anything', async () => {
    await Promise.all([
      change(pickPatch(talk, 'g', 1, true)),
      change(note('Ask why')),
      change(watchedPatch(talk, 'g', 1, true)),
      setPicked('28D0X', 'g', true),
      setChoice('theme', 'dark'),
    ]);
    const own = readOwn(await stored());
    expect([[...own.picks.keys()].sort(), own.watched.size, own.notes.get('28D1Y')?.text]).toEqual([
      ['28D0X', '28D1Y'],
      1,
      'Ask why',
    ]);
    expect(readChoices(await stored()).theme).toBe('dark');
  });

  test('write only the keys that they change, never an old copy of others', async () => {
    await Promise.all(['28D0X', '27FbS'].map((id) => setPicked(id, 'g', true)));
    const set = vi.spyOn(local, 'set');
    const star = pickPatch(talk, 'g', 1, true);
    for (const store of [change, changeAtOnce]) {
      set.mockClear();
      await store(star);
      expect(set.mock.calls).toStrictEqual([[star]]);
    }
  });

  test('can change the same session: undo in one keeps the other’s change', async () => {
    await change(note('first'));
    const removal = note('');
    const inverse = await change(removal);
    await change({ ...note('from the other window', 2), ...pickPatch(talk, 'g', 2, true) });
    expect(await change(inverse, removal)).toStrictEqual({});
    expect(readOwn(await stored()).notes.get('28D1Y')?.text).toBe('from the other window');
    expect(readOwn(await stored()).picks.size).toBe(1);
  });

  test('can change the same session: a value that a plain undo replaced can be restored', async () => {
    await change(note('first'));
    const inverse = await change(note('second'));
    await change(note('from the other window', 2));
    const again = await change(inverse);
    expect(readOwn(await stored()).notes.get('28D1Y')?.text).toBe('first');
    await change(again);
    expect(readOwn(await stored()).notes.get('28D1Y')?.text).toBe('from the other window');
  });

  test('compare expected values regardless of the order of their keys', async () => {
    await local.set({ 'pick:A': { at: 1, id: 'A' }, 'pick:B': 1 });
    await change({ 'pick:A': 2, 'pick:B': 2 }, { 'pick:A': { id: 'A', at: 1 }, 'pick:B': 5 });
    expect(await stored()).toEqual({ 'pick:A': 2, 'pick:B': 1 });
  });
});

describe('quarantining broken values', () => {
  const setAside = async (keys: string[]) => change(asidePatch(await read('local'), keys, AT));
  const odd = { 'pick:28D1Y': { id: 1 }, 'pick:28D0X': 'x' };

  test('moves them to keys with the time, so that they are no longer read as picks', async () => {
    await local.set({ ...odd, theme: 'dark' });
    await setPicked('27FbS', 'g', true);
    await setAside(Object.keys(odd));
    const { theme, 'pick:27FbS': pick, ...aside } = await stored();
    expect([theme, pick]).toEqual(['dark', expect.objectContaining({ id: '27FbS' })]);
    const kept = Object.entries(aside).map(([key, value]) => [/^aside:\d{4}-.*Z:(.*)$/u.exec(key)?.[1], value]);
    expect(Object.fromEntries(kept)).toStrictEqual(odd);
    const { picks, broken } = readOwn(await stored());
    expect([[...picks.keys()], broken]).toEqual([['27FbS'], []]);
  });

  test('loses nothing if the copy can’t be stored', async () => {
    await local.set(odd);
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await expect(setAside(Object.keys(odd))).rejects.toThrow('quota');
    expect(await stored()).toEqual(odd);
  });

  test('stores the copy before it removes the original', async () => {
    await local.set(odd);
    let atRemoval: Record<string, unknown> = {};
    vi.spyOn(local, 'remove').mockImplementation(async () => {
      atRemoval = await stored();
    });
    await setAside(Object.keys(odd));
    expect(Object.values(atRemoval).filter((value) => value === 'x')).toHaveLength(2);
  });
});

describe('write', () => {
  test('changes only one area, and removes keys first to make room', async () => {
    await sync.set({ 'pick:A': 1, 'pick:B': 2 });
    const order: string[] = [];
    vi.spyOn(sync, 'remove').mockImplementationOnce(async () => void order.push('remove'));
    vi.spyOn(sync, 'set').mockImplementationOnce(async () => void order.push('set'));
    await write('sync', { 'pick:A': 5, 'pick:B': undefined });
    expect(order).toEqual(['remove', 'set']);
    await write('sync', { 'pick:A': 5, 'pick:B': undefined });
    expect(await read('sync')).toEqual({ 'pick:A': 5 });
    expect(await stored()).toEqual({});
  });

  test('rejects if the browser does, and skips an empty patch', async () => {
    const set = vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await write('sync', {});
    expect(set).not.toHaveBeenCalled();
    await expect(write('sync', { 'pick:A': 5 })).rejects.toThrow('quota');
  });
});

describe('watch', () => {
  test('reports new and old values of its area until its signal aborts', async () => {
    const stop = new AbortController();
    const reported: unknown[] = [];
    watch('local', (after, before) => reported.push(after, before), stop.signal);
    await local.set({ 'pick:A': 1, theme: 'dark' });
    await local.set({ 'pick:A': 2 });
    await local.remove('pick:A');
    await session.set({ 'pick:A': 3 });
    stop.abort();
    await local.set({ 'pick:B': 4 });
    expect(reported).toEqual([
      { 'pick:A': 1, theme: 'dark' },
      { 'pick:A': undefined, theme: undefined },
      { 'pick:A': 2 },
      { 'pick:A': 1 },
      { 'pick:A': undefined },
      { 'pick:A': 2 },
    ]);
  });

  test('reports a removed value as undefined, even if the browser reports null', async () => {
    const reported: unknown[] = [];
    watch('local', (after) => reported.push(after));
    await fakeBrowser.storage.onChanged.trigger({ 'pick:A': { oldValue: 1, newValue: null } }, 'local');
    expect(reported).toEqual([{ 'pick:A': undefined }]);
  });
});
