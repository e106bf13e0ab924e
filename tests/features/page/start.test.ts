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
import { answer, bar, inside, LIST, press, standing, TITLE } from './page.ts';

holdTimers();

// As in the content script's build (build/vite.ts).

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
/** The parts of the style sheet that are switched off, in the constructed sheets. */
const offByStyle = () => {
  const css = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join();
  return ['highlights', 'cards'].filter((part) => new RegExp(`--csg-${part}:\\s*off`, 'u').test(css));
};

describe('The content script', () => {
  test('runs what is on, and takes all of it away with its signal.', async () => {
    const before = await run();
    expect(standing()).toMatchObject({ cards: ['28D1Y', '28D2Q', '28D1Y'], strip: 1, quiet: ['XDP'] });
    stop.abort();
    expect(html()).toBe(before);
  });

  test('leaves a page alone that is none of Sched’s.', async () => {
    const before = await run('<h1>Just a moment</h1><a href="event/28D1Y">x</a>');
    expect(html()).toBe(before);
    await turn({ part: 'strip' }, false);
    expect(html()).toBe(before);
  });

  test.each<[string, Switch, boolean]>([
    ['everything', { all: true }, false],
    ['this host', { host }, false],
    ['another host', { host: new URL(MAIN).host }, true],
  ])('with %s switched off before, does what that says.', async (_, which, stands) => {
    await setSwitch(which, false);
    const before = await run();
    expect(html() !== before).toBe(stands);
    expect(standing().strip).toBe(stands ? 1 : 0);
  });

  test.each<[string, Switch[]]>([
    ['everything is off', [{ all: true }]],
    ['this host is off', [{ host }]],
    ['each part is off', PARTS.map((part) => ({ part }))],
  ])('asks nothing of the background where %s, until it is switched on.', async (_, switches) => {
    for (const which of switches) await setSwitch(which, false);
    await run();
    await run(TITLE, `${CO_LOCATED}/event/28D1Y/slug`);
    expect(asked).toEqual([]);
    for (const which of switches) await turn(which, true);
    expect(asked).not.toEqual([]);
  });

  test.each<[Switch]>([[{ all: true }], [{ host }]])('follows %j off and on, to the byte.', async (which) => {
    const before = await run();
    const shown = standing();
    await turn(which, false);
    expect(html()).toBe(before);
    expect(offByStyle()).toEqual(['highlights', 'cards']);
    await turn(which, true);
    expect(standing()).toEqual(shown);
    expect(offByStyle()).toEqual([]);
  });

  test.each(PARTS)('follows %s off and on, and nothing else changes.', async (part) => {
    await run();
    const shown = standing();
    await turn({ part }, false);
    const gone: Partial<Record<Part, object>> = {
      cards: { cards: [] },
      mentions: { mentions: [] },
      quiet: { quiet: [] },
      strip: { strip: 0 },
    };
    expect(standing()).toEqual({ ...shown, ...gone[part] });
    expect(offByStyle()).toEqual(['highlights', 'cards'].filter((one) => one === part));
    await turn({ part }, true);
    expect(standing()).toEqual(shown);
    expect(offByStyle()).toEqual([]);
  });

  test('starts nothing anew for a switch that is none of its parts’.', async () => {
    await run();
    const card = document.querySelector('csg-card');
    await turn({ others: true }, false);
    expect(document.querySelector('csg-card')).toBe(card);
    expect(document.documentElement.hasAttribute('data-csg-only')).toBe(true);
    await turn({ host: 'other.sched.com' }, false);
    expect(document.querySelector('csg-card')).toBe(card);
  });

  test('leaves out a part that is off on this host alone.', async () => {
    await run();
    await turn({ part: 'quiet', host: new URL(MAIN).host }, false);
    expect(standing().quiet).toEqual(['XDP']);
    await turn({ part: 'quiet', host }, false);
    expect(standing().quiet).toEqual([]);
  });

  test('ends the strip when its reader closes it, and brings it back when it is switched on.', async () => {
    await run();
    press(inside('csg-strip', '[data-action=close]'));
    await rest();
    expect(standing().strip).toBe(0);
    await turn({ part: 'strip' }, true);
    expect(standing().strip).toBe(1);
  });

  test('keeps the sheets of a page that has its own.', async () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    await run();
    await turn({ all: true }, false);
    expect(document.adoptedStyleSheets).toHaveLength(2);
    await turn({ all: true }, true);
    expect(document.adoptedStyleSheets).toEqual([own]);
  });

  test('changes nothing after its signal.', async () => {
    const before = await run();
    stop.abort();
    await turn({ part: 'cards' }, false);
    await turn({ part: 'cards' }, true);
    expect(html()).toBe(before);
  });

  test('asks for what a list shows before the page is parsed, and once.', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const running = run();
    await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['list']));
    state.mockRestore();
    document.dispatchEvent(new Event('readystatechange'));
    await running;
    expect(asked.filter(({ type }) => type === 'list' || type === 'panel')).toHaveLength(1);
  });

  test('tells the background what fails, for a bug report.', async () => {
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

  test('asks for the briefing of its page, and once.', async () => {
    await run(TITLE + bar('28D2Q'), `${CO_LOCATED}/event/28D1Y/slug`);
    const panels = asked.filter((message) => message.type === 'panel');
    expect(panels).toEqual([{ type: 'panel', kind: 'briefing', id: '28D1Y' }]);
    expect(standing().briefing).toEqual(['28D1Y']);
  });

  test.each(['Title', 'Operating Tetragon, and Cilium'])(
    'asks for none on another session’s page: %s.',
    async (title) => {
      await run(TITLE.replace('Title', title), `${CO_LOCATED}/event/28D4J/slug`);
      expect(standing().mentions.length).toBe(title === 'Title' ? 0 : 1);
      expect(asked.filter((message) => message.type === 'panel')).toEqual([]);
    },
  );
});
