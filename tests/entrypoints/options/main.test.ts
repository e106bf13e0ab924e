// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

const { local } = fakeBrowser.storage;
const findBox = (name: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.querySelector('input');
const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

/** The APIs that the fake browser lacks. */
Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
Object.assign(fakeBrowser, {
  commands: { getAll: async () => [{ name: 'next-session', shortcut: 'Alt+Shift+N' }] },
});

test('The options page renders before storage answers, then shows and follows it, and stores each press', async () => {
  localStorage.clear();
  const main = document.createElement('main');
  main.id = 'options';
  document.body.replaceChildren(main);
  await local.set({ 'off:strip': true, 'pref:theme': 'dark' });
  const get = local.get.bind(local);
  vi.spyOn(local, 'get').mockImplementation(async (keys?: unknown) => {
    await rest(20);
    return get(keys as null);
  });
  await import('../../../entrypoints/options/main.tsx');
  expect(texts('h1').map((title) => title?.trim())).toEqual(['Cilium Session Guide: options']);
  expect(document.documentElement.dataset.theme).toBe('system');
  // Pressed before storage has answered, and still stored.
  findBox('Highlights')?.click();
  await vi.waitFor(() => expect(texts('[role=status]')).toContain('Turned off: Highlights'));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(await get(null)).toEqual({ 'off:strip': true, 'off:highlights': true, 'pref:theme': 'dark' });
  expect(['Highlights', 'Toolbar above lists', 'Summaries'].map((name) => findBox(name)?.checked)).toEqual([
    false,
    false,
    true,
  ]);
  expect(texts('kbd')).toContain('Alt+Shift+N');
  await local.set({ 'pref:theme': 'light' });
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('light'));
});
