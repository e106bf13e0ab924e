// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageIndex } from '../../../data/page-index.ts';
import type { PageSettings, Settle } from '../../../features/page/context.ts';
import { loadList } from '../../../features/page/panel.ts';
import { strip } from '../../../features/page/strip.ts';
import { PARTS } from '../../../lib/own/settings.ts';
import { watchSessions } from '../../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, askBy, bar, inside, LIST, memorySettings, press as pressButton, startAlone } from './page.ts';

holdTimers();

let stop: AbortController;
let settings: PageSettings;
let send: typeof answer;
/** Ids of the sessions that the page hides. */
let hidden: Set<string>;

beforeEach(() => {
  stop = new AbortController();
  settings = memorySettings();
  send = answer;
  hidden = new Set();
  vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});
  // happy-dom has no layout.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    const id = this.getAttribute('href')?.split('/')[1] ?? '';
    return (hidden.has(id) ? [] : [{}]) as unknown as DOMRectList;
  });
});
afterEach(() => stop.abort());

const markOf: MarkOf = (id) => {
  if (pageIndex.sessions.includes(id)) return { kind: 'guide' };
  return /AA[12]/u.test(id) ? { kind: 'mention', degree: 'strong', words: ['Cilium'] } : undefined;
};

function startStrip(): Settle {
  const ask = askBy((message) => send(message));
  const page = { index: pageIndex, parts: new Set(PARTS), settings, ask, loadList: () => loadList(ask) };
  return startAlone([strip], { ...page, signal: stop.signal });
}

/** Runs the strip alone; returns the page as it was before. */
async function run(body = LIST): Promise<string> {
  openPage(`${CO_LOCATED}/list/simple`, body);
  const before = document.documentElement.outerHTML;
  const feature = startStrip();
  watchSessions(document, recogniser(document, HOSTS), markOf, candidateLinks, feature, stop.signal);
  await rest();
  return before;
}

const text = (selector: string) => inside('csg-strip', selector)?.textContent;
const button = (action: string) => inside('csg-strip', `[data-action=${action}]`) as HTMLElement;
const press = (action: string) => pressButton(button(action));
const state = (action: string, name = 'aria-pressed') => button(action).getAttribute(name);
/** Presses a button, and returns the status that follows. */
const statusAfter = (action: string) => {
  press(action);
  return text('[role=status]');
};
const isDimmed = () => document.documentElement.hasAttribute('data-csg-only');

test('The strip waits until all sessions of a long page are known, because a growing count shifts the layout', async () => {
  openPage(`${CO_LOCATED}/list/simple`, LIST);
  const feature = startStrip();
  const found: Spot[] = [];
  const keep = (all: { found: readonly Spot[] }) => void found.push(...all.found);
  watchSessions(document, recogniser(document, HOSTS), markOf, candidateLinks, keep, stop.signal);
  feature({ found: found.slice(0, 1), lost: [], more: true });
  await rest();
  feature({ found: found.slice(1, 2), lost: [], more: true });
  expect([one('csg-strip').hidden, text('.counts')]).toEqual([true, '']);
  feature({ found: found.slice(2), lost: [], more: true });
  feature({ found: [], lost: [], more: false });
  expect([one('csg-strip').hidden, text('.counts')]).toEqual([false, '2 guide sessions, 2 mentions']);
});

describe('the strip', () => {
  test.each<[string, string, string]>([
    ['each session once', LIST, '2 guide sessions, 2 mentions'],
    ['one of each', bar('28D1Y') + bar('28AA1'), '1 guide session, 1 mention'],
    ['no mention', bar('28D1Y') + bar('28AA3'), '1 guide session'],
    ['mentions alone', bar('28AA1') + bar('28AA2'), '0 guide sessions, 2 mentions'],
  ])('counts %s', async (_, body, counts) => {
    await run(body);
    expect(text('.counts')).toBe(counts);
    expect(one('csg-strip').hidden).toBe(false);
  });

  test('counts what comes and goes, and hides when nothing is left', async () => {
    await run(`<div id="list">${bar('28D1Y')}</div>`);
    one('#list').insertAdjacentHTML('beforeend', bar('28D2Q'));
    await rest();
    expect(text('.counts')).toBe('2 guide sessions');
    one('#list').innerHTML = bar('28AA3');
    await rest();
    expect(one('csg-strip').hidden).toBe(true);
    one('#list').innerHTML = bar('28D1Y');
    await rest();
    expect([one('csg-strip').hidden, text('.counts')]).toEqual([false, '1 guide session']);
  });

  test('is hidden without sessions', async () => {
    await run(bar('28AA3'));
    expect(one('csg-strip').hidden).toBe(true);
  });
});

describe('the toolbar', () => {
  const ACTIONS = ['about', 'previous', 'next', 'only', 'close'];
  const focused = () => (one('csg-strip').shadowRoot?.activeElement as HTMLElement | null)?.dataset.action;
  const stops = () => ACTIONS.filter((action) => button(action).tabIndex === 0);
  const key = (name: string) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true });
    one('csg-strip').shadowRoot?.activeElement?.dispatchEvent(event);
  };

  test('is one tab stop, in which arrow keys, Home and End move the focus', async () => {
    await run();
    expect(stops()).toEqual(['about']);
    button('about').focus();
    for (const [name, action] of [
      ['ArrowRight', 'previous'],
      ['ArrowRight', 'next'],
      ['ArrowLeft', 'previous'],
      ['End', 'close'],
      ['ArrowRight', 'about'],
      ['ArrowLeft', 'close'],
      ['Home', 'about'],
      ['x', 'about'],
    ] as const) {
      key(name);
      expect([name, focused(), ...stops()]).toEqual([name, action, action]);
    }
  });
});

describe('the navigation between sessions', () => {
  const ORDER = ['28D1Y', '28AA1', '28D2Q', '28AA2'];
  const body = ORDER.map((id) => bar(id, `Title ${id}`)).join(bar('28AA3'));
  const status = (index: number, ids = ORDER) => `${index + 1} of ${ids.length}: Title ${ids[index]}`;

  test('goes through the page in order from the first session, and wraps after the last', async () => {
    await run(body);
    for (const index of [0, 1, 2, 3, 0]) {
      expect(statusAfter('next')).toBe(status(index));
      expect(text('.position')).toBe(`${index + 1} of ${ORDER.length}`);
      expect(document.activeElement?.getAttribute('href')).toBe(`event/${ORDER[index]}/slug`);
    }
  });

  test('goes back from the last session, and wraps after the first', async () => {
    await run(body);
    for (const index of [3, 2, 1, 0, 3]) expect(statusAfter('previous')).toBe(status(index));
    expect(statusAfter('next')).toBe(status(0));
  });

  test('centres the session in the window, and focuses it without scrolling', async () => {
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    await run(body);
    press('next');
    expect(HTMLElement.prototype.scrollIntoView).toHaveBeenCalledExactlyOnceWith({ block: 'center' });
    expect(focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
  });

  test('skips sessions that the page hides', async () => {
    hidden = new Set(['28D1Y', '28D2Q']);
    await run(body);
    const shown = ['28AA1', '28AA2'];
    for (const index of [0, 1, 0]) expect(statusAfter('next')).toBe(status(index, shown));
  });

  test('goes nowhere when all are hidden', async () => {
    hidden = new Set(ORDER);
    await run(body);
    expect([statusAfter('next'), statusAfter('previous')]).toEqual(['', '']);
  });

  test.each<[string, number]>([
    ['next', 0],
    ['previous', 2],
  ])('starts again with “%s” when the current session has gone', async (action, index) => {
    await run(body);
    press('next');
    one('.event').remove();
    await rest();
    expect(statusAfter(action)).toBe(status(index, ORDER.slice(1)));
  });

  test('follows messages from the keyboard shortcuts, until the signal aborts', async () => {
    await run(body);
    const key = (message: unknown) => fakeBrowser.runtime.onMessage.trigger(message as never, {} as never, () => {});
    await key({ type: 'go', step: 1 });
    expect(text('[role=status]')).toBe(status(0));
    await key({ type: 'go', step: -1 });
    expect(text('[role=status]')).toBe(status(3));
    await key({ type: 'go', step: 2 });
    await key({ type: 'list' });
    expect(text('[role=status]')).toBe(status(3));
    stop.abort();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  });
});

test('The strip comes back when the page replaces its body', async () => {
  await run();
  const body = document.body;
  body.remove();
  await rest();
  document.documentElement.append(body.cloneNode(true));
  for (const copy of document.querySelectorAll('csg-strip')) copy.remove();
  await rest();
  expect(document.querySelectorAll('csg-strip')).toHaveLength(1);
});

describe('“Only these”', () => {
  test('switches the setting on and off, and follows a change from elsewhere', async () => {
    await run();
    expect([isDimmed(), state('only')]).toEqual([false, 'false']);
    press('only');
    expect([settings.now().othersOff, isDimmed(), state('only')]).toEqual([true, true, 'true']);
    press('only');
    expect([settings.now().othersOff, isDimmed(), state('only')]).toEqual([false, false, 'false']);
    settings.turn({ others: true }, false);
    expect([isDimmed(), state('only')]).toEqual([true, 'true']);
  });

  test('dims nothing when no session would stand out', async () => {
    settings.turn({ others: true }, false);
    await run(bar('28AA3'));
    expect(isDimmed()).toBe(false);
  });
});
