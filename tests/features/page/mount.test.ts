// @vitest-environment happy-dom
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addStyle, createMount, type Mount, onAction, onEscape, setStars } from '../../../features/page/mount.ts';
import { takeErrors } from '../../errors.ts';
import { press } from './page.ts';

let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('An element has our shadow root even when the page defines an element of that name', async () => {
  // A window of its own, because a definition cannot be removed.
  const page = new Window();
  page.customElements.define(
    'csg-card',
    class extends page.HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).textContent = 'of the page';
      }
    },
  );
  expect(page.document.createElement('csg-card').shadowRoot?.textContent).toBe('of the page');
  // Unlike a browser’s, happy-dom’s inert document knows the elements that the page defines.
  vi.spyOn(page.document.implementation, 'createHTMLDocument').mockReturnValue(new Window().document);
  vi.stubGlobal('document', page.document);
  // A fresh copy of the module, which reads the document as it loads.
  const copy = '../../../features/page/mount.ts?on-that-page';
  const { createMount } = (await import(copy)) as typeof import('../../../features/page/mount.ts');
  const { host, root } = createMount('csg-card', 'group', 'x', '', new AbortController().signal);
  expect([host.shadowRoot === root, root.textContent]).toEqual([true, '']);
});

/** Adds one of our elements to the page, with this markup inside. */
function mountWith(inside: string): Mount {
  const mount = createMount('csg-card', 'group', 'A card', '', stop.signal);
  mount.root.innerHTML = inside;
  document.body.append(mount.host);
  return mount;
}

test('A new element has a role, a name in English, and is not on the page yet', () => {
  const { host, root } = createMount('csg-strip', 'region', 'A strip', '', stop.signal);
  expect([host.localName, host.lang, host.getAttribute('role'), host.getAttribute('aria-label')]).toEqual([
    'csg-strip',
    'en',
    'region',
    'A strip',
  ]);
  expect([host.isConnected, host.ownerDocument === document, root.mode]).toEqual([false, true, 'open']);
});

test('A style sheet is made once for all elements, and added to each once, in order of use', () => {
  const css = (color: string) => `p { color: ${color}; }`;
  const [first, second] = [1, 2].map(() => createMount('csg-card', 'group', '', css('red'), stop.signal).root);
  if (!first || !second) throw new Error('no elements');
  expect(first.adoptedStyleSheets).toHaveLength(1);
  expect(second.adoptedStyleSheets[0]).toBe(first.adoptedStyleSheets[0]);
  for (const color of ['red', 'blue', 'blue', 'red']) addStyle(first, css(color));
  expect(first.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText)).toEqual([
    expect.stringContaining('red'),
    expect.stringContaining('blue'),
  ]);
  expect(createMount('csg-card', 'group', '', '', stop.signal).root.adoptedStyleSheets).toHaveLength(0);
});

describe('a press', () => {
  const INSIDE = '<button data-action="open"><b>Open</b></button><button data-action="other"></button><p><i></i></p>';

  test('runs the action of its button, and does nothing beside a button or for an unknown action', () => {
    const mount = mountWith(INSIDE);
    const done: unknown[] = [];
    // happy-dom leaves isTrusted undefined for a press by a script.
    onAction(mount, { open: (pressed, isTrusted) => done.push([pressed, Boolean(isTrusted)]) });
    const inside = (selector: string) => mount.root.querySelector<HTMLElement>(selector);
    for (const selector of ['b', 'i', '[data-action=other]']) press(inside(selector));
    inside('b')?.click();
    expect(done).toEqual([
      [inside('[data-action=open]'), true],
      [inside('[data-action=open]'), false],
    ]);
  });

  test('that fails is reported with its action, and the next one works', () => {
    const mount = mountWith(INSIDE);
    const action = vi.fn().mockImplementationOnce(() => {
      throw new Error('gone');
    });
    onAction(mount, { open: action });
    for (let times = 0; times < 2; times += 1) press(mount.root.querySelector('button'));
    const errors = takeErrors();
    expect([action.mock.calls.length, errors.length]).toEqual([2, 1]);
    expect(errors[0]?.[0]).toContain('(open)');
  });
});

describe('a key press', () => {
  const open = (expanded: string) => {
    const { root } = mountWith(
      `<button class="a" aria-expanded="${expanded}"></button><button class="b" aria-expanded="true"></button><input>`,
    );
    const closed = vi.fn();
    const heard: string[] = [];
    onEscape(root, '.a', closed);
    document.addEventListener('keydown', ({ key }) => heard.push(key), { signal: stop.signal });
    const type = (key: string) =>
      root.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    return { root, closed, heard, type };
  };

  test('of Escape closes what the button has opened, and does not reach the page', () => {
    const { root, closed, heard, type } = open('true');
    type('Escape');
    expect([closed.mock.calls.length, heard, root.activeElement]).toEqual([1, [], root.querySelector('.a')]);
  });

  test.each([
    ['true', 'Enter'],
    ['false', 'Escape'],
    ['false', 'Enter'],
  ])('is left to the page when aria-expanded is %s and the key is %s', (expanded, key) => {
    const { root, closed, heard, type } = open(expanded);
    type(key);
    expect([closed.mock.calls.length, heard, root.activeElement]).toEqual([0, [key], null]);
  });
});

test('Every star has aria-pressed, and no other element', () => {
  const { root } = mountWith('<button class="star"></button><i></i><button class="star"></button>');
  const states = () => [...root.children].map((child) => child.getAttribute('aria-pressed'));
  setStars(root, true);
  expect(states()).toEqual(['true', null, 'true']);
  setStars(root, false);
  expect(states()).toEqual(['false', null, 'false']);
});
