import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PARTS } from '../../../lib/own/settings.ts';
import {
  loadPicks,
  loadSettings,
  setAside,
  setPicked,
  setSwitch,
  watchPicks,
  watchSettings,
} from '../../../lib/own/storage.ts';

const { local } = fakeBrowser.storage;
const all = () => local.get(null) as Promise<Record<string, unknown>>;
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('A pick', () => {
  test('is stored under a key of its own, with its guide and time.', async () => {
    const before = Date.now();
    await setPicked('28D1Y', 'kubecon-na-2025', true, 'x'.repeat(1_000_000));
    expect((await fakeBrowser.storage.local.get(null))['pick:28D1Y']).toMatchObject({ title: 'x'.repeat(400) });
    await setPicked('28D1Y', 'kubecon-na-2025', true);
    const stored = await all();
    expect(stored).toEqual({ 'pick:28D1Y': { id: '28D1Y', guide: 'kubecon-na-2025', at: expect.any(Number) } });
    expect((stored['pick:28D1Y'] as { at: number }).at).toBeGreaterThanOrEqual(before);
  });

  test('leaves all else as it was, when made and when removed.', async () => {
    await local.set({ 'pick:ZZZZ': 'odd', theme: 'dark' });
    await setPicked('28D1Y', 'g', true);
    await setPicked('28D1Y', 'g', false);
    expect(await all()).toEqual({ 'pick:ZZZZ': 'odd', theme: 'dark' });
  });

  test('is not lost to one that another window makes at the same moment.', async () => {
    await Promise.all([setPicked('28D1Y', 'g', true), setPicked('28D0X', 'g', true), setPicked('27FbS', 'g', true)]);
    expect((await loadPicks()).picked).toEqual(new Set(['28D1Y', '28D0X', '27FbS']));
  });

  test('that could not be stored rejects.', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await expect(setPicked('28D1Y', 'g', true)).rejects.toThrow('quota');
  });
});

test('Loading tells picks and broken values apart, and rejects when the storage does.', async () => {
  await setPicked('28D1Y', 'g', true);
  await local.set({ 'pick:28D0X': 7 });
  expect(await loadPicks()).toEqual({ picked: new Set(['28D1Y']), broken: ['pick:28D0X'] });
  vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
  await expect(loadPicks()).rejects.toThrow('corrupt');
});

describe('A watcher', () => {
  test('learns of each pick, of nothing else, and of nothing after it was stopped.', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    watchPicks((picked) => seen.push([...picked].join()), stop.signal);
    await setPicked('28D1Y', 'g', true);
    await quiet();
    await setPicked('28D0X', 'g', true);
    await quiet();
    await setPicked('28D1Y', 'g', false);
    await quiet();
    expect(seen).toEqual(['28D1Y', '28D1Y,28D0X', '28D0X']);
    await local.set({ theme: 'dark' });
    await fakeBrowser.storage.session.set({ 'pick:27FbS': 1 });
    await quiet();
    expect(seen).toHaveLength(3);
    stop.abort();
    await setPicked('27FbS', 'g', true);
    await quiet();
    expect(seen).toHaveLength(3);
  });

  test('that is stopped while the storage is read learns nothing.', async () => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    watchPicks((picked) => seen.push(picked), stop.signal);
    const get = vi.spyOn(local, 'get').mockImplementation(async () => {
      stop.abort();
      return {};
    });
    await setPicked('28D1Y', 'g', true);
    await quiet();
    expect(get).toHaveBeenCalledOnce();
    expect(seen).toEqual([]);
  });

  test('keeps its last state when the storage can’t be read.', async () => {
    const seen: unknown[] = [];
    watchPicks((picked) => seen.push(picked), new AbortController().signal);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await setPicked('28D1Y', 'g', true);
    await quiet();
    expect(seen).toEqual([]);
  });
});

describe('Setting values aside', () => {
  const odd = { 'pick:28D1Y': { id: 1 }, 'pick:28D0X': 'x' };

  test('moves them under names of their own, and is no pick any more.', async () => {
    await local.set({ ...odd, theme: 'dark' });
    await setPicked('27FbS', 'g', true);
    await setAside(Object.keys(odd));
    const { theme, 'pick:27FbS': pick, ...aside } = await all();
    expect([theme, pick]).toEqual(['dark', expect.objectContaining({ id: '27FbS' })]);
    const kept = Object.entries(aside).map(([key, value]) => [/^aside:\d{4}-.*Z:(.*)$/u.exec(key)?.[1], value]);
    expect(Object.fromEntries(kept)).toEqual(odd);
    expect(await loadPicks()).toEqual({ picked: new Set(['27FbS']), broken: [] });
  });

  test('loses nothing when the copy can’t be stored.', async () => {
    await local.set(odd);
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await expect(setAside(Object.keys(odd))).rejects.toThrow('quota');
    expect(await all()).toEqual(odd);
  });

  test('has the copy stored before the original goes.', async () => {
    await local.set(odd);
    let atRemoval: Record<string, unknown> = {};
    vi.spyOn(local, 'remove').mockImplementation(async () => {
      atRemoval = await all();
    });
    await setAside(Object.keys(odd));
    expect(Object.values(atRemoval).filter((value) => value === 'x')).toHaveLength(2);
  });
});

describe('A switch', () => {
  test('writes its own key when it is turned off, and removes it when it is turned on.', async () => {
    const before = { 'off:cards': true, 'pick:28D1Y': 'odd', theme: 'dark' };
    await local.set(before);
    await setSwitch({ part: 'strip' }, false);
    expect(await all()).toEqual({ ...before, 'off:strip': true });
    await setSwitch({ part: 'strip' }, true);
    expect(await all()).toEqual(before);
  });

  test('is not lost to one that another window turns at the same moment.', async () => {
    await Promise.all(PARTS.map((part) => setSwitch({ part }, false)));
    expect((await loadSettings()).partsOff).toEqual(new Set(PARTS));
  });

  test('that could not be stored rejects, and so does reading when the storage does.', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    await expect(setSwitch({ all: true }, false)).rejects.toThrow('quota');
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('locked'));
    await expect(setSwitch({ all: true }, true)).rejects.toThrow('locked');
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(loadSettings()).rejects.toThrow('corrupt');
  });

  test('is told to those who watch, with all settings; picks are not, and nothing is after the signal.', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    watchSettings(({ on, partsOff }) => seen.push(`${on} ${[...partsOff]}`), stop.signal);
    for (const turn of [
      () => setSwitch({ part: 'cards' }, false),
      () => setSwitch({ all: true }, false),
      () => setPicked('28D1Y', 'g', true),
      () => local.set({ theme: 'dark' }),
      () => fakeBrowser.storage.session.set({ 'off:strip': true }),
      () => setSwitch({ all: true }, true),
    ]) {
      await turn();
      await quiet();
    }
    expect(seen).toEqual(['true cards', 'false cards', 'true cards']);
    stop.abort();
    await setSwitch({ part: 'cards' }, true);
    await quiet();
    expect(seen).toHaveLength(3);
  });

  test('changes nothing for those who watch picks.', async () => {
    const seen: unknown[] = [];
    watchPicks((picked) => seen.push(picked), new AbortController().signal);
    await setSwitch({ part: 'cards' }, false);
    await quiet();
    expect(seen).toEqual([]);
  });
});
