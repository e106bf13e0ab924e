// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { DEFAULTS } from '../../../lib/own/settings.ts';
import { takeErrors } from '../../errors.ts';
import { setPicked, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';
import { bytes, EVERYTHING, makeFile, only, opened, TAKEN, type World } from './options-world.ts';

holdTimers();

const { local, sync, session } = fakeBrowser.storage;

let world: World;
beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  world.stop.abort();
});

/** Opens the page over these stored values, and returns the file that it saves. */
async function exported(stored: Record<string, unknown>): Promise<string> {
  await local.set(stored);
  world = await opened();
  await world.store.exportFile();
  const [[name, text] = ['', '']] = [...world.files];
  expect(name).toBe(`${guide.id}-backup.json`);
  return text;
}

describe('a backup file', () => {
  test('restores storage as it was, after everything was removed', async () => {
    const text = await exported(only(TAKEN));
    const before = await stored();
    await world.store.resetAll();
    expect(await stored()).toEqual({});
    expect(await world.store.importFile(makeFile(text))).toBeUndefined();
    expect(await stored()).toEqual(before);
    expect(world.state().done?.text).toBe(`${TAKEN.length} items added.`);
  });

  test('does not overwrite what another window stores during the import', async () => {
    const text = await exported(only(TAKEN));
    await local.clear();
    const note = { id: '28D1Y', guide: guide.id, at: 9, text: 'Written just now' };
    const get = local.get.bind(local);
    vi.spyOn(local, 'get').mockImplementationOnce(async (keys?: unknown) => {
      await local.set({ 'note:28D1Y': note });
      return get(keys as null);
    });
    await world.store.importFile(makeFile(text));
    expect(await stored()).toEqual({ ...only(TAKEN), 'note:28D1Y': note });
  });

  test('replaces a value that cannot be read, which is set aside', async () => {
    const text = await exported(only(TAKEN));
    await local.set({ 'pick:28D1Y': { id: 7 } });
    await world.store.importFile(makeFile(text));
    expect(await stored()).toMatchObject(only(TAKEN));
    const aside = Object.entries(await stored()).filter(([key]) => key.startsWith('aside:'));
    expect(aside.map(([, value]) => value)).toEqual([{ id: 7 }]);
  });
});

describe('removing everything', () => {
  beforeEach(async () => {
    await local.set(EVERYTHING);
    await sync.set({ 'pick:28D1Y': { v: EVERYTHING['pick:28D1Y'] }, 'pick:2aaaa': { gone: 5 } });
    await session.set({ 'frames:7': { 0: ['28D1Y'] } });
    localStorage.setItem('csg:first', '{"view":"?q=bgp",  "stored":{}}');
  });

  test('leaves only the counts for the badge, and can be undone byte for byte', async () => {
    world = await opened();
    const first = localStorage.getItem('csg:first');
    const before = await bytes();
    await world.store.resetAll();
    expect(await Promise.all([local, sync, session].map((area) => area.get(null)))).toEqual([
      {},
      {},
      { 'frames:7': { 0: ['28D1Y'] } },
    ]);
    expect(localStorage).toHaveLength(0);
    const { own, settings, stored, done, removed } = world.state();
    expect([own.picks.size, settings]).toEqual([0, DEFAULTS]);
    expect(stored.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual(['tabs']);
    expect([done?.text, removed?.accountStays]).toEqual(['Everything was removed.', false]);
    removed?.undo();
    await rest(20);
    expect(localStorage.getItem('csg:first')).toBe(first);
    expect(await bytes()).toBe(before);
    expect([world.state().removed, world.state().done?.text]).toEqual([undefined, 'Everything was restored.']);
  });

  test('can be undone after other changes, and keeps what was stored since', async () => {
    world = await opened();
    await world.store.resetAll();
    await setPicked('28D1Y', 'newer', true);
    await world.store.prefer('accent', 'sky');
    world.state().removed?.undo();
    await rest(20);
    const { 'pick:28D1Y': pick, ...others } = await stored();
    expect(pick).toMatchObject({ guide: 'newer' });
    const { 'pick:28D1Y': _, ...all } = EVERYTHING;
    expect(others).toEqual({ ...all, 'pref:accent': 'sky' });
  });

  test('shows a notice and changes nothing when the browser refuses', async () => {
    world = await opened();
    const before = await bytes();
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('locked'));
    await world.store.resetAll();
    expect(await bytes()).toBe(before);
    expect(world.state().notice).toMatch(/could not be saved/u);
    expect([world.state().removed, world.state().own.picks.size]).toEqual([undefined, 2]);
    expect(takeErrors()).toHaveLength(1);
  });

  test('reports that the browser’s account keeps its copy when that cannot be removed', async () => {
    world = await opened();
    vi.spyOn(sync, 'remove').mockRejectedValue(new Error('offline'));
    await world.store.resetAll();
    expect(await stored()).toEqual({});
    expect(world.state().removed?.accountStays).toBe(true);
    expect(Object.keys(await sync.get(null))).toHaveLength(2);
    expect(takeErrors()).toHaveLength(1);
  });
});

describe('resetting the options', () => {
  test('restores the defaults, keeps everything else, and can be undone', async () => {
    await local.set(EVERYTHING);
    world = await opened();
    const before = await stored();
    await world.store.resetChoices();
    const gone = ['pref:theme', 'pref:accent', 'pref:alarm', 'off:strip', 'off:host:example.sched.com'];
    expect(await stored()).toEqual(only(Object.keys(EVERYTHING).filter((key) => !gone.includes(key))));
    world.state().done?.undo?.();
    await rest();
    expect(await stored()).toEqual(before);
  });

  test('reports when there is nothing to reset', async () => {
    world = await opened();
    await world.store.resetChoices();
    expect(world.state().done?.text).toMatch(/Nothing was changed/u);
  });
});
