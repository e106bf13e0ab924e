// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from '../../components/keep-focus.ts';

let root: HTMLElement;
let stop: AbortController;
const find = (id: string) => document.getElementById(id) as HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main><button id="one">One</button><button id="two">Two</button></main>';
  root = document.querySelector('main') as HTMLElement;
  stop = new AbortController();
  keepFocus(root, () => find('two'), stop.signal);
});
afterEach(() => stop.abort());

test('keepFocus moves the focus to the next element if rendering removes the focused one', async () => {
  find('one').focus();
  find('one').remove();
  await vi.waitFor(() => expect(document.activeElement).toBe(find('two')));
});

test.each([
  ['the reader pressed elsewhere', () => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ['the signal has aborted', () => stop.abort()],
])('keepFocus does nothing if %s', async (_, end) => {
  find('one').focus();
  end();
  const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(root, { childList: true }));
  find('one').remove();
  await drawn;
  expect(document.activeElement).toBe(document.body);
});
