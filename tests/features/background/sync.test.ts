import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background/index.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { asidePatch, pickPatch } from '../../../lib/own/patches.ts';
import { change, read } from '../../../lib/own/storage.ts';
import { setChoice, setPicked, stored } from '../../lib/own/stored.ts';
import {
  account,
  endBrowser,
  flush,
  NOON,
  note,
  own,
  pick,
  rest,
  startBrowser,
  status,
  switchOn,
  talk,
} from './account.ts';

const { local, sync } = fakeBrowser.storage;

beforeEach(() => {
  startBrowser();
});
afterEach(endBrowser);

test('The background adds the sync listeners while its script first runs', () => {
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => {});
  background.main();
  expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(true);
  expect(fakeBrowser.runtime.onStartup.hasListeners()).toBe(true);
});

describe('sync that is off', () => {
  test('neither reads nor writes the account', async () => {
    const calls = [vi.spyOn(sync, 'get'), vi.spyOn(sync, 'set'), vi.spyOn(sync, 'remove')];
    await setPicked('28D1Y', 'g', true);
    await setPicked('28D1Y', 'g', false);
    await setChoice('theme', 'dark');
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(calls.map(({ mock }) => mock.calls)).toEqual([[], [], []]);
    expect(await stored()).toEqual({ 'pref:theme': 'dark' });
  });

  test('leaves both copies as they are', async () => {
    await change(note('Ask why'));
    await switchOn();
    await setChoice('sync', undefined);
    await rest();
    const before = await account();
    expect(before).toEqual({ 'note:28D1Y': { v: expect.objectContaining({ text: 'Ask why' }) } });
    await change(note(''));
    await sync.set({ 'pick:28D1Y': { v: pick(5) } });
    await rest();
    expect(await own()).toEqual({});
    expect(await account()).toEqual({ ...before, 'pick:28D1Y': { v: pick(5) } });
  });
});

test('Switching sync on brings both copies up to date, and reports success', async () => {
  await local.set({ 'pick:A': pick(5, 'A'), 'pick:B': pick(5, 'B'), theme: 'dark' });
  await sync.set({ 'pick:B': { v: pick(6, 'B') }, 'pick:C': { v: pick(5, 'C') }, odd: 7, 'pick:D': 7 });
  await switchOn();
  const newest = { 'pick:A': pick(5, 'A'), 'pick:B': pick(6, 'B'), 'pick:C': pick(5, 'C') };
  expect(await own()).toEqual(newest);
  const both = Object.fromEntries(Object.entries(newest).map(([key, v]) => [key, { v }]));
  expect(await account()).toEqual({ ...both, odd: 7, 'pick:D': 7 });
  expect(await status()).toEqual({ at: expect.any(Number), ok: true });
});

describe('sync that is on', () => {
  beforeEach(switchOn);

  test('sends a pick at once and its removal as a tombstone, then writes nothing more', async () => {
    const set = vi.spyOn(sync, 'set');
    const picked = Date.now();
    await change(pickPatch(talk, 'g', picked, true));
    await flush();
    expect(await account()).toEqual({ 'pick:28D1Y': { v: pick(picked) } });
    await rest();
    await setPicked('28D1Y', 'g', false);
    await rest();
    expect(await account()).toEqual({ 'pick:28D1Y': { gone: expect.any(Number) } });
    expect(set).toHaveBeenCalledTimes(2);
    const written = vi.spyOn(local, 'set');
    await rest();
    expect(written).not.toHaveBeenCalled();
    expect(await local.get('sync:acts')).toEqual({ 'sync:acts': undefined });
  });

  test('throttles writes while a note is typed, and ends with its last text', async () => {
    const set = vi.spyOn(sync, 'set');
    const text = 'Ask why the kelp is green, and where to get more of it.';
    for (let i = 1; i <= text.length; i++) {
      await change(note(text.slice(0, i)));
      await flush();
      vi.advanceTimersByTime(100);
    }
    await rest();
    expect(await account()).toEqual({ 'note:28D1Y': { v: expect.objectContaining({ text }) } });
    expect(set.mock.calls.length).toBeLessThan(5);
  });

  test('stores changes from another device, and removes what has a tombstone', async () => {
    const set = vi.spyOn(sync, 'set');
    await sync.set({ 'pick:28D1Y': { v: pick(5) }, 'watched:28D1Y': { v: pick(5) } });
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(5), 'watched:28D1Y': pick(5) });
    await sync.set({ 'pick:28D1Y': { gone: 6 } });
    await rest();
    expect(await own()).toEqual({ 'watched:28D1Y': pick(5) });
    expect(set).toHaveBeenCalledTimes(2);
  });

  test('does not treat a received pick as the reader’s own change, so a newer tombstone removes it', async () => {
    await sync.set({ 'pick:28D1Y': { v: pick(NOON) } });
    await flush();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(NOON) });
    await sync.set({ 'pick:28D1Y': { gone: NOON + 1 } });
    await rest();
    expect(await own()).toEqual({});
    expect(await account()).toEqual({ 'pick:28D1Y': { gone: NOON + 1 } });
  });

  test('keeps an undo, although the restored note is older than its tombstone', async () => {
    await change(note('first'));
    await rest();
    const inverse = await change(note(''));
    await rest();
    await change(inverse);
    await rest();
    const kept = { 'note:28D1Y': expect.objectContaining({ text: 'first' }) };
    expect(await own()).toEqual(kept);
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(await own()).toEqual(kept);
    expect(await account()).toEqual({ 'note:28D1Y': { v: (await own())['note:28D1Y'] } });
  });

  test('accepts a pick and a note after a device with a fast clock has removed or changed them', async () => {
    const soon = Date.now() + 86_400_000;
    await sync.set({ 'pick:28D1Y': { gone: soon }, 'note:28D1Y': { v: { ...pick(soon), text: 'fast' } } });
    await rest();
    await setPicked('28D1Y', 'g', true);
    for (const text of ['s', 'sl', 'slow']) {
      await change(note(text));
      await flush();
    }
    await rest();
    const kept = await own();
    expect(kept).toMatchObject({ 'pick:28D1Y': { id: '28D1Y' }, 'note:28D1Y': { text: 'slow' } });
    expect(await account()).toEqual({
      'pick:28D1Y': { v: kept['pick:28D1Y'] },
      'note:28D1Y': { v: kept['note:28D1Y'] },
    });
  });

  test('does not overwrite what a window stores during an exchange', async () => {
    vi.spyOn(sync, 'get').mockImplementationOnce(async () => {
      await change(note('typed meanwhile', Date.now() + 5));
      return { 'note:28D1Y': { v: { ...pick(Date.now()), text: 'from another device' } } };
    });
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(await own()).toEqual({ 'note:28D1Y': expect.objectContaining({ text: 'typed meanwhile' }) });
    expect(await account()).toEqual({ 'note:28D1Y': { v: (await own())['note:28D1Y'] } });
  });

  test('loses nothing when windows write at once', async () => {
    await Promise.all([...'ABCDEFGH'].map((id) => setPicked(id, 'g', true)));
    await Promise.all([setPicked('A', 'g', false), change(note('Hm')), setPicked('I', 'g', true)]);
    await rest();
    expect(Object.keys(await own()).sort()).toEqual(
      [...[...'BCDEFGHI'].map((id) => `pick:${id}`), 'note:28D1Y'].sort(),
    );
    expect(Object.keys(await account())).toHaveLength(10);
  });

  test('keeps a note of 10,000 characters on this device, and counts it as skipped', async () => {
    await change(note('x'.repeat(NOTE_MAX)));
    await setPicked('28D1Y', 'g', true);
    await rest();
    expect(Object.keys(await account())).toEqual(['pick:28D1Y']);
    expect(Object.keys(await own())).toEqual(['note:28D1Y', 'pick:28D1Y']);
    expect(await status()).toEqual({ at: expect.any(Number), ok: true, skipped: 1 });
  });

  test('reports a full account', async () => {
    const id = (i: number) => `S${String(i).padStart(4, '0')}`;
    await sync.set(Object.fromEntries(Array.from({ length: 512 }, (_, i) => [`pick:${id(i)}`, { v: pick(5, id(i)) }])));
    await local.set({ 'pick:28D1Y': pick(6) });
    await switchOn();
    expect(await status()).toMatchObject({ ok: true, skipped: 1, full: true });
  });

  test('does not treat a value that is set aside as removed, and takes the account’s value', async () => {
    await local.set({ 'pick:28D1Y': 7 });
    await sync.set({ 'pick:28D1Y': { v: pick(5) } });
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': 7 });
    await change(asidePatch(await read('local'), ['pick:28D1Y'], NOON));
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(5) });
    expect(await account()).toEqual({ 'pick:28D1Y': { v: pick(5) } });
  });

  test('sends a removal on startup that was pending when the browser ended the script', async () => {
    await sync.set({ 'pick:28D1Y': { v: pick(5) } });
    await rest();
    fakeBrowser.storage.onChanged.removeAllListeners();
    await local.remove('pick:28D1Y');
    await local.set({ 'sync:acts': { 'pick:28D1Y': NOON } });
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(await account()).toEqual({ 'pick:28D1Y': { gone: NOON } });
    expect(await own()).toEqual({});
  });
});
