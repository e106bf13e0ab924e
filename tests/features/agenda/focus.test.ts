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
/** Lets what observes mutations run. */
const seen = () => new Promise((resolve) => setTimeout(resolve));
function tab(shiftKey = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
  at()?.dispatchEvent(event);
  return event;
}
function say(text: string): void {
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

describe('The focus', () => {
  test('goes from a row that is gone to the same control of the next one, and of the last.', async () => {
    star('B').focus();
    find('[data-session="B"]').remove();
    await seen();
    expect(at()).toBe(star('C'));
    find('[data-session="C"]').remove();
    await seen();
    expect(at()).toBe(star('A'));
  });

  test('goes to the filter where no row is left, then to the search, then to the tab.', async () => {
    star('A').focus();
    find('ul').innerHTML = '';
    await seen();
    expect(at()).toBe(find('.chip'));
    find('.chip').remove();
    await seen();
    expect(at()).toBe(find('input'));
    find('input').remove();
    await seen();
    expect(at()).toBe(find('nav button'));
  });

  test('goes back to where it was after Undo, also where that was drawn anew.', async () => {
    star('B').focus();
    say('No longer picked: B');
    find('.undo').focus();
    find('.done-bar').innerHTML = '';
    await seen();
    expect(at()).toBe(star('B'));
    say('Again');
    find('.undo').focus();
    find('ul').innerHTML = rows('X', 'A', 'B');
    find('.done-bar').innerHTML = '';
    await seen();
    expect(at()).toBe(star('B'));
  });

  test('stays nowhere where the reader gave it up.', async () => {
    star('B').focus();
    star('B').blur();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    find('[data-session="B"]').remove();
    await seen();
    expect(at()).toBe(document.body);
  });
});

describe('Tab', () => {
  test('goes to Undo once from wherever one was, and from the end of the bar back there.', async () => {
    star('A').focus();
    say('Picked: A');
    expect(tab().defaultPrevented).toBe(true);
    expect(at()).toBe(find('.undo'));
    expect(tab().defaultPrevented).toBe(false);
    find('.close').focus();
    tab();
    expect(at()).toBe(star('A'));
    expect(tab().defaultPrevented).toBe(false);
    say('No longer picked: A');
    tab();
    tab(true);
    expect(at()).toBe(star('A'));
  });

  test('is left alone backwards, with nothing to undo, and after the signal.', () => {
    star('A').focus();
    expect(tab().defaultPrevented).toBe(false);
    say('Picked: A');
    expect(tab(true).defaultPrevented).toBe(false);
    stop.abort();
    expect(tab().defaultPrevented).toBe(false);
  });
});
