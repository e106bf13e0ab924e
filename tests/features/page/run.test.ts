// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guide } from '../../../data/index.ts';
import { pageOwn } from '../../../features/page/own.ts';
import { startFeatures } from '../../../features/page/run.ts';
import { PARTS, type Part } from '../../../lib/own/settings.ts';
import { seenKey } from '../../../lib/seen/seen.ts';
import { takeErrors } from '../../errors.ts';
import { setPicked, stored } from '../../lib/own/stored.ts';
import { CO_LOCATED, MAIN, one, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { ALL, answer, askBy, bar, inside, LIST, memorySettings, pageState, TITLE } from './page.ts';

holdTimers();

let stop: AbortController;
/** The “shown” messages that were sent to the background. */
let shown: unknown[];
/** The sessions whose panels were requested. */
let panels: string[];

beforeEach(() => {
  stop = new AbortController();
  shown = [];
  panels = [];
  // Cards as wide as a list: narrower ones open over the page, which needs a browser.
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** Starts what is on; returns the page as it was before. */
async function start(parts: Iterable<Part>, body = LIST, address = `${CO_LOCATED}/list/simple`): Promise<string> {
  openPage(address, body);
  const before = document.documentElement.outerHTML;
  const ask = askBy(async (message) => {
    if (message.type === 'shown') shown.push(message);
    if (message.type === 'panel') panels.push(message.id);
    return answer(message);
  });
  startFeatures(new Set(parts), await pageOwn(stop.signal), memorySettings(), ask, stop.signal);
  await rest();
  return before;
}

const without = (part: Part): Iterable<Part> => PARTS.filter((one) => one !== part);

describe('a list', () => {
  test('with all parts on has marks, cards and the strip', async () => {
    await start(PARTS);
    expect(pageState()).toEqual(ALL);
    expect(document.documentElement.dataset.csgGuide).toBe('kubecon-na-2025');
    expect(inside('csg-strip', '.counts')?.textContent).toBe('2 guide sessions, 2 mentions');
  });

  test('marks a mention with its id, kind, degree and words', async () => {
    await start(PARTS);
    const link = one('[data-csg-link=strong]');
    expect(link.getAttribute('href')).toBe('event/28AA1/slug');
    const { csgSession, csgKind } = one('.event:has([data-csg-link=strong])').dataset;
    expect([csgSession, csgKind]).toEqual(['28AA1', 'mention']);
    expect(one('[data-csg-link=quiet]').closest('.event')?.getAttribute('data-csg-session')).toBe('28AA2');
    expect(one('[data-csg-link=guide]').dataset.csgWords).toBeUndefined();
    expect(document.querySelectorAll('[data-csg-session="28AA3"]')).toHaveLength(0);
  });

  test('makes room for the label of a mention in a text, but not in a bar', async () => {
    const asked = vi.spyOn(globalThis, 'getComputedStyle');
    const styles = '<style>p > a { display: inline }</style>';
    await start(PARTS, `${styles}${LIST}<p>See <a href="event/28AA4/x">eBPF</a>, <a href="event/28D2Q/x">DNS</a>.</p>`);
    const links = [...document.querySelectorAll<HTMLElement>('[data-csg-words]')];
    expect(links.map(({ dataset }) => [dataset.csgWords, dataset.csgInline])).toEqual([
      ['Cilium, Tetragon', undefined],
      ['XDP', undefined],
      ['eBPF', ''],
    ]);
    const bars = asked.mock.calls.filter(([element]) => element.matches('.event > a'));
    expect(bars, 'asking for the style of a bar lays out the list').toEqual([]);
    expect(document.querySelectorAll('[data-csg-inline]')).toHaveLength(1);
    stop.abort();
    expect(document.querySelectorAll('[data-csg-inline]')).toHaveLength(0);
  });

  test.each<[Part, Partial<typeof ALL>]>([
    ['highlights', {}],
    ['cards', { cards: [] }],
    ['mentions', { mentions: [] }],
    ['quiet', { quiet: [] }],
    ['strip', { strip: 0 }],
  ])('without the part “%s” has all other parts', async (part, missing) => {
    await start(without(part));
    expect(pageState()).toEqual({ ...ALL, ...missing });
  });

  test('without highlights has data-free on every card', async () => {
    await start(without('highlights'));
    expect([...document.querySelectorAll('csg-card')].filter((card) => !card.hasAttribute('data-free'))).toEqual([]);
  });

  test('shows the takeaway in a card', async () => {
    await start(PARTS);
    expect(inside('csg-card', '.takeaway')?.textContent).toBe(
      guide.sessions.find(({ id }) => id === '28D1Y')?.takeaway,
    );
  });

  test('shows stored stars, and stores a press', async () => {
    await setPicked('28D1Y', 'g', true);
    await start(PARTS);
    const star = inside('csg-card', '.star');
    expect(star?.getAttribute('aria-pressed')).toBe('true');
    star?.click();
    await rest();
    expect(star?.getAttribute('aria-pressed')).toBe('false');
    expect(await stored()).toEqual({});
  });

  test('sends guide sessions to the background, but no mentions', async () => {
    await start(PARTS);
    await rest(80);
    expect(shown).toEqual([{ type: 'shown', ids: ['28D1Y', '28D2Q'] }]);
  });

  test('that the page renders again from its own markup has one card for each session, and one strip', async () => {
    await start(PARTS);
    for (let times = 0; times < 3; times++) {
      const content = one('#sched-content-inner');
      content.innerHTML = String(content.innerHTML);
      await rest();
    }
    expect(pageState()).toEqual(ALL);
    const ours = [...document.querySelectorAll('csg-card, csg-strip')];
    expect(ours.filter(({ shadowRoot }) => !shadowRoot)).toEqual([]);
  });

  test('that the page copies has cards in the copy too, none of them empty', async () => {
    await start(PARTS);
    one('#sched-content-inner').append(one('.list-simple').cloneNode(true));
    await rest();
    const cards = [...document.querySelectorAll('csg-card')];
    expect(cards.map(({ shadowRoot }) => shadowRoot !== null)).toEqual(Array(6).fill(true));
  });

  test('gets the mark on the root element back with the next change, as after document.open()', async () => {
    await start(PARTS);
    delete document.documentElement.dataset.csgGuide;
    one('.list-simple').append(document.createElement('p'));
    await rest();
    expect(document.documentElement.dataset.csgGuide).toBe(guide.id);
  });

  test('marks what is added later, including mentions in a description', async () => {
    await start(PARTS);
    const details = (text: string) =>
      `<div class="sched-event-details-container"><div class="tip-description">${text}</div></div>`;
    const more =
      bar('28AA4', 'Plain', details('Hubble beside eBPF')) + bar('28AA5', 'Plain', details('Space')) + bar('28D0X');
    one('.list-simple').insertAdjacentHTML('beforeend', more);
    await rest();
    expect(pageState()).toEqual({
      ...ALL,
      marks: [...ALL.marks, '28D0X'],
      mentions: [...ALL.mentions, 'Hubble, eBPF'],
      cards: [...ALL.cards, '28D0X'],
    });
  });
});

describe('a feature that fails', () => {
  const errors = () => takeErrors().map(String);

  test('when it starts is reported, and the others run', async () => {
    const Observer = ResizeObserver;
    let made = 0;
    vi.stubGlobal('ResizeObserver', function (this: unknown, callback: ResizeObserverCallback) {
      made += 1;
      if (made === 1) throw new TypeError('odd');
      return new Observer(callback);
    });
    await start(PARTS);
    expect(pageState()).toEqual({ ...ALL, cards: [] });
    expect(errors()).toEqual([expect.stringContaining('(page)')]);
  });

  test('when sessions are found is reported, and the others run', async () => {
    const dataset = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'dataset')?.get;
    vi.spyOn(HTMLElement.prototype, 'dataset', 'get').mockImplementation(function (this: HTMLElement) {
      if (this.matches('.event')) throw new TypeError('odd');
      return dataset?.call(this);
    });
    await start(PARTS);
    expect(pageState()).toEqual({ ...ALL, marks: [], mentions: [], quiet: [] });
    expect(errors()).toEqual([expect.stringContaining('(page)')]);
  });
});

describe('an event page', () => {
  test('reloads the briefing when the facts of its session change, and not for another session', async () => {
    await start(PARTS, TITLE, `${CO_LOCATED}/event/28D1Y/slug`);
    expect(panels).toEqual(['28D1Y']);
    await fakeBrowser.storage.local.set({ [seenKey('28D2Q')]: { at: 1 } });
    await rest();
    expect(panels).toEqual(['28D1Y']);
    await fakeBrowser.storage.local.set({ [seenKey('28D1Y')]: { at: 1 } });
    await rest();
    expect(panels).toEqual(['28D1Y', '28D1Y']);
  });

  test.each<[Iterable<Part>, string[], string[]]>([
    [PARTS, ['28D1Y'], ['28D2Q']],
    [without('cards'), [], []],
  ])('with the parts %j has no strip, and a briefing only with “cards”', async (parts, briefing, cards) => {
    await start(parts, TITLE + bar('28D2Q'), `${CO_LOCATED}/event/28D1Y/slug`);
    expect(pageState()).toMatchObject({ briefing, cards, strip: 0, marks: ['28D1Y', '28D2Q'] });
  });

  test('that mentions the subject has a marked title, but no briefing', async () => {
    const body = TITLE.replace('>Title<', '>Cilium at scale<');
    await start(PARTS, body, `${MAIN}/event/28AA1/slug`);
    expect(pageState()).toMatchObject({ mentions: ['Cilium'], briefing: [], cards: [], marks: [] });
  });
});

describe('a page after the signal aborts', () => {
  test.each<[string, Iterable<Part>, string, string]>([
    ['a list', PARTS, LIST, '/list/simple'],
    ['a list without highlights', without('highlights'), LIST, '/list/simple'],
    ['a session’s page', PARTS, TITLE + bar('28D2Q') + bar('28AA1', 'Cilium'), '/event/28D1Y/slug'],
  ])('is byte for byte as before: %s', async (_, parts, body, path) => {
    const before = await start(parts, body, CO_LOCATED + path);
    expect(document.documentElement.outerHTML).not.toBe(before);
    inside('csg-card', '.toggle')?.click();
    inside('csg-strip', '[data-action=about]')?.click();
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
    expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(false);
  });
});
