// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageIndex } from '../../../data/page-index.ts';
import type { PageSettings } from '../../../features/page/context.ts';
import { loadList } from '../../../features/page/panel.ts';
import { strip } from '../../../features/page/strip.ts';
import { watchSessions } from '../../../sched/observe.ts';
import { candidateLinks, recogniser } from '../../../sched/sessions.ts';
import { takeErrors } from '../../errors.ts';
import { setSwitch } from '../../lib/own/stored.ts';
import { CO_LOCATED, HOSTS, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, askBy, bar, inside, LIST, memorySettings, press, startAlone } from './page.ts';

holdTimers();

let stop: AbortController;
let settings: PageSettings;
let send: typeof answer;

beforeEach(() => {
  stop = new AbortController();
  settings = memorySettings();
  send = answer;
});
afterEach(() => {
  stop.abort();
  document.documentElement.removeAttribute('data-csg-only');
});

/** Runs the strip alone; returns the page as it was before. */
function run(body = LIST): string {
  openPage(`${CO_LOCATED}/list/simple`, body);
  const before = document.documentElement.outerHTML;
  const ask = askBy((message) => send(message));
  const feature = startAlone([strip], {
    index: pageIndex,
    settings,
    ask,
    loadList: () => loadList(ask),
    signal: stop.signal,
  });
  watchSessions(document, recogniser(document, HOSTS), () => ({ kind: 'guide' }), candidateLinks, feature, stop.signal);
  return before;
}

const about = () => inside('csg-strip', '[data-action=about]') as HTMLElement;
const isExpanded = () => about().getAttribute('aria-expanded');
const opened = () => one('csg-strip').shadowRoot?.querySelectorAll('.about').length;
const html = () => document.documentElement.outerHTML;

describe('the strip', () => {
  test('is a named region before the list, and is restored when the page removes it', async () => {
    run();
    await rest();
    const host = one('csg-strip');
    expect([host.getAttribute('role'), host.getAttribute('aria-label')]).toEqual(['region', 'Cilium guide']);
    for (let i = 0; i < 3; i += 1) {
      expect([host.nextElementSibling, host.dataset.place]).toEqual([one('.list-simple'), 'list']);
      host.remove();
      await rest();
    }
    expect(document.querySelectorAll('csg-strip')).toHaveLength(1);
  });

  test('is placed in a corner when the view has no list', async () => {
    run(`<div id="sched-content-inner">${bar('28D1Y')}</div>`);
    await rest();
    expect(one('csg-strip').dataset.place).toBe('corner');
  });

  test('turns its part off when it is closed', async () => {
    run();
    await rest();
    press(inside('csg-strip', '[data-action=close]'));
    expect([...settings.now().partsOff]).toEqual(['strip']);
  });

  test('is not shown when it cannot be loaded, which is reported', async () => {
    send = () => Promise.reject(new Error('quota'));
    const before = run();
    await rest();
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(strip)')]);
    expect(html()).toBe(before);
  });
});

describe('the about panel', () => {
  test('opens and closes with its button, which has aria-expanded', async () => {
    run();
    await rest();
    expect([isExpanded(), opened()]).toEqual(['false', 0]);
    about().click();
    await rest();
    expect([isExpanded(), opened()]).toEqual(['true', 1]);
    about().click();
    await rest();
    expect([isExpanded(), opened()]).toEqual(['false', 0]);
  });

  test.each(['next', 'previous'])('is closed by “%s”', async (action) => {
    run();
    await rest();
    about().click();
    await rest();
    inside('csg-strip', `[data-action=${action}]`)?.click();
    expect([isExpanded(), opened()]).toEqual(['false', 0]);
  });

  test('is closed by Escape, which does not reach the page, and returns the focus to its button', async () => {
    run();
    await rest();
    about().click();
    await rest();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push((event as KeyboardEvent).key);
    document.addEventListener('keydown', listen);
    const pressEscape = () =>
      about().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    pressEscape();
    expect([isExpanded(), opened(), heard.length]).toEqual(['false', 0, 0]);
    expect(one('csg-strip').shadowRoot?.activeElement).toBe(about());
    pressEscape();
    expect(heard).toEqual(['Escape']);
    document.removeEventListener('keydown', listen);
  });

  test('stays closed after a second press before it has loaded', async () => {
    run();
    await rest();
    about().click();
    about().click();
    await rest();
    expect([isExpanded(), opened()]).toEqual(['false', 0]);
  });

  test('stays closed when it cannot be loaded, reports that, and opens on the next press', async () => {
    run();
    await rest();
    send = () => Promise.reject(new Error('quota'));
    about().click();
    await rest();
    expect(takeErrors().map(String)).toEqual([expect.stringContaining('(strip)')]);
    send = answer;
    expect([isExpanded(), opened()]).toEqual(['false', 0]);
    about().click();
    await rest();
    expect([isExpanded(), opened()]).toEqual(['true', 1]);
  });
});

describe('a part', () => {
  const hide = (part: string) => inside('csg-strip', `[data-action=hide][data-part=${part}]`);
  const open = async () => {
    run();
    await rest();
    about().click();
    await rest();
  };

  test('is hidden on this site only by a button in the panel, which ignores scripts', async () => {
    await open();
    expect(hide('mentions')?.textContent).toBe('Mentions of Cilium in other sessions');
    hide('mentions')?.click();
    expect([...settings.now().partsOff]).toEqual([]);
    press(hide('mentions'));
    expect([...settings.now().partsOff]).toEqual([`mentions@${location.host}`]);
  });

  test('has a button in the panel only while it is on, and the strip has none', async () => {
    await setSwitch({ part: 'cards' }, false);
    await setSwitch({ part: 'quiet', host: location.host }, false);
    await setSwitch({ part: 'mentions', host: 'other.example' }, false);
    await open();
    const offered = one('csg-strip').shadowRoot?.querySelectorAll<HTMLElement>('[data-action=hide]') ?? [];
    expect([...offered].map(({ dataset }) => dataset.part)).toEqual(['highlights', 'mentions']);
  });
});

describe('a page after the signal aborts', () => {
  test.each([true, false])('is byte for byte as before, with other sessions dimmed: %s', async (only) => {
    if (only) settings.turn({ others: true }, false);
    const before = run();
    await rest();
    expect(html()).not.toBe(before);
    stop.abort();
    expect(html()).toBe(before);
    settings.turn({ others: true }, !only);
    settings.turn({ others: true }, only);
    await rest();
    expect(html()).toBe(before);
  });

  test.each([true, false])(
    'is as before when the strip arrives too late, with other sessions dimmed: %s',
    async (only) => {
      if (only) settings.turn({ others: true }, false);
      const before = run();
      stop.abort();
      await rest();
      expect(html()).toBe(before);
    },
  );
});
