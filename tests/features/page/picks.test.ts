// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pagePicks } from '../../../features/page/picks.ts';
import { setPicked } from '../../../lib/own/storage.ts';
import { rest } from './page.ts';

const { local } = fakeBrowser.storage;

let errors: unknown[];
beforeEach(() => {
  fakeBrowser.reset();
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...line) => void errors.push(line));
});
afterEach(() => void vi.restoreAllMocks());

describe('A page', () => {
  test('learns of picks in storage and in other windows, and tells its features, until the signal.', async () => {
    await setPicked('28D1Y', 'g', true);
    const stop = new AbortController();
    const picks = pagePicks('g', stop.signal);
    const seen: boolean[] = [];
    picks.subscribe(() => seen.push(picks.has('28D1Y')));
    await rest();
    await setPicked('28D1Y', 'g', false);
    await rest();
    stop.abort();
    await setPicked('28D1Y', 'g', true);
    await rest();
    expect(seen).toEqual([true, false]);
  });

  test('reads its picks again when it comes back from the back/forward cache, in which it heard of nothing.', async () => {
    const stop = new AbortController();
    const picks = pagePicks('g', stop.signal);
    await rest();
    const stored = { 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 1 } };
    vi.spyOn(local, 'get').mockResolvedValue(stored as never);
    const shown = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    shown(false);
    await rest();
    expect(picks.has('28D1Y')).toBe(false);
    shown(true);
    await rest();
    expect(picks.has('28D1Y')).toBe(true);
    stop.abort();
  });

  test('takes a pick back that could not be saved.', async () => {
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const picks = pagePicks('g', new AbortController().signal);
    picks.toggle('28D1Y', 'One');
    expect(picks.has('28D1Y')).toBe(true);
    await rest();
    expect(picks.has('28D1Y')).toBe(false);
    expect(errors).toHaveLength(1);
  });

  test('takes a pick back alone that the browser refuses late.', async () => {
    const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
    vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      if (!('pick:28D1Y' in items)) return set(items);
      await rest(20);
      throw new Error('quota');
    });
    const picks = pagePicks('g', new AbortController().signal);
    await rest();
    picks.toggle('28D1Y', 'One');
    picks.toggle('27FbS', 'Another');
    await rest(40);
    expect([picks.has('28D1Y'), picks.has('27FbS')]).toEqual([false, true]);
    expect(await local.get(null)).toHaveProperty('pick:27FbS');
  });
});
