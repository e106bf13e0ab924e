// @vitest-environment happy-dom
import './one-window.ts';
import './site-access.ts';
import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Surface } from '../../../features/agenda/list/surface.ts';
import { showAgenda } from '../../../features/agenda/show.tsx';
import { allByRole, byRole, readText } from '../../components/draw.ts';
import { stored } from '../../lib/own/stored.ts';
import { emptyDocument } from './empty-document.ts';
import { doing, enter, IDS, row, rowsIn, settled, type } from './views/agenda.tsx';

const { local } = fakeBrowser.storage;

let root: HTMLElement;
/** The calls that read storage. */
let get: MockInstance;
beforeEach(() => {
  root = emptyDocument('/agenda.html');
  get = vi.spyOn(local, 'get');
});

/** Waits for the store, which is loaded after the first paint, to read storage. */
async function ready(): Promise<void> {
  await vi.waitFor(() => expect(get.mock.settledResults.map(({ type }) => type)).toContain('fulfilled'));
  await settled();
}

async function show(surface: Surface = 'page'): Promise<void> {
  await doing(() => showAgenda(surface));
  await ready();
}

const star = (id: string) => row(root, id).querySelector('.star') as HTMLElement;
const picked = () => IDS.filter((id) => star(id).getAttribute('aria-pressed') === 'true');
const field = () => root.querySelector('[role=searchbox]') as HTMLInputElement;

describe('a surface', () => {
  test('throws without its element', () => {
    root.remove();
    expect(() => showAgenda('popup')).toThrow('#agenda');
  });

  test('paints at once, before it reads storage', async () => {
    showAgenda('popup');
    expect(rowsIn(root).toSorted()).toEqual(IDS.toSorted());
    expect(root.querySelector('.agenda.popup')).not.toBeNull();
    expect(get).not.toHaveBeenCalled();
    await ready();
    expect(get).toHaveBeenCalled();
  });

  test('that was opened to print does so when stored picks are shown', async () => {
    const seen: string[][] = [];
    vi.stubGlobal('print', () => void seen.push(picked()));
    await local.set({ 'pick:27FbS': { id: '27FbS', guide: 'g', at: 1 } });
    history.replaceState(null, '', '/agenda.html?print=');
    await show('page');
    vi.unstubAllGlobals();
    expect(seen).toEqual([['27FbS']]);
    expect(location.search).toBe('');
  });

  test('loses no press that comes before storage is loaded', async () => {
    showAgenda('popup');
    await doing(() => star('27FbS').click());
    await ready();
    expect(picked()).toEqual(['27FbS']);
    expect(Object.keys(await stored())).toEqual(['pick:27FbS']);
    expect(readText(root.querySelector('.done-bar'))).toContain('Picked: TikTok');
  });

  test('first paints what another surface showed last', async () => {
    await show('popup');
    await doing(() => star('27FbS').click());
    await doing(() => byRole(root, 'button', /^My picks/u).click());
    const other = root.cloneNode(false) as HTMLElement;
    document.body.replaceChildren(other);
    root = other;
    history.replaceState(null, '', '/agenda.html');
    showAgenda('page');
    expect(rowsIn(root)).toEqual(['27FbS']);
    expect(star('27FbS').getAttribute('aria-pressed')).toBe('true');
  });

  test('puts its view into its address, and removes it again', async () => {
    await show();
    await doing(() => field().focus());
    await type(field(), 'tiktok');
    expect(rowsIn(root)).toEqual(['27FbS']);
    await vi.waitFor(() => expect(location.search).toBe('?q=tiktok'));
    await doing(() => byRole(root, 'button', 'Clear all').click());
    expect(rowsIn(root).toSorted()).toEqual(IDS.toSorted());
    await vi.waitFor(() => expect([location.pathname, location.search]).toEqual(['/agenda.html', '']));
  });

  test('updates its address once, after several changes', async () => {
    await show();
    await doing(() => field().focus());
    const replace = vi.spyOn(history, 'replaceState');
    await doing(() => {
      for (const text of ['t', 'ti', 'tik']) enter(field(), text);
      expect(replace).not.toHaveBeenCalled();
    });
    await vi.waitFor(() => expect(location.search).toBe('?q=tik'));
    expect(replace).toHaveBeenCalledOnce();
  });

  test('searches for the query in its address', async () => {
    history.replaceState(null, '', '/agenda.html?q=compressed+names');
    await show();
    expect(rowsIn(root)).toEqual(['28D2Q']);
  });

  test('shows what is stored, and follows changes', async () => {
    await local.set({ 'pick:28F61': { id: '28F61', guide: 'g', at: 1 }, 'pref:theme': 'dark', 'pref:zone': 'UTC' });
    await show();
    expect(picked()).toEqual(['28F61']);
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(readText(row(root, '28F61').querySelector('.when'))).toMatch(/^2:00 PM/u);
    await doing(() => void local.set({ 'pref:theme': 'light' }));
    await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('light'));
  });

  test('shows what could not be read until that is dismissed', async () => {
    await local.set({ 'pick:28F61': 7 });
    await show();
    await doing(() => byRole(root, 'button', 'OK').click());
    expect(allByRole(root, 'alert')).toEqual([]);
  });
});
