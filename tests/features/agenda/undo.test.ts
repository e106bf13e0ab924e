import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notePatch, pickPatch, watchedPatch } from '../../../lib/own/patches.ts';
import { change } from '../../../lib/own/storage.ts';
import { takeErrors } from '../../errors.ts';
import { setPicked, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';
import { loadedSurface, type World } from './surface.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const TITLE = 'Containing Wildfires in a Sprawling Multi-Cluster';

const said = ({ state }: World) => state().done?.text;

/** Takes the last thing back, as the button does. */
async function undo({ state }: World): Promise<void> {
  state().done?.undo?.();
  await rest();
}

describe('What a press did', () => {
  test.each([
    ['pick', 'Picked: ', 'No longer picked: '],
    ['watched', 'Seen: ', 'Not seen: '],
  ] as const)('is said with the way back: %s.', async (what, on, off) => {
    const world = await loadedSurface();
    await world.store[what]('28D1Y');
    expect(said(world)).toMatch(new RegExp(`^${on}${TITLE}`, 'u'));
    await undo(world);
    expect(await stored()).toEqual({});
    expect([said(world), world.state().done?.undo]).toEqual(['Undone.', undefined]);
    await world.store[what]('28D1Y');
    await world.store[what]('28D1Y');
    expect(said(world)).toMatch(new RegExp(`^${off}${TITLE}`, 'u'));
  });

  test('is taken back to exactly what was there.', async () => {
    // Of another version, with a field that this one does not know.
    const pick = { id: '28D1Y', guide: 'old', at: 5, colour: 'red' };
    await local.set({ 'pick:28D1Y': pick, 'watched:28D1Y': { id: '28D1Y', guide: 'old', at: 6 } });
    const before = await stored();
    const world = await loadedSurface();
    await world.store.pick('28D1Y');
    expect(world.own().picked).toEqual([]);
    await undo(world);
    expect(await stored()).toEqual(before);
    expect(world.own().picked).toEqual(['28D1Y']);
  });

  test('and what another window did since: the latter stays, and that is said.', async () => {
    const world = await loadedSurface();
    await world.store.pick('28D1Y');
    await local.set({ 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 9 } });
    await rest();
    await undo(world);
    expect(await stored()).toEqual({ 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 9 } });
    expect(world.own().picked).toEqual(['28D1Y']);
    expect(said(world)).toBe('Not undone: this has changed since then.');
  });

  test('of several keys is taken back where nothing else was done since.', async () => {
    const world = await loadedSurface();
    const named = (id: string) => ({ id, title: id });
    const patch = { ...pickPatch(named('A'), 'g', 1, true), ...pickPatch(named('B'), 'g', 1, true) };
    await world.store.changes.apply(patch, 'Two were added.');
    await setPicked('B', 'g', false);
    await local.set({ 'pick:B': { id: 'B', guide: 'g', at: 9 } });
    await rest();
    await undo(world);
    expect(await stored()).toEqual({ 'pick:B': { id: 'B', guide: 'g', at: 9 } });
    expect(said(world)).toBe('Undone.');
  });

  test('twice, faster than the browser stores, is taken back one by one.', async () => {
    const world = await loadedSurface();
    const first = world.store.pick('28D1Y');
    const second = world.store.pick('28D1Y');
    expect(world.own().picked).toEqual([]);
    await Promise.all([first, second]);
    expect(await stored()).toEqual({});
    expect(said(world)).toMatch(/^No longer picked: /u);
    await undo(world);
    expect(world.own().picked).toEqual(['28D1Y']);
  });

  test('and could not be taken back is said, and stays.', async () => {
    const world = await loadedSurface();
    await world.store.pick('28D1Y');
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('locked'));
    await undo(world);
    expect(world.own().picked).toEqual(['28D1Y']);
    expect(world.state().notice).toContain('could not be saved');
    expect(takeErrors()).toHaveLength(1);
  });
});

describe('A session that the guide no longer has', () => {
  const kelp = { id: 'ZZZ1', title: 'Kelp’s Journey' };

  test('is removed whole, said by its title, and taken back whole.', async () => {
    await change({
      ...pickPatch(kelp, 'old', 1, true),
      ...watchedPatch(kelp, 'old', 2, true),
      ...notePatch(kelp, 'old', 'Tides', 3),
    });
    await setPicked('28D1Y', 'g', true);
    const before = await stored();
    const world = await loadedSurface();
    await world.store.forget('ZZZ1');
    expect(Object.keys(await stored())).toEqual(['pick:28D1Y']);
    expect(world.own()).toEqual({ picked: ['28D1Y'], watched: [], notes: {} });
    expect(said(world)).toBe('Removed: Kelp’s Journey');
    await undo(world);
    expect(await stored()).toEqual(before);
  });

  test('without a title is said by its id.', async () => {
    await setPicked('ZZZ1', 'old', true);
    const world = await loadedSurface();
    await world.store.forget('ZZZ1');
    expect(said(world)).toBe('Removed: Session ZZZ1');
  });

  test('keeps its title when it is marked anew.', async () => {
    await change(notePatch(kelp, 'old', 'Tides', 3));
    const world = await loadedSurface();
    await world.store.pick('ZZZ1');
    expect(said(world)).toBe('Picked: Kelp’s Journey');
    expect(world.state().own.picks.get('ZZZ1')?.title).toBe('Kelp’s Journey');
  });
});
