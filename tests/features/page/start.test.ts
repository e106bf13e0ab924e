// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { PARTS, type Part, type Switch } from '../../../lib/own/settings.ts';
import { keepReports } from '../../../lib/report/report.ts';
import { takeErrors } from '../../errors.ts';
import { setSwitch } from '../../lib/own/stored.ts';
import { CO_LOCATED, MAIN, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, bar, inside, LIST, pageState, press, TITLE } from './page.ts';

holdTimers();

let stop: AbortController;
let asked: Message[];

beforeEach(() => {
  stop = new AbortController();
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Message) => {
    asked.push(message);
    return answer(message);
  }) as never);
});
afterEach(() => {
  stop.abort();
  document.adoptedStyleSheets = [];
});

/** Runs the content script; returns the page as it was before. */
async function run(body = LIST, address = `${CO_LOCATED}/list/simple`): Promise<string> {
  openPage(address, body);
  const before = document.documentElement.outerHTML;
  await startPage(stop.signal);
  await rest();
  return before;
}

async function turn(which: Switch, on: boolean): Promise<void> {
  await setSwitch(which, on);
  await rest();
}

const html = () => document.documentElement.outerHTML;
const host = new URL(CO_LOCATED).host;
/** The parts that the constructed style sheets switch off. */
const offByStyle = () => {
  const css = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join();
  return ['highlights', 'cards'].filter((part) => new RegExp(`--csg-${part}:\\s*off`, 'u').test(css));
};

describe('the content script', () => {
  test('runs the parts that are on, and removes everything when its signal aborts', async () => {
    const before = await run();
    expect(pageState()).toMatchObject({ cards: ['28D1Y', '28D2Q', '28D1Y'], strip: 1, quiet: ['XDP'] });
    stop.abort();
    expect(html()).toBe(before);
  });

  test('leaves a page alone that is not Sched’s', async () => {
    const before = await run('<h1>Just a moment</h1><a href="event/28D1Y">x</a>');
    expect(html()).toBe(before);
    await turn({ part: 'strip' }, false);
    expect(html()).toBe(before);
  });

  test.each<[string, Switch, boolean]>([
    ['everything', { all: true }, false],
    ['this host', { host }, false],
    ['another host', { host: new URL(MAIN).host }, true],
  ])('starts according to the switches: %s off', async (_, which, starts) => {
    await setSwitch(which, false);
    const before = await run();
    expect(html() !== before).toBe(starts);
    expect(pageState().strip).toBe(starts ? 1 : 0);
  });

  test.each<[string, Switch[]]>([
    ['everything is off', [{ all: true }]],
    ['this host is off', [{ host }]],
    ['each part is off', PARTS.map((part) => ({ part }))],
  ])('sends nothing to the background while %s, until it is switched on', async (_, switches) => {
    for (const which of switches) await setSwitch(which, false);
    await run();
    await run(TITLE, `${CO_LOCATED}/event/28D1Y/slug`);
    expect(asked).toEqual([]);
    for (const which of switches) await turn(which, true);
    expect(asked).not.toEqual([]);
  });

  test.each<[Switch]>([[{ all: true }], [{ host }]])('follows %j off and on, byte for byte', async (which) => {
    const before = await run();
    const shown = pageState();
    await turn(which, false);
    expect(html()).toBe(before);
    expect(offByStyle()).toEqual(['highlights', 'cards']);
    await turn(which, true);
    expect(pageState()).toEqual(shown);
    expect(offByStyle()).toEqual([]);
  });

  test.each(PARTS)('follows the part “%s” off and on, and changes nothing else', async (part) => {
    await run();
    const shown = pageState();
    await turn({ part }, false);
    const gone: Partial<Record<Part, object>> = {
      cards: { cards: [] },
      mentions: { mentions: [] },
      quiet: { quiet: [] },
      strip: { strip: 0 },
    };
    expect(pageState()).toEqual({ ...shown, ...gone[part] });
    expect(offByStyle()).toEqual(['highlights', 'cards'].filter((one) => one === part));
    await turn({ part }, true);
    expect(pageState()).toEqual(shown);
    expect(offByStyle()).toEqual([]);
  });

  test('restarts nothing for a switch of something else', async () => {
    await run();
    const card = document.querySelector('csg-card');
    await turn({ others: true }, false);
    expect(document.querySelector('csg-card')).toBe(card);
    expect(document.documentElement.hasAttribute('data-csg-only')).toBe(true);
    await turn({ host: 'other.sched.com' }, false);
    expect(document.querySelector('csg-card')).toBe(card);
  });

  test('leaves out a part that is off on this host, but not one that is off on another', async () => {
    await run();
    await turn({ part: 'quiet', host: new URL(MAIN).host }, false);
    expect(pageState().quiet).toEqual(['XDP']);
    await turn({ part: 'quiet', host }, false);
    expect(pageState().quiet).toEqual([]);
  });

  test('removes the strip when the reader closes it, and brings it back when it is switched on', async () => {
    await run();
    press(inside('csg-strip', '[data-action=close]'));
    await rest();
    expect(pageState().strip).toBe(0);
    await turn({ part: 'strip' }, true);
    expect(pageState().strip).toBe(1);
  });

  test('keeps the page’s own style sheets', async () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    await run();
    await turn({ all: true }, false);
    expect(document.adoptedStyleSheets).toHaveLength(2);
    await turn({ all: true }, true);
    expect(document.adoptedStyleSheets).toEqual([own]);
  });

  test('changes nothing after its signal aborts', async () => {
    const before = await run();
    stop.abort();
    await turn({ part: 'cards' }, false);
    await turn({ part: 'cards' }, true);
    expect(html()).toBe(before);
  });

  test('requests the panels of a list once, before the page is parsed', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const running = run();
    await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['list']));
    state.mockRestore();
    document.dispatchEvent(new Event('readystatechange'));
    await running;
    expect(asked.filter(({ type }) => type === 'list' || type === 'panel')).toHaveLength(1);
  });

  test('sends failures to the background, for a bug report', async () => {
    keepReports(() => {});
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Message) => {
      asked.push(message);
      if (message.type === 'list') throw new Error('no list');
      return answer(message);
    }) as never);
    await run();
    expect(takeErrors()).not.toEqual([]);
    expect(asked).toContainEqual({
      type: 'failed',
      where: expect.any(String),
      text: expect.stringContaining('no list'),
    });
  });

  test('requests the briefing of an event page once', async () => {
    await run(TITLE + bar('28D2Q'), `${CO_LOCATED}/event/28D1Y/slug`);
    const panels = asked.filter((message) => message.type === 'panel');
    expect(panels).toEqual([{ type: 'panel', kind: 'briefing', id: '28D1Y' }]);
    expect(pageState().briefing).toEqual(['28D1Y']);
  });

  test.each(['Title', 'Operating Tetragon, and Cilium'])(
    'requests no briefing for a session outside the guide: %s',
    async (title) => {
      await run(TITLE.replace('Title', title), `${CO_LOCATED}/event/28D4J/slug`);
      expect(pageState().mentions.length).toBe(title === 'Title' ? 0 : 1);
      expect(asked.filter((message) => message.type === 'panel')).toEqual([]);
    },
  );
});
