// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followVisibility } from '../../../features/page/visibility.ts';

type Report = (entries: { target: Element; isIntersecting: boolean; isVisible?: boolean }[]) => void;

let stop: AbortController;
let observed: Element[];
let options: unknown;
let report: Report;

beforeEach(() => {
  stop = new AbortController();
  observed = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: Report, given: unknown) {
        report = callback;
        options = given;
      }
      observe(target: Element) {
        observed.push(target);
      }
      disconnect() {
        observed = [];
      }
    },
  );
  document.body.innerHTML = '<div></div>';
  const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<button data-action="pick"><svg></svg></button><p></p>';
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

const inside = (selector: string) => document.querySelector('div')?.shadowRoot?.querySelector(selector) as Element;
const point = (selector: string) =>
  inside(selector).dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));

test('A button is observed once the pointer enters it, and counts only while it is fully visible', () => {
  const wasVisible = followVisibility(stop.signal);
  point('p');
  expect(observed).toEqual([]);
  point('svg');
  const button = inside('button');
  expect(observed).toEqual([button]);
  expect(options).toMatchObject({ trackVisibility: true });
  expect(wasVisible(button)).toBe(false);
  report([{ target: button, isIntersecting: true, isVisible: false }]);
  expect(wasVisible(button)).toBe(false);
  report([{ target: button, isIntersecting: true, isVisible: true }]);
  expect(wasVisible(button)).toBe(true);
  report([{ target: button, isIntersecting: true, isVisible: false }]);
  expect(wasVisible(button)).toBe(false);
});

test('A button is observed once it gets the focus, even when the page stops that event', () => {
  followVisibility(stop.signal);
  document.addEventListener('focusin', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  inside('button').dispatchEvent(new Event('focusin', { bubbles: true, composed: true }));
  expect(observed).toEqual([inside('button')]);
});

test('A button that intersects the viewport counts where the browser does not support isVisible', () => {
  const wasVisible = followVisibility(stop.signal);
  report([{ target: inside('button'), isIntersecting: true }]);
  expect(wasVisible(inside('button'))).toBe(true);
});

test('Nothing is observed after the signal aborts', () => {
  followVisibility(stop.signal);
  point('button');
  stop.abort();
  expect(observed).toEqual([]);
  point('button');
  expect(observed).toEqual([]);
});
