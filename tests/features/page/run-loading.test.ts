// @vitest-environment happy-dom
/** The features on a list that is still loading. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageOwn } from '../../../features/page/own.ts';
import { startFeatures } from '../../../features/page/run.ts';
import { PARTS } from '../../../lib/own/settings.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { ALL, answer, askBy, bar, inside, LIST, memorySettings, pageState, press } from './page.ts';

holdTimers();

let stop: AbortController;
let state: DocumentReadyState;

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => stop.abort());

const load = async () => {
  state = 'loading';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  openPage(`${CO_LOCATED}/list/simple`, LIST);
  const before = document.documentElement.outerHTML;
  startFeatures(new Set(PARTS), await pageOwn(stop.signal), memorySettings(), askBy(answer), stop.signal);
  await rest();
  return before;
};
const parse = async () => {
  state = 'interactive';
  document.dispatchEvent(new Event('readystatechange'));
  await rest();
};

test('A loading list shows guide sessions at once, and mentions when it is complete', async () => {
  await load();
  expect(pageState()).toEqual({ ...ALL, mentions: [], quiet: [] });
  await parse();
  expect(pageState()).toEqual(ALL);
});

const counts = () => !one('csg-strip').hidden && inside('csg-strip', '.counts')?.textContent;

test('The strip waits until a list is complete, because a growing count shifts the layout', async () => {
  await load();
  expect(counts()).toBe(false);
  await parse();
  expect(counts()).toBe('2 guide sessions, 2 mentions');
});

test('A list that is still loading after ten seconds is treated as complete', async () => {
  await load();
  await rest(9_000);
  one('.list-simple').insertAdjacentHTML('beforeend', bar('28AA3'));
  await rest(900);
  expect([pageState().mentions, counts()]).toEqual([[], false]);
  await rest(100);
  expect(pageState()).toEqual(ALL);
  expect(counts()).toBe('2 guide sessions, 2 mentions');
  press(inside('csg-strip', '[data-action=only]'));
  expect(document.documentElement.dataset.csgOnly).toBe('');
  one('.list-simple').insertAdjacentHTML('beforeend', bar('28D0X') + bar('28AA4', 'Cilium'));
  await rest();
  expect(counts()).toBe('3 guide sessions, 3 mentions');
  await parse();
  expect(counts()).toBe('3 guide sessions, 3 mentions');
});

test.each([0, 20_000])(
  'Everything on a loading list is removed when the signal aborts, and does not come back (after %i ms)',
  async (ms) => {
    const before = await load();
    await rest(ms);
    stop.abort();
    await parse();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  },
);
