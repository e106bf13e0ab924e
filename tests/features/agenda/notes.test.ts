import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { notePatch } from '../../../lib/own/patches.ts';
import { change } from '../../../lib/own/storage.ts';
import { takeErrors } from '../../errors.ts';
import { holdTimers, rest } from '../../time.ts';
import { loadedSurface } from './surface.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const ID = '28D1Y';
const stored = async () => ((await local.get(null)) as Record<string, { text: string }>)[`note:${ID}`]?.text;

/** The texts that were written, in order. */
let written: (string | undefined)[];
beforeEach(() => {
  written = [];
  const set = local.set.bind(local) as (items: Record<string, unknown>) => Promise<void>;
  vi.spyOn(local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
    written.push((items[`note:${ID}`] as { text?: string } | undefined)?.text);
    await rest(5);
    return set(items);
  });
});

describe('a note', () => {
  test('is stored at once, and then only with the last text that was written meanwhile', async () => {
    const { store, own } = await loadedSurface();
    const texts = ['A', 'As', 'Ask', 'Ask ', 'Ask t'];
    const first = store.note(ID, 'A');
    for (const text of texts.slice(1)) void store.note(ID, text);
    await first;
    expect(written).toEqual(['A', 'Ask t']);
    expect([await stored(), own().notes]).toEqual(['Ask t', { [ID]: 'Ask t' }]);
    await store.note(ID, 'Ask tides');
    expect(await stored()).toBe('Ask tides');
  });

  test('does not wait for the note of another session', async () => {
    const { store, own } = await loadedSurface();
    const slow = store.note(ID, 'A');
    await store.note('27FbS', 'B');
    await slow;
    expect(own().notes).toEqual({ [ID]: 'A', '27FbS': 'B' });
  });

  test('is stored without a status, but removing it shows one and can be undone', async () => {
    const { store, state, own } = await loadedSurface();
    await store.note(ID, 'Ask about tides');
    expect(state().done).toBeUndefined();
    await store.note(ID, ' \n');
    expect(own().notes).toEqual({});
    expect(await stored()).toBeUndefined();
    expect(state().done?.text).toMatch(/^Note removed: Containing Wildfires/u);
    state().done?.undo?.();
    await vi.waitFor(async () => expect(await stored()).toBe('Ask about tides'));
  });

  test('that was written again is not replaced by undoing a removal, and shows a status', async () => {
    const { store, state } = await loadedSurface();
    await store.note(ID, 'Old');
    await store.note(ID, '');
    const undo = state().done?.undo;
    await store.note(ID, 'New');
    undo?.();
    await vi.waitFor(() => expect(state().done?.text).toBe('Not undone: this has changed since then.'));
    expect(await stored()).toBe('New');
  });

  test('that never existed shows no status when it is emptied', async () => {
    const { store, state } = await loadedSurface();
    await store.note(ID, '  ');
    expect([state().done, await local.get(null)]).toEqual([undefined, {}]);
  });

  test('that cannot be saved returns to the stored text, and the next one is saved', async () => {
    await change(notePatch({ id: ID, title: 'x' }, 'g', 'Old', 1));
    const { store, state, own } = await loadedSurface();
    vi.mocked(local.set).mockRejectedValueOnce(new Error('quota'));
    await store.note(ID, 'New');
    expect([own().notes[ID], await stored()]).toEqual(['Old', 'Old']);
    expect(state().notice).toContain('could not be saved');
    await store.note(ID, 'Newer');
    expect([own().notes[ID], await stored()]).toEqual(['Newer', 'Newer']);
    expect(takeErrors()).toHaveLength(1);
  });

  test('that is too long shows a notice, and the next one is saved', async () => {
    const { store, state, own } = await loadedSurface();
    await store.note(ID, 'x'.repeat(NOTE_MAX + 1));
    expect(own().notes).toEqual({});
    expect(state().notice).toContain('could not be saved');
    await store.note(ID, 'x'.repeat(NOTE_MAX));
    expect((await stored())?.length).toBe(NOTE_MAX);
    expect(takeErrors()).toHaveLength(1);
  });
});
