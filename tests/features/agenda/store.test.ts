import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeErrors } from '../../errors.ts';
import { setChoice, setPicked, stored } from '../../lib/own/stored.ts';
import { holdTimers, rest } from '../../time.ts';
import { loadedSurface } from './surface.ts';

holdTimers();

const { local } = fakeBrowser.storage;

const BROKEN = { 'pick:28D1Y': { id: 7 }, 'pick:28D0X': 'yes', 'note:27FbS': { id: '27FbS', text: 1 } };

describe('a surface', () => {
  test('shows what is stored, without a notice', async () => {
    await setPicked('28D1Y', 'g', true);
    await setChoice('zone', 'Asia/Tokyo');
    const { own, state } = await loadedSurface();
    expect(own()).toEqual({ picked: ['28D1Y'], watched: [], notes: {} });
    expect(state().settings.zone).toBe('Asia/Tokyo');
    expect([state().notice, state().done]).toEqual([undefined, undefined]);
  });

  test('knows whether the browser has a side panel', async () => {
    for (const name of ['sidePanel', 'sidebarAction']) Reflect.deleteProperty(fakeBrowser, name);
    expect((await loadedSurface()).state().noPanel).toBe(true);
    Object.assign(fakeBrowser, { sidePanel: {} });
    onTestFinished(() => void Reflect.deleteProperty(fakeBrowser, 'sidePanel'));
    expect((await loadedSurface()).state().noPanel).toBeUndefined();
  });

  test('shows once that a value could not be read, and sets it aside', async () => {
    await local.set({ 'pick:28D1Y': BROKEN['pick:28D1Y'] });
    await setPicked('27FbS', 'g', true);
    const { own, state } = await loadedSurface();
    expect(own().picked).toEqual(['27FbS']);
    expect(state().notice).toMatch(
      /^One of your picks, seen marks or notes could not be read and is not shown\..*is kept/u,
    );
    const aside = Object.entries(await stored()).filter(([key]) => /^aside:.*:pick:28D1Y$/u.test(key));
    expect(aside.map(([, value]) => value)).toEqual([{ id: 7 }]);
    const again = await loadedSurface();
    expect([again.own().picked, again.state().notice]).toEqual([['27FbS'], undefined]);
    expect(Object.keys(await stored())).toHaveLength(2);
  });

  test('counts several broken values in one notice', async () => {
    await local.set(BROKEN);
    const { state } = await loadedSurface();
    expect(state().notice).toMatch(/^3 of your picks, seen marks and notes could not be read and are not shown\./u);
    await rest();
    expect(state().own.broken).toEqual([]);
  });

  test('shows a notice when storage cannot be read, and still saves', async () => {
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('corrupt'));
    const { store, state } = await loadedSurface();
    expect(state().notice).toMatch(/could not be read.*agenda is complete/u);
    expect(takeErrors()).toHaveLength(1);
    await store.pick('28D1Y');
    expect(await stored()).toHaveProperty('pick:28D1Y');
  });

  test('shows what it can and loses nothing when broken values cannot be set aside', async () => {
    await local.set(BROKEN);
    await setPicked('27FXg', 'g', true);
    const before = await stored();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    const { own, state } = await loadedSurface();
    expect(own().picked).toEqual(['27FXg']);
    expect(state().notice).toBeDefined();
    expect(await stored()).toEqual(before);
    expect(takeErrors()).toHaveLength(1);
  });

  test('shows a pick at once, stores it with its title, and removes it on the next press', async () => {
    const { store, own } = await loadedSurface();
    const saving = store.pick('28D1Y');
    expect(own().picked).toEqual(['28D1Y']);
    await saving;
    const { 'pick:28D1Y': pick, ...rest } = await stored();
    expect(pick).toEqual({
      id: '28D1Y',
      guide: 'kubecon-na-2025',
      at: expect.any(Number),
      title: expect.stringContaining('Containing Wildfires'),
    });
    expect(rest).toEqual({});
    await store.pick('28D1Y');
    expect([own().picked, await stored()]).toEqual([[], {}]);
  });

  test('shows a seen mark at once, stores it, and removes it on the next press', async () => {
    const { store, own } = await loadedSurface();
    const saving = store.watched('27FbS');
    expect(own().watched).toEqual(['27FbS']);
    await saving;
    expect(Object.keys(await stored())).toEqual(['watched:27FbS']);
    await store.watched('27FbS');
    expect([own().watched, await stored()]).toEqual([[], {}]);
  });

  test('removes a pick that could not be saved, and shows a notice', async () => {
    const { store, own, state } = await loadedSurface();
    vi.spyOn(local, 'set').mockRejectedValue(new Error('quota'));
    expect(await store.pick('28D1Y')).toBe(false);
    expect(own().picked).toEqual([]);
    expect(state().notice).toContain('could not be saved');
    expect(state().done).toBeUndefined();
    expect(takeErrors()).toHaveLength(1);
  });

  test('follows other windows, and keeps the notice', async () => {
    await local.set({ 'pick:28D1Y': 1 });
    const { own, state } = await loadedSurface();
    await setPicked('27FbS', 'g', true);
    await rest();
    expect(own().picked).toEqual(['27FbS']);
    expect(state().notice).toBeDefined();
  });
});
