// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followFocus } from '../../../features/agenda/focus.ts';

let root: HTMLElement;
let stop: AbortController;

const rows = (...ids: string[]) =>
  ids
    .map((id) => `<li data-session="${id}"><h3><button>${id}</button></h3><button class="star">Pick</button></li>`)
    .join('');
const find = (selector: string) => root.querySelector<HTMLElement>(selector) as HTMLElement;
const star = (id: string) => find(`[data-session="${id}"] .star`);
const at = () => document.activeElement;
/** Lets mutation observers run. */
const afterMutations = () => new Promise((resolve) => setTimeout(resolve));
function tab(shiftKey = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
  at()?.dispatchEvent(event);
  return event;
}
function showDone(text: string): void {
  find('.done-bar').innerHTML = `<p>${text}</p><button class="undo">Undo</button><button class="close">Close</button>`;
}

beforeEach(() => {
  document.body.innerHTML = `<main><nav><button aria-current="page">Agenda</button></nav><input role="searchbox">
    <button class="chip" aria-pressed="true">My picks</button><ul>${rows('A', 'B', 'C')}</ul><div class="done-bar"></div></main>`;
  root = document.querySelector('main') as HTMLElement;
  stop = new AbortController();
  followFocus(root, stop.signal);
});
afterEach(() => stop.abort());

describe('the focus', () => {
  test('moves from a removed row to the same control of the next row, or of the last one', async () => {
    star('B').focus();
    find('[data-session="B"]').remove();
    await afterMutations();
    expect(at()).toBe(star('C'));
    find('[data-session="C"]').remove();
    await afterMutations();
    expect(at()).toBe(star('A'));
  });

  test('moves to the filter when no row is left, then to the search field, then to the tab', async () => {
    star('A').focus();
    find('ul').innerHTML = '';
    await afterMutations();
    expect(at()).toBe(find('.chip'));
    find('.chip').remove();
    await afterMutations();
    expect(at()).toBe(find('input'));
    find('input').remove();
    await afterMutations();
    expect(at()).toBe(find('nav button'));
  });

  test('returns to where it was after Undo, even when that was drawn again', async () => {
    star('B').focus();
    showDone('No longer picked: B');
    find('.undo').focus();
    find('.done-bar').innerHTML = '';
    await afterMutations();
    expect(at()).toBe(star('B'));
    showDone('Again');
    find('.undo').focus();
    find('ul').innerHTML = rows('X', 'A', 'B');
    find('.done-bar').innerHTML = '';
    await afterMutations();
    expect(at()).toBe(star('B'));
  });

  test('does not move when the reader has left it by a click', async () => {
    star('B').focus();
    star('B').blur();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    find('[data-session="B"]').remove();
    await afterMutations();
    expect(at()).toBe(document.body);
  });
});

describe('Tab', () => {
  test('moves the focus to Undo once, and back from the end of the bar', async () => {
    star('A').focus();
    showDone('Picked: A');
    expect(tab().defaultPrevented).toBe(true);
    expect(at()).toBe(find('.undo'));
    expect(tab().defaultPrevented).toBe(false);
    find('.close').focus();
    tab();
    expect(at()).toBe(star('A'));
    expect(tab().defaultPrevented).toBe(false);
    showDone('No longer picked: A');
    tab();
    tab(true);
    expect(at()).toBe(star('A'));
  });

  test('is left to the browser with Shift, with nothing to undo, and after the signal aborts', () => {
    star('A').focus();
    expect(tab().defaultPrevented).toBe(false);
    showDone('Picked: A');
    expect(tab(true).defaultPrevented).toBe(false);
    stop.abort();
    expect(tab().defaultPrevented).toBe(false);
  });
});
