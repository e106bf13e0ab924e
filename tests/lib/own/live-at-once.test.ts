import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type LiveCopy, liveCopy } from '../../../lib/own/live.ts';
import { pickPatch } from '../../../lib/own/patches.ts';

const { local } = fakeBrowser.storage;

test('A live copy writes in the task of the press, loaded or not, but never over a storage that failed to load', async () => {
  const set = vi.spyOn(local, 'set');
  const stored = async (live: LiveCopy) => {
    set.mockClear();
    const storing = live.apply(pickPatch({ id: 'A', title: 'Tides' }, 'g', 1, true)).catch(() => {});
    await Promise.resolve().then(() => {});
    const calls = set.mock.calls.length;
    await storing;
    return [calls, set.mock.calls.length];
  };
  const live = liveCopy(new AbortController().signal);
  expect(await stored(live)).toStrictEqual([1, 1]);
  await live.load();
  expect(await stored(live)).toStrictEqual([1, 1]);
  vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
  await live.load().catch(() => {});
  expect(await stored(live)).toStrictEqual([0, 0]);
});

test('A change waits for an earlier one if they share even one key', async () => {
  const gate = Promise.withResolvers<void>();
  const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
  vi.spyOn(local, 'set').mockImplementationOnce((async (items: Record<string, unknown>) => {
    await gate.promise;
    return set(items);
  }) as never);
  const pick = (id: string, on = true) => pickPatch({ id, title: 'Tides' }, 'g', 1, on);
  const live = liveCopy(new AbortController().signal);
  const first = live.apply(pick('A'));
  const second = live.apply({ ...pick('A', false), ...pick('B') });
  gate.resolve();
  expect([await first, await second]).toStrictEqual([{ 'pick:A': undefined }, { ...pick('A'), 'pick:B': undefined }]);
  expect(await local.get(null)).toStrictEqual(pick('B'));
});
