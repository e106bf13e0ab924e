// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageIndex } from '../../../data/page-index.ts';
import type { PageSettings, RunsOn } from '../../../features/page/context.ts';
import { loadList } from '../../../features/page/panel.ts';
import { strip } from '../../../features/page/strip.ts';
import type { Part } from '../../../lib/own/settings.ts';
import { watchSessions } from '../../../sched/observe.ts';
import { candidateLinks, recogniser } from '../../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, askBy, bar, inside, LIST, memorySettings, press, startAlone } from './page.ts';

holdTimers();

let stop: AbortController;
let settings: PageSettings;

beforeEach(() => {
  stop = new AbortController();
  settings = memorySettings();
});
afterEach(() => stop.abort());

/** Runs the strip alone on a list. */
async function run(body = LIST): Promise<ShadowRoot> {
  openPage(`${CO_LOCATED}/list/simple`, body);
  const ask = askBy(answer);
  const context = { index: pageIndex, settings, ask, loadList: () => loadList(ask), signal: stop.signal };
  const feature = startAlone([strip], context);
  watchSessions(document, recogniser(document, HOSTS), () => ({ kind: 'guide' }), candidateLinks, feature, stop.signal);
  await rest();
  return one('csg-strip').shadowRoot as ShadowRoot;
}

const button = (action: string) => inside('csg-strip', `[data-action=${action}]`) as HTMLElement;
/** Presses a key on a button, and returns whether the page may still act on it. */
const type = (action: string, key: string) =>
  button(action).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

test.each<[Part[], boolean, boolean]>([
  [['strip'], false, true],
  [['strip', 'cards'], false, true],
  [['cards'], false, false],
  [[], false, false],
  [['strip'], true, false],
])('With the parts %j, on an event page: %s, the strip runs: %s', (parts, isEventPage, runs) => {
  expect(strip.runsOn({ parts: new Set(parts), isEventPage } satisfies RunsOn)).toBe(runs);
});

describe('a key press in the toolbar', () => {
  test.each(['ArrowRight', 'ArrowLeft', 'Home', 'End'])(
    'that moves the focus does not scroll the page: %s',
    async (key) => {
      await run();
      expect(type('next', key)).toBe(false);
    },
  );

  test.each(['ArrowUp', 'Tab', 'a'])('that does not move the focus is left to the page: %s', async (key) => {
    const root = await run();
    button('next').focus();
    expect([type('next', key), root.activeElement]).toEqual([true, button('next')]);
  });

  test('moves nothing on a button outside the toolbar', async () => {
    const root = await run();
    button('hint').focus();
    expect([type('hint', 'ArrowRight'), root.activeElement]).toEqual([true, button('hint')]);
    expect(['about', 'previous', 'next'].map((action) => button(action).tabIndex)).toEqual([0, -1, -1]);
  });

  test('of Tab returns to the button that had the focus last', async () => {
    await run();
    button('only').focus();
    const stops = ['about', 'previous', 'next', 'only', 'close'].map((action) => button(action).tabIndex);
    expect(stops).toEqual([-1, -1, -1, 0, -1]);
  });
});

test('The theme follows the background of the list, which is observed only while the strip runs', async () => {
  const observed: Element[] = [];
  let resized = () => {};
  const before = globalThis.ResizeObserver;
  globalThis.ResizeObserver = class {
    constructor(callback: () => void) {
      resized = callback;
    }
    observe(element: Element) {
      observed.push(element);
    }
    unobserve() {}
    disconnect() {
      observed.length = 0;
    }
  } as unknown as typeof ResizeObserver;
  try {
    const root = await run();
    expect(observed).toEqual([root.querySelector('.strip')]);
    const themes = ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'].map((colour) => {
      one('.list-simple').style.backgroundColor = colour;
      resized();
      return one('csg-strip').dataset.theme;
    });
    expect(themes).toEqual(['light', 'dark']);
    stop.abort();
    expect(observed).toEqual([]);
  } finally {
    globalThis.ResizeObserver = before;
  }
});

test('The about button does not move the focus when the hint is already closed', async () => {
  await run();
  press(button('hint'));
  expect([...settings.now().partsOff, inside('csg-strip', '.hint')]).toContain(null);
  button('next').focus();
  press(button('about'));
  await rest();
  expect(one('csg-strip').shadowRoot?.activeElement).toBe(button('next'));
});

test('The strip is hidden and dims nothing when the list has no guide session', async () => {
  settings.turn({ others: true }, false);
  await run(`<div class="list-simple">${bar('x')}</div>`);
  expect([one('csg-strip').hidden, document.documentElement.hasAttribute('data-csg-only')]).toEqual([true, false]);
});
