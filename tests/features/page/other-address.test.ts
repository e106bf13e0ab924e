// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, LIST, pageState, TITLE } from './page.ts';

holdTimers();

const navigation = new EventTarget();
let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  vi.stubGlobal('navigation', navigation);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(answer as never);
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** Navigates as the page's own script does, and draws the new content a moment later. */
async function goTo(path: string, content: string): Promise<void> {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(CO_LOCATED + path);
  navigation.dispatchEvent(new Event('currententrychange'));
  await rest();
  one('#main').innerHTML = content;
  await rest();
}

async function open(): Promise<void> {
  openPage(`${CO_LOCATED}/list/simple`, `<div id="main">${LIST}</div>`);
  await startPage(stop.signal);
  await rest();
}

test('A client-side navigation shows what belongs to the new address, and the same list on return', async () => {
  await open();
  const list = pageState();
  expect(list).toMatchObject({ strip: 1, briefing: [] });
  await goTo('/event/28D1Y/slug', TITLE);
  expect(pageState()).toMatchObject({ strip: 0, cards: [], briefing: ['28D1Y'], marks: ['28D1Y'] });
  await goTo('/event/28D2Q/slug', TITLE);
  expect(pageState()).toMatchObject({ briefing: ['28D2Q'], marks: ['28D2Q'] });
  await goTo('/list/simple', LIST);
  expect(pageState()).toEqual(list);
});

test('A navigation to the same address changes nothing', async () => {
  await open();
  const card = document.querySelector('csg-card');
  navigation.dispatchEvent(new Event('currententrychange'));
  await rest();
  expect(document.querySelector('csg-card')).toBe(card);
});

test('A navigation after the signal aborts starts nothing', async () => {
  await open();
  stop.abort();
  const ended = document.documentElement.outerHTML;
  await goTo('/event/28D1Y/slug', LIST);
  expect(document.documentElement.outerHTML).toBe(ended);
});
