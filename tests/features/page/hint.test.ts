// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, inside, LIST, press } from './page.ts';

holdTimers();

const { local } = fakeBrowser.storage;
let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer as never);
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  openPage(`${CO_LOCATED}/list/simple`, LIST);
  await startPage(stop.signal);
  await rest();
}

const hint = () => inside('csg-strip', '.hint');
const gotIt = () => inside('csg-strip', '[data-action=hint]');
const about = () => inside('csg-strip', '[data-action=about]');
const stored = () => local.get(null);

test('The hint says what the marks mean, and “Got it” closes it for good and keeps the focus in the strip', async () => {
  await open();
  const lines = [...(hint()?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent?.trim());
  expect(lines).toEqual(['Cilium in this guide', 'words not in the guide, but mentions these words']);
  press(gotIt());
  await rest();
  expect([hint(), one('csg-strip').shadowRoot?.activeElement]).toEqual([null, about()]);
  expect(await stored()).toEqual({ 'off:hint': true });
});

test('A script cannot close the hint, not even by opening the panel', async () => {
  await open();
  gotIt()?.click();
  about()?.click();
  await rest();
  expect([hint() !== null, inside('csg-strip', '.about') !== null, await stored()]).toEqual([true, true, {}]);
});

test('Opening the panel closes the hint for good', async () => {
  await open();
  press(about());
  await rest();
  expect([hint(), inside('csg-strip', '.about') !== null]).toEqual([null, true]);
  expect(await stored()).toEqual({ 'off:hint': true });
});

test('The hint is not shown after it was closed on any page', async () => {
  await local.set({ 'off:hint': true });
  await open();
  expect([inside('csg-strip', '.tools') !== null, hint()]).toEqual([true, null]);
});

test('The hint is not shown in a frame of another site, where the panel stores nothing', async () => {
  const foreign = { location: { origin: 'https://other.example' } };
  vi.stubGlobal('parent', foreign);
  vi.stubGlobal('top', foreign);
  await open();
  expect([inside('csg-strip', '.tools') !== null, hint()]).toEqual([true, null]);
  press(about());
  await rest();
  expect(await stored()).toEqual({});
});
