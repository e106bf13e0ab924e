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

test('The background starts it while its script is first run.', () => {
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => {});
  background.main();
  expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(true);
  expect(fakeBrowser.runtime.onStartup.hasListeners()).toBe(true);
});

describe('While it is off', () => {
  test('the account is neither read nor written, whatever happens.', async () => {
    const calls = [vi.spyOn(sync, 'get'), vi.spyOn(sync, 'set'), vi.spyOn(sync, 'remove')];
    await setPicked('28D1Y', 'g', true);
    await setPicked('28D1Y', 'g', false);
    await setChoice('theme', 'dark');
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(calls.map(({ mock }) => mock.calls)).toEqual([[], [], []]);
    expect(await stored()).toEqual({ 'pref:theme': 'dark' });
  });

  test('both copies stay as they are.', async () => {
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

test('Switching it on brings both to the newest, and says so.', async () => {
  await local.set({ 'pick:A': pick(5, 'A'), 'pick:B': pick(5, 'B'), theme: 'dark' });
  await sync.set({ 'pick:B': { v: pick(6, 'B') }, 'pick:C': { v: pick(5, 'C') }, odd: 7, 'pick:D': 7 });
  await switchOn();
  const newest = { 'pick:A': pick(5, 'A'), 'pick:B': pick(6, 'B'), 'pick:C': pick(5, 'C') };
  expect(await own()).toEqual(newest);
  const both = Object.fromEntries(Object.entries(newest).map(([key, v]) => [key, { v }]));
  expect(await account()).toEqual({ ...both, odd: 7, 'pick:D': 7 });
  expect(await status()).toEqual({ at: expect.any(Number), ok: true });
});

describe('While it is on', () => {
  beforeEach(switchOn);

  test('a pick reaches the account at once, and its removal as a tombstone; then all is quiet.', async () => {
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

  test('a note that is being typed is written to the account now and then, at last as it is.', async () => {
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

  test('what another device tells is taken over, once, and a tombstone removes.', async () => {
    const set = vi.spyOn(sync, 'set');
    await sync.set({ 'pick:28D1Y': { v: pick(5) }, 'watched:28D1Y': { v: pick(5) } });
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(5), 'watched:28D1Y': pick(5) });
    await sync.set({ 'pick:28D1Y': { gone: 6 } });
    await rest();
    expect(await own()).toEqual({ 'watched:28D1Y': pick(5) });
    expect(set).toHaveBeenCalledTimes(2);
  });

  test('what was taken over is nothing that the reader did, so it goes again when it is gone.', async () => {
    await sync.set({ 'pick:28D1Y': { v: pick(NOON) } });
    await flush();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(NOON) });
    await sync.set({ 'pick:28D1Y': { gone: NOON + 1 } });
    await rest();
    expect(await own()).toEqual({});
    expect(await account()).toEqual({ 'pick:28D1Y': { gone: NOON + 1 } });
  });

  test('an undo stays, though it brings back what is older than its tombstone.', async () => {
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

  test('what a device with a fast clock removed or changed can be picked again, and changed.', async () => {
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

  test('what a window stores during an exchange is not overwritten.', async () => {
    vi.spyOn(sync, 'get').mockImplementationOnce(async () => {
      await change(note('typed meanwhile', Date.now() + 5));
      return { 'note:28D1Y': { v: { ...pick(Date.now()), text: 'from another device' } } };
    });
    await fakeBrowser.runtime.onStartup.trigger();
    await rest();
    expect(await own()).toEqual({ 'note:28D1Y': expect.objectContaining({ text: 'typed meanwhile' }) });
    expect(await account()).toEqual({ 'note:28D1Y': { v: (await own())['note:28D1Y'] } });
  });

  test('two windows that write at once lose nothing.', async () => {
    await Promise.all([...'ABCDEFGH'].map((id) => setPicked(id, 'g', true)));
    await Promise.all([setPicked('A', 'g', false), change(note('Hm')), setPicked('I', 'g', true)]);
    await rest();
    expect(Object.keys(await own()).sort()).toEqual(
      [...[...'BCDEFGHI'].map((id) => `pick:${id}`), 'note:28D1Y'].sort(),
    );
    expect(Object.keys(await account())).toHaveLength(10);
  });

  test('a note of 10,000 characters stays on this device, and is counted.', async () => {
    await change(note('x'.repeat(NOTE_MAX)));
    await setPicked('28D1Y', 'g', true);
    await rest();
    expect(Object.keys(await account())).toEqual(['pick:28D1Y']);
    expect(Object.keys(await own())).toEqual(['note:28D1Y', 'pick:28D1Y']);
    expect(await status()).toEqual({ at: expect.any(Number), ok: true, skipped: 1 });
  });

  test('a full account is said as such.', async () => {
    const id = (i: number) => `S${String(i).padStart(4, '0')}`;
    await sync.set(Object.fromEntries(Array.from({ length: 512 }, (_, i) => [`pick:${id(i)}`, { v: pick(5, id(i)) }])));
    await local.set({ 'pick:28D1Y': pick(6) });
    await switchOn();
    expect(await status()).toMatchObject({ ok: true, skipped: 1, full: true });
  });

  test('a value that is set aside is no removal, and the account’s takes its place.', async () => {
    await local.set({ 'pick:28D1Y': 7 });
    await sync.set({ 'pick:28D1Y': { v: pick(5) } });
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': 7 });
    await change(asidePatch(await read('local'), ['pick:28D1Y'], NOON));
    await rest();
    expect(await own()).toEqual({ 'pick:28D1Y': pick(5) });
    expect(await account()).toEqual({ 'pick:28D1Y': { v: pick(5) } });
  });

  test('what was done before the browser ended the script reaches the account when it starts.', async () => {
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
