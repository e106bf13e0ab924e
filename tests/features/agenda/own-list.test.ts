import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownList } from '../../../features/agenda/own-list.ts';
import type { Own } from '../../../lib/own/own.ts';
import { notePatch, pickPatch, vanishedPatch, watchedPatch } from '../../../lib/own/own-changes.ts';
import { setPicked, setSwitch } from '../../../lib/own/storage.ts';
import { rest } from '../page/page.ts';

const { local } = fakeBrowser.storage;
const all = () => local.get(null) as Promise<Record<string, unknown>>;
const talk = (id: string) => ({ id, title: `Talk ${id}` });
const pick = (id: string, on = true, at = 1) => pickPatch(talk(id), 'g', at, on);

/** What was shown, first to last: the ids of picks. */
let shown: string[][];
let last: Own;
beforeEach(() => {
  fakeBrowser.reset();
  shown = [];
});
afterEach(() => void vi.restoreAllMocks());

function list(signal = new AbortController().signal) {
  return ownList((own) => {
    last = own;
    shown.push([...own.picks.keys()]);
  }, signal);
}

/** The browser takes a while to store what has one of the keys, and may then refuse. */
function slow(key: string, refuses = false) {
  const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
  vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
    if (!(key in items)) return set(items);
    await rest(20);
    if (refuses) throw new Error('quota');
    return set(items);
  });
}

describe('The list of the reader’s own', () => {
  test('shows what is stored, and resolves with it.', async () => {
    await setPicked('A', 'g', true);
    await local.set({
      ...watchedPatch(talk('A'), 'g', 1, true),
      ...notePatch(talk('B'), 'g', 'Tides', 1),
      'note:C': 7,
    });
    const own = await list().load();
    expect(own).toEqual(last);
    expect([[...own.picks.keys()], [...own.watched.keys()], own.notes.get('B')?.text, own.broken]).toEqual([
      ['A'],
      ['A'],
      'Tides',
      ['note:C'],
    ]);
  });

  test('shows nothing and rejects when nothing can be read.', async () => {
    vi.spyOn(local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(list().load()).rejects.toThrow('corrupt');
    expect(shown).toEqual([]);
  });

  test('shows a change at once, and once it is stored still.', async () => {
    slow('pick:A');
    const own = list();
    const storing = own.apply(pick('A'));
    expect(shown).toEqual([['A']]);
    expect(await all()).toEqual({});
    expect(await storing).toEqual({ 'pick:A': undefined });
    expect(shown.at(-1)).toEqual(['A']);
    expect(await all()).toEqual(pick('A'));
  });

  test('shows what was before, and rejects, when the browser refuses.', async () => {
    slow('pick:A', true);
    const own = list();
    await setPicked('B', 'g', true);
    await own.load();
    const refused = own.apply({ ...pick('A'), ...pick('B', false) });
    expect(last.picks.has('A')).toBe(true);
    await expect(refused).rejects.toThrow('quota');
    expect(shown.at(-1)).toEqual(['B']);
    expect(Object.keys(await all())).toEqual(['pick:B']);
  });

  test('takes no later change of the same key back with one that is refused late.', async () => {
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
    expect(shown.at(-1)).toEqual(['A']);
    await later;
    expect(last.picks.get('A')?.at).toBe(9);
    expect(await all()).toEqual(pick('A', true, 9));
  });

  test('knows what takes each of two changes back, however fast they come.', async () => {
    slow('pick:A');
    const own = list();
    const [first, second] = await Promise.all([own.apply(pick('A')), own.apply(pick('A', false))]);
    expect(first).toEqual({ 'pick:A': undefined });
    expect(second).toEqual(pick('A'));
    expect(await all()).toEqual({});
  });

  test('lets changes of other keys not wait for each other.', async () => {
    slow('pick:A');
    const own = list();
    const order: string[] = [];
    await Promise.all([
      own.apply(pick('A')).then(() => order.push('A')),
      own.apply(pick('B')).then(() => order.push('B')),
    ]);
    expect(order).toEqual(['B', 'A']);
  });

  test('leaves out of an undo what holds something else by now, and shows that.', async () => {
    const own = list();
    const patch = { ...pick('A'), ...pick('B') };
    const inverse = await own.apply(patch);
    await local.set(pick('B', true, 9));
    const undone = own.apply(inverse, patch);
    await undone;
    await rest();
    expect(await undone).toEqual(pick('A'));
    expect([shown.at(-1), last.picks.get('B')?.at]).toEqual([['B'], 9]);
    expect(await all()).toEqual(pick('B', true, 9));
  });

  test('removes and brings back all of a session in one change.', async () => {
    const own = list();
    await own.apply({ ...pick('A'), ...notePatch(talk('A'), 'g', 'Tides', 1) });
    const before = await all();
    const inverse = await own.apply(vanishedPatch('A'));
    expect(await all()).toEqual({});
    await own.apply(inverse);
    expect(await all()).toEqual(before);
    expect(last.notes.get('A')?.text).toBe('Tides');
  });
});

describe('Another window', () => {
  test('that changes something is followed, with what is still on its way here.', async () => {
    slow('pick:A');
    const own = list();
    await own.load();
    const storing = own.apply(pick('A'));
    await setPicked('B', 'g', true);
    await rest(5);
    expect(shown.at(-1)?.sort()).toEqual(['A', 'B']);
    await storing;
    await rest(5);
    expect(shown.at(-1)?.sort()).toEqual(['A', 'B']);
  });

  test('that changes something else is none of its concern.', async () => {
    const own = list();
    await own.load();
    await setSwitch({ all: true }, false);
    await rest(5);
    expect(shown).toHaveLength(1);
  });

  test('is followed until the signal, and nothing is shown after it.', async () => {
    const stop = new AbortController();
    const own = list(stop.signal);
    await own.load();
    stop.abort();
    await setPicked('B', 'g', true);
    await own.apply(pick('A'));
    await rest(5);
    expect(shown).toEqual([[]]);
    expect(Object.keys(await all()).sort()).toEqual(['pick:A', 'pick:B']);
  });
});
