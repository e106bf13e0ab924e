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

const statusOf = ({ state }: World) => state().done?.text;

/** Undoes the last change, as the button does. */
async function undo({ state }: World): Promise<void> {
  state().done?.undo?.();
  await rest();
}

describe('a change by a press', () => {
  test.each([
    ['pick', 'Picked: ', 'No longer picked: '],
    ['watched', 'Seen: ', 'Not seen: '],
  ] as const)('shows a status and can be undone: %s', async (what, on, off) => {
    const world = await loadedSurface();
    await world.store[what]('28D1Y');
    expect(statusOf(world)).toMatch(new RegExp(`^${on}${TITLE}`, 'u'));
    await undo(world);
    expect(await stored()).toEqual({});
    expect([statusOf(world), world.state().done?.undo]).toEqual(['Undone.', undefined]);
    await world.store[what]('28D1Y');
    await world.store[what]('28D1Y');
    expect(statusOf(world)).toMatch(new RegExp(`^${off}${TITLE}`, 'u'));
  });

  test('is undone to exactly what was there', async () => {
    // From another version, with a field that this one does not know.
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

  test('is not undone when another window has changed the value since, and shows a status', async () => {
    const world = await loadedSurface();
    await world.store.pick('28D1Y');
    await local.set({ 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 9 } });
    await rest();
    await undo(world);
    expect(await stored()).toEqual({ 'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 9 } });
    expect(world.own().picked).toEqual(['28D1Y']);
    expect(statusOf(world)).toBe('Not undone: this has changed since then.');
  });

  test('of several keys is undone only for those that have not changed since', async () => {
    const world = await loadedSurface();
    const named = (id: string) => ({ id, title: id });
    const patch = { ...pickPatch(named('A'), 'g', 1, true), ...pickPatch(named('B'), 'g', 1, true) };
    await world.store.changes.apply(patch, 'Two were added.');
    await setPicked('B', 'g', false);
    await local.set({ 'pick:B': { id: 'B', guide: 'g', at: 9 } });
    await rest();
    await undo(world);
    expect(await stored()).toEqual({ 'pick:B': { id: 'B', guide: 'g', at: 9 } });
    expect(statusOf(world)).toBe('Undone.');
  });

  test('that is made twice before the browser stores it is undone one at a time', async () => {
    const world = await loadedSurface();
    const first = world.store.pick('28D1Y');
    const second = world.store.pick('28D1Y');
    expect(world.own().picked).toEqual([]);
    await Promise.all([first, second]);
    expect(await stored()).toEqual({});
    expect(statusOf(world)).toMatch(/^No longer picked: /u);
    await undo(world);
    expect(world.own().picked).toEqual(['28D1Y']);
  });

  test('that cannot be undone stays, and shows a notice', async () => {
    const world = await loadedSurface();
    await world.store.pick('28D1Y');
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('locked'));
    await undo(world);
    expect(world.own().picked).toEqual(['28D1Y']);
    expect(world.state().notice).toContain('could not be saved');
    expect(takeErrors()).toHaveLength(1);
  });
});

describe('a session that the guide no longer has', () => {
  const kelp = { id: 'ZZZ1', title: 'Kelp’s Journey' };

  test('is removed with all its data, shows a status with its title, and can be restored', async () => {
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
    expect(statusOf(world)).toBe('Removed: Kelp’s Journey');
    await undo(world);
    expect(await stored()).toEqual(before);
  });

  test('without a title shows a status with its id', async () => {
    await setPicked('ZZZ1', 'old', true);
    const world = await loadedSurface();
    await world.store.forget('ZZZ1');
    expect(statusOf(world)).toBe('Removed: Session ZZZ1');
  });

  test('keeps its title when it is picked again', async () => {
    await change(notePatch(kelp, 'old', 'Tides', 3));
    const world = await loadedSurface();
    await world.store.pick('ZZZ1');
    expect(statusOf(world)).toBe('Picked: Kelp’s Journey');
    expect(world.state().own.picks.get('ZZZ1')?.title).toBe('Kelp’s Journey');
  });
});
