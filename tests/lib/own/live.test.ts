import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type LiveCopy, liveCopy } from '../../../lib/own/live.ts';
import { isOwnKey, type Own, readOwn } from '../../../lib/own/own.ts';
import { notePatch, pickPatch, vanishedPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { holdTimers, rest } from '../../time.ts';
import { setPicked, setSwitch, stored } from './stored.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const talk = (id: string) => ({ id, title: `Talk ${id}` });
const pick = (id: string, on = true, at = 1) => pickPatch(talk(id), 'g', at, on);

/** The ids of the picks at each call of the subscriber, in order. */
let shown: string[][];
let last: Own;
beforeEach(() => {
  shown = [];
});

/** A live copy with a subscriber to the reader's records. */
function list(signal = new AbortController().signal): LiveCopy {
  const live = liveCopy(signal);
  const show = () => {
    last = readOwn(live.values());
    shown.push([...last.picks.keys()]);
  };
  live.subscribe(isOwnKey, show, signal);
  return live;
}

/** Makes storing the key slow, and optionally rejects it. */
function slow(key: string, refuses = false) {
  const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
  vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
    if (!(key in items)) return set(items);
    await rest(20);
    if (refuses) throw new Error('quota');
    return set(items);
  });
}

describe('a live copy', () => {
  test('shows what is stored', async () => {
    await setPicked('A', 'g', true);
    await local.set({
      ...watchedPatch(talk('A'), 'g', 1, true),
      ...notePatch(talk('B'), 'g', 'Tides', 1),
      'note:C': 7,
    });
    await list().load();
    expect([[...last.picks.keys()], [...last.watched.keys()], last.notes.get('B')?.text, last.broken]).toStrictEqual([
      ['A'],
      ['A'],
      'Tides',
      ['note:C'],
    ]);
  });

  test('rejects and shows nothing if the storage can’t be read', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(list().load()).rejects.toThrow('corrupt');
    expect(shown).toStrictEqual([]);
  });

  test('shows a change at once, and still shows it once it is stored', async () => {
    slow('pick:A');
    const own = list();
    const storing = own.apply(pick('A'));
    expect(shown).toStrictEqual([['A']]);
    expect(await stored()).toStrictEqual({});
    expect(await storing).toStrictEqual({ 'pick:A': undefined });
    expect(shown.at(-1)).toStrictEqual(['A']);
    expect(await stored()).toStrictEqual(pick('A'));
  });

  test('rejects and reverts a change that the browser refuses', async () => {
    slow('pick:A', true);
    const own = list();
    await setPicked('B', 'g', true);
    await own.load();
    const refused = own.apply({ ...pick('A'), ...pick('B', false) });
    expect(last.picks.has('A')).toBe(true);
    await expect(refused).rejects.toThrow('quota');
    expect(shown.at(-1)).toStrictEqual(['B']);
    expect(Object.keys(await stored())).toStrictEqual(['pick:B']);
  });

  test('keeps a later change of the same key when an earlier one is refused', async () => {
    await setPicked('A', 'g', true);
    vi.spyOn(local, 'remove').mockImplementationOnce(async () => {
      await rest(20);
      throw new Error('locked');
    });
    const own = list();
    await own.load();
    const refused = own.apply(pick('A', false));
    const later = own.apply(pick('A', true, 9));
    await expect(refused).rejects.toThrow('locked');
    expect(shown.at(-1)).toStrictEqual(['A']);
    await later;
    expect(last.picks.get('A')?.at).toBe(9);
    expect(await stored()).toStrictEqual(pick('A', true, 9));
  });

  test('returns the right inverse of each of two quick changes', async () => {
    slow('pick:A');
    const own = list();
    const [first, second] = await Promise.all([own.apply(pick('A')), own.apply(pick('A', false))]);
    expect(first).toStrictEqual({ 'pick:A': undefined });
    expect(second).toStrictEqual(pick('A'));
    expect(await stored()).toStrictEqual({});
  });

  test('stores changes of different keys independently', async () => {
    slow('pick:A');
    const own = list();
    const order: string[] = [];
    await Promise.all([
      own.apply(pick('A')).then(() => order.push('A')),
      own.apply(pick('B')).then(() => order.push('B')),
    ]);
    expect(order).toStrictEqual(['B', 'A']);
  });

  test('undoes only keys that nothing else has changed since', async () => {
    const own = list();
    const patch = { ...pick('A'), ...pick('B') };
    const inverse = await own.apply(patch);
    await local.set(pick('B', true, 9));
    const undone = own.apply(inverse, patch);
    await undone;
    await rest();
    expect(await undone).toStrictEqual(pick('A'));
    expect([shown.at(-1), last.picks.get('B')?.at]).toStrictEqual([['B'], 9]);
    expect(await stored()).toStrictEqual(pick('B', true, 9));
  });

  test('removes and restores everything of a session in one change', async () => {
    const own = list();
    await own.apply({ ...pick('A'), ...notePatch(talk('A'), 'g', 'Tides', 1) });
    const before = await stored();
    const inverse = await own.apply(vanishedPatch('A'));
    expect(await stored()).toStrictEqual({});
    await own.apply(inverse);
    expect(await stored()).toStrictEqual(before);
    expect(last.notes.get('A')?.text).toBe('Tides');
  });
});

describe('a change in another window', () => {
  test('is shown together with a local change that is still being stored', async () => {
    slow('pick:A');
    const own = list();
    await own.load();
    const storing = own.apply(pick('A'));
    await setPicked('B', 'g', true);
    await rest(5);
    expect(shown.at(-1)?.sort()).toStrictEqual(['A', 'B']);
    await storing;
    await rest(5);
    expect(shown.at(-1)?.sort()).toStrictEqual(['A', 'B']);
  });

  test('calls no subscriber if it concerns other keys', async () => {
    const own = list();
    await own.load();
    await setSwitch({ all: true }, false);
    await rest(5);
    expect(shown).toHaveLength(1);
  });

  test('is ignored, like a local one, after the signal aborts', async () => {
    const stop = new AbortController();
    const own = list(stop.signal);
    await own.load();
    stop.abort();
    await setPicked('B', 'g', true);
    await own.apply(pick('A'));
    await rest(5);
    expect(shown).toStrictEqual([[]]);
    expect(Object.keys(await stored()).sort()).toStrictEqual(['pick:A', 'pick:B']);
  });
});

describe('the storage', () => {
  test('is read once; after that, change events are enough', async () => {
    const own = list();
    await own.load();
    const get = vi.spyOn(local, 'get');
    await local.set(pick('A'));
    await local.set(pick('B'));
    await local.remove('pick:A');
    expect([shown, get.mock.calls]).toStrictEqual([[[], ['A'], ['A', 'B'], ['B']], []]);
  });

  test('never overwrites newer changes with a late answer', async () => {
    await local.set({ ...pick('A'), ...pick('B') });
    const get = local.get.bind(local) as (keys: null) => Promise<Record<string, unknown>>;
    vi.spyOn(local, 'get').mockImplementationOnce(async () => {
      const old = await get(null);
      await rest(20);
      return old;
    });
    const own = list();
    const loading = own.load();
    await rest(5);
    await local.remove('pick:A');
    await local.set(pick('C'));
    await loading;
    expect(shown.at(-1)?.sort()).toStrictEqual(['B', 'C']);
  });

  test('calls no subscriber if it reports a value that is already shown', async () => {
    const own = list();
    await own.load();
    await own.apply(pick('A'));
    await fakeBrowser.storage.onChanged.trigger({ 'pick:A': { newValue: pick('A')['pick:A'] } }, 'local');
    expect(shown).toStrictEqual([[], ['A']]);
  });

  test('can be loaded again after a failed read', async () => {
    const own = list();
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('corrupt'));
    await expect(own.load()).rejects.toThrow('corrupt');
    expect([own.isLoaded(), shown]).toStrictEqual([false, []]);
    await own.load();
    expect([own.isLoaded(), shown]).toStrictEqual([true, [[]]]);
  });
});

test('A subscriber is called for its own keys only, until its signal aborts', async () => {
  const live = liveCopy(new AbortController().signal);
  const until = new AbortController();
  const calls: unknown[] = [];
  live.subscribe(
    (key) => key === 'off:cards',
    () => calls.push(live.values()['off:cards']),
    until.signal,
  );
  await live.load();
  await setSwitch({ part: 'cards' }, false);
  await live.apply(pick('A'));
  until.abort();
  await setSwitch({ part: 'cards' }, true);
  expect(calls).toStrictEqual([undefined, true]);
});
