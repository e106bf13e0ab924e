/**
 * Runs before every file of unit tests. The files share workers and windows (`isolate: false`), so this resets the fake browser,
 * the modules, the document and its address, and afterwards removes listeners, timers, globals and changed texts.
 * Each test starts with an empty browser, ends without mocks, and fails on an error that it did not take (tests/errors.ts).
 */
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepErrors, takeErrors } from './errors.ts';
import { showTexts } from './messages.ts';

// State in modules, and mocks of modules, must not reach the next file.
vi.hoisted(() => vi.resetModules());

const endKeeping = keepErrors();
beforeEach(() => {
  fakeBrowser.reset();
  takeErrors();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  expect(takeErrors(), 'errors that the test did not expect').toEqual([]);
});

fakeBrowser.reset();
const parts = Object.entries(fakeBrowser).map(([name, part]) => [name, part, { ...(part as object) }] as const);

if (typeof window !== 'undefined') {
  // A link clicked in another file may have navigated the window.
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('http://localhost:3000/');
  document.documentElement.innerHTML = '<head></head><body></body>';
}
const listening: (() => void)[] = [];
for (const target of typeof window === 'undefined' ? [] : [window, document]) {
  const add = target.addEventListener;
  target.addEventListener = (
    ...args: [string, EventListenerOrEventListenerObject, (AddEventListenerOptions | boolean)?]
  ) => {
    listening.push(() => target.removeEventListener(...args));
    add.apply(target, args);
  };
  listening.push(() => {
    target.addEventListener = add;
  });
}

// A real page's timers end with the page; here they would fire in the next file.
const { setTimeout: start } = globalThis;
const timers: ReturnType<typeof setTimeout>[] = [];
const startTracked = (...args: Parameters<typeof setTimeout>) => {
  const timer = start(...args);
  timers.push(timer);
  return timer;
};
globalThis.setTimeout = Object.assign(startTracked, start);

afterAll(() => {
  endKeeping();
  globalThis.setTimeout = start;
  for (const timer of timers) clearTimeout(timer);
  for (const end of listening) end();
  for (const [name, part, members] of parts) Object.assign(fakeBrowser, { [name]: Object.assign(part, members) });
  showTexts();
  vi.unstubAllGlobals();
});
