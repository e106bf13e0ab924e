// @vitest-environment happy-dom
/** Neither the content scripts nor the background send network requests, or run anything while idle. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import sched from '../../entrypoints/sched.content/index.ts';
import facts from '../../entrypoints/sched-facts.content/index.ts';
import { askBackground } from '../ask-background.ts';
import { LIST } from '../features/page/features-on.ts';
import { press } from '../features/page/page.ts';
import { CO_LOCATED, one, openPage } from '../sched/open-page.ts';
import { holdTimers, rest } from '../time.ts';

const HOUR = 3_600_000;
const REQUESTS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Image', 'Worker'];
const POLLS = ['setInterval', 'requestAnimationFrame', 'requestIdleCallback'];

holdTimers();

/** The network and polling APIs that were called. */
let called: string[];

beforeEach(() => {
  called = [];
  for (const name of [...REQUESTS, ...POLLS]) {
    vi.stubGlobal(
      name,
      vi.fn(function trap() {
        called.push(name);
      }),
    );
  }
  // Cards as wide as a list: narrower ones open over the page, which needs a browser.
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  Object.defineProperty(navigator, 'sendBeacon', { value: () => called.push('sendBeacon'), configurable: true });
  for (const name of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'] as const)
    vi.spyOn(fakeBrowser.action, name).mockResolvedValue();
  vi.spyOn(fakeBrowser.action, 'getBadgeText').mockResolvedValue('' as never);
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => {});
});
afterEach(() => {
  // As a newer copy of the script does.
  document.dispatchEvent(new Event(`${fakeBrowser.runtime.id}:started`));
  for (const shared of ['csg:life', 'csg:helper']) Reflect.deleteProperty(globalThis, Symbol.for(shared));
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'sendBeacon');
});

test('A page and its background send no network request, and are idle once drawn and after each press', async () => {
  const sender = { id: fakeBrowser.runtime.id, tab: { id: 1 }, frameId: 0, url: `${CO_LOCATED}/list/simple` };
  const sent = vi.fn(async (message: unknown) => structuredClone(await askBackground(message, sender)));
  fakeBrowser.runtime.sendMessage = sent as never;
  background.main();
  openPage(sender.url, `<div id="sched-content-inner"><div class="list-simple">${LIST}</div></div>`);
  await sched.main({} as never);
  await facts.main({} as never);
  const readStored = vi.spyOn(fakeBrowser.storage.local, 'get');
  const inside = (host: string, selector: string) => one(host).shadowRoot?.querySelector<HTMLElement>(selector);

  /** Waits until everything has run, then returns what happens in the next hour. */
  const restForAnHour = async () => {
    await rest(HOUR);
    const before = [sent.mock.calls.length, readStored.mock.calls.length];
    await rest(HOUR);
    const after = [sent.mock.calls.length, readStored.mock.calls.length];
    return { acts: after.map((count, at) => count - (before[at] ?? 0)), timers: vi.getTimerCount(), called };
  };
  const quiet = { acts: [0, 0], timers: 0, called: [] };

  expect(await restForAnHour()).toEqual(quiet);
  expect(sent.mock.calls.length).toBeGreaterThan(1);
  for (const [host, selector] of [
    ['csg-card', '.toggle'],
    ['csg-card', '.star'],
    ['csg-strip', '[data-action=about]'],
  ] as const) {
    const button = inside(host, selector);
    expect(button, `${host} ${selector}`).toBeTruthy();
    press(button);
    expect(await restForAnHour()).toEqual(quiet);
  }
});
