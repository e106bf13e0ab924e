// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenSched } from '../../../features/page/ready.ts';
import { MAIN, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';

holdTimers();

const SHELL = '<div id="sched-content-inner"></div>';

let state: DocumentReadyState;
let stop: AbortController;

beforeEach(() => {
  state = 'loading';
  stop = new AbortController();
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  openPage(`${MAIN}/`, '');
});
afterEach(() => {
  stop.abort();
});

/** Returns the answer so far, or undefined. */
function ask(early: boolean): () => boolean | undefined {
  let answer: boolean | undefined;
  whenSched(document, early, stop.signal).then((sched) => {
    answer = sched;
  });
  return () => answer;
}

function finish(): void {
  state = 'interactive';
  document.dispatchEvent(new Event('DOMContentLoaded'));
}

test('A list is ready when it has been parsed', async () => {
  const answer = ask(false);
  document.body.innerHTML = SHELL;
  await rest();
  expect(answer()).toBeUndefined();
  finish();
  await rest();
  expect(answer()).toBe(true);
});

test('An event page is ready as soon as it is recognised as Sched’s', async () => {
  const answer = ask(true);
  document.body.append('Just a moment');
  await rest();
  expect(answer()).toBeUndefined();
  document.body.innerHTML = SHELL;
  await rest();
  expect(answer()).toBe(true);
});

test.each([true, false])('A page that has already been parsed is ready at once (early: %s)', async (early) => {
  state = 'complete';
  document.body.innerHTML = SHELL;
  const answer = ask(early);
  await rest();
  expect(answer()).toBe(true);
});

test.each([true, false])('A challenge page is not Sched’s (early: %s)', async (early) => {
  const answer = ask(early);
  document.body.innerHTML = '<h1>Verifying you are human</h1>';
  finish();
  await rest();
  expect(answer()).toBe(false);
});

test.each<[string, () => EventTarget]>([
  ['readystatechange', () => document],
  ['DOMContentLoaded', () => document],
  ['load', () => window],
])('A page is ready when %s is the only event that reaches the script', async (type, target) => {
  document.body.innerHTML = SHELL;
  const answer = ask(false);
  state = 'complete';
  target().dispatchEvent(new Event(type));
  await rest();
  expect(answer()).toBe(true);
});

test('No timer is left after the signal aborts', () => {
  vi.useFakeTimers();
  ask(false);
  expect(vi.getTimerCount()).toBe(1);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test.each([SHELL, '<h1>Verifying you are human</h1>'])(
  'The parser is observed no longer than needed: %s',
  async (body) => {
    const ended = vi.spyOn(MutationObserver.prototype, 'disconnect');
    ask(true);
    document.body.innerHTML = body;
    await rest();
    expect(ended).toHaveBeenCalledTimes(body === SHELL ? 1 : 0);
    finish();
    await rest();
    expect(ended).toHaveBeenCalled();
  },
);

test.each([true, false])('A page is not waited for when the signal has already aborted (early: %s)', async (early) => {
  stop.abort();
  const answer = ask(early);
  await rest();
  expect(answer()).toBe(false);
});

test.each([true, false])('A page is not ready after the signal aborts (early: %s)', async (early) => {
  document.body.innerHTML = SHELL;
  const answer = ask(early);
  stop.abort();
  await rest();
  expect(answer()).toBe(false);
});
