// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { CO_LOCATED, one, openPage } from '../../sched/page-of.ts';
import { answer, bar, LIST, rest, standing, TITLE } from './page.ts';

// As in the content script's build (build/vite.ts).

const navigation = new EventTarget();
let stop: AbortController;
let asked: Message[];

beforeEach(() => {
  fakeBrowser.reset();
  stop = new AbortController();
  asked = [];
  vi.stubGlobal('navigation', navigation);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Message) => {
    asked.push(message);
    return answer(message);
  }) as never);
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The page's own script goes to another address, and draws what stands there a moment later. */
async function goTo(path: string, content: string): Promise<void> {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(CO_LOCATED + path);
  navigation.dispatchEvent(new Event('currententrychange'));
  await rest();
  one('#main').innerHTML = content;
  await rest();
}

vi.mock('../../../sched/whole-list.ts', () => ({ readWholeList: () => ({ days: ['2025-11-10'], ids: [] }) }));

async function open(): Promise<void> {
  openPage(`${CO_LOCATED}/list/simple`, `<div id="main">${LIST}</div>`);
  await startPage(stop.signal);
  await rest();
}

test('A page that goes to another address of its own has what belongs there, and again what it had.', async () => {
  await open();
  const list = standing();
  expect(list).toMatchObject({ strip: 1, briefing: [] });
  await goTo('/event/28D1Y/slug', TITLE);
  expect(standing()).toMatchObject({ strip: 0, cards: [], briefing: ['28D1Y'], marks: ['28D1Y'] });
  await goTo('/event/28D2Q/slug', TITLE);
  expect(standing()).toMatchObject({ briefing: ['28D2Q'], marks: ['28D2Q'] });
  await goTo('/list/simple', LIST);
  expect(standing()).toEqual(list);
});

test('The same address again, such as with a fragment, changes nothing.', async () => {
  await open();
  const card = document.querySelector('csg-card');
  navigation.dispatchEvent(new Event('currententrychange'));
  await rest();
  expect(document.querySelector('csg-card')).toBe(card);
});

test('A list that such a page may still be drawing is not said to be whole.', async () => {
  // A document that came to its end.
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ domContentLoadedEventStart: 1 } as never]);
  await open();
  // As on Sched, the page of a session has others' bars; at the new address they stand there for a moment.
  await goTo('/event/28D1Y/slug', TITLE + bar('28D2Q'));
  await goTo('/list/simple', LIST);
  const full = asked.flatMap((message) => (message.type === 'seen' ? [message.whole !== undefined] : []));
  expect([full[0], full.slice(1).includes(true)]).toEqual([true, false]);
});
