// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { ALL, answer, LIST, pageState } from './page.ts';

let stop: AbortController;
afterEach(() => stop.abort());

async function openList(): Promise<void> {
  stop = new AbortController();
  fakeBrowser.runtime.sendMessage = (async (message: Message) => answer(message)) as never;
  openPage(`${CO_LOCATED}/list/simple`, LIST);
  await startPage(stop.signal);
  await vi.waitFor(() => expect(pageState()).toEqual(ALL));
}

/** A copy of a marked session with another link, as a page makes it from a template row. */
function copyOf(session: Element, href: string): HTMLElement {
  const copy = session.cloneNode(true) as HTMLElement;
  copy.querySelector('a')?.setAttribute('href', href);
  return copy;
}

const sessionWith = (id: string) => one(`[href*="${id}"]`).parentElement as HTMLElement;
const marksOf = (element: Element) => element.outerHTML.match(/data-csg-[\w-]+/gu) ?? [];

test.each(['28D1Y', '28AA1', '28AA2'])('A copy of session %s with another link loses the marks', async (id) => {
  await openList();
  const copy = copyOf(sessionWith(id), 'event/28AA9/other');
  expect(marksOf(copy)).not.toEqual([]);
  copy.querySelector('.session-title')?.replaceChildren('Other');
  one('.list-simple').append(copy);
  await vi.waitFor(() => expect(marksOf(copy)).toEqual([]));
  expect(pageState()).toEqual(ALL);
});

test('A copy of a mention that links to a guide session has only the marks of that session', async () => {
  await openList();
  const copy = copyOf(sessionWith('28AA1'), 'event/28D0X/other');
  one('.list-simple').append(copy);
  await vi.waitFor(() => expect(pageState().cards).toContain('28D0X'));
  expect(marksOf(copy)).toEqual(marksOf(sessionWith('28D1Y')));
});

test('A copy of a whole list without session links loses all marks, and the empty copies of cards', async () => {
  await openList();
  const copy = one('#sched-content-inner').cloneNode(true) as HTMLElement;
  for (const link of copy.querySelectorAll('a')) link.href = '#top';
  document.body.append(copy);
  await vi.waitFor(() => expect(copy.outerHTML).not.toContain('csg-'));
  expect(pageState()).toEqual(ALL);
});

test('A list that the page renders elsewhere from its markup has each card once', async () => {
  await openList();
  const list = one('#sched-content-inner');
  const markup = list.outerHTML;
  list.remove();
  document.body.insertAdjacentHTML('afterbegin', `<main>${markup}</main>`);
  await vi.waitFor(() => expect(pageState()).toEqual(ALL));
  for (const host of document.querySelectorAll('csg-card, csg-strip')) expect(host.shadowRoot).not.toBeNull();
});

test('A copy of a session with the same link is marked too', async () => {
  await openList();
  const copy = sessionWith('28D2Q').cloneNode(true) as HTMLElement;
  one('.list-simple').append(copy);
  await vi.waitFor(() => expect(pageState().cards).toHaveLength(4));
  expect(marksOf(copy)).toEqual(marksOf(sessionWith('28D2Q')));
});
