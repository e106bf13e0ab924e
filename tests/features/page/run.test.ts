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
import { ALL, answer, askBy, bar, heldSettings, inside, LIST, standing, TITLE } from './page.ts';

holdTimers();

let stop: AbortController;
/** What the background was told of shown sessions. */
let told: unknown[];
/** The sessions whose panels were asked for. */
let panels: string[];

beforeEach(() => {
  stop = new AbortController();
  told = [];
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
    if (message.type === 'shown') told.push(message);
    if (message.type === 'panel') panels.push(message.id);
    return answer(message);
  });
  startFeatures(new Set(parts), await pageOwn(stop.signal), heldSettings(), ask, stop.signal);
  await rest();
  return before;
}

const without = (part: Part): Iterable<Part> => PARTS.filter((one) => one !== part);

describe('On a list', () => {
  test('with all parts on, sessions are marked, with cards, below the strip.', async () => {
    await start(PARTS);
    expect(standing()).toEqual(ALL);
    expect(document.documentElement.dataset.csgGuide).toBe('kubecon-na-2025');
    expect(inside('csg-strip', '.counts')?.textContent).toBe('2 guide sessions, 2 mentions');
  });

  test('a mention is marked with its id, kind, degree and words, and has no card.', async () => {
    await start(PARTS);
    const link = one('[data-csg-link=strong]');
    expect(link.getAttribute('href')).toBe('event/28AA1/slug');
    const { csgSession, csgKind } = one('.event:has([data-csg-link=strong])').dataset;
    expect([csgSession, csgKind]).toEqual(['28AA1', 'mention']);
    expect(one('[data-csg-link=quiet]').closest('.event')?.getAttribute('data-csg-session')).toBe('28AA2');
    expect(one('[data-csg-link=guide]').dataset.csgWords).toBeUndefined();
    expect(document.querySelectorAll('[data-csg-session="28AA3"]')).toHaveLength(0);
  });

  test('a mention’s label gets room where the link flows in a text, and a bar stays as it is.', async () => {
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
  ])('without %s nothing else is missing.', async (part, missing) => {
    await start(without(part));
    expect(standing()).toEqual({ ...ALL, ...missing });
  });

  test('without highlights, cards lie free of the room that the highlight keeps.', async () => {
    await start(without('highlights'));
    expect([...document.querySelectorAll('csg-card')].filter((card) => !card.hasAttribute('data-free'))).toEqual([]);
  });

  test('cards say their takeaway when it has come.', async () => {
    await start(PARTS);
    expect(inside('csg-card', '.takeaway')?.textContent).toBe(
      guide.sessions.find(({ id }) => id === '28D1Y')?.takeaway,
    );
  });

  test('stars show what is stored, and a press stores.', async () => {
    await setPicked('28D1Y', 'g', true);
    await start(PARTS);
    const star = inside('csg-card', '.star');
    expect(star?.getAttribute('aria-pressed')).toBe('true');
    star?.click();
    await rest();
    expect(star?.getAttribute('aria-pressed')).toBe('false');
    expect(await stored()).toEqual({});
  });

  test('the background is told of the guide’s sessions, not of mentions.', async () => {
    await start(PARTS);
    await rest(80);
    expect(told).toEqual([{ type: 'shown', ids: ['28D1Y', '28D2Q'] }]);
  });

  test('a page that draws itself again from its own markup has one card for each session, and one strip.', async () => {
    await start(PARTS);
    for (let times = 0; times < 3; times++) {
      const content = one('#sched-content-inner');
      content.innerHTML = String(content.innerHTML);
      await rest();
    }
    expect(standing()).toEqual(ALL);
    const ours = [...document.querySelectorAll('csg-card, csg-strip')];
    expect(ours.filter(({ shadowRoot }) => !shadowRoot)).toEqual([]);
  });

  test('a copy of a list has cards of its own, of which none is empty.', async () => {
    await start(PARTS);
    one('#sched-content-inner').append(one('.list-simple').cloneNode(true));
    await rest();
    const cards = [...document.querySelectorAll('csg-card')];
    expect(cards.map(({ shadowRoot }) => shadowRoot !== null)).toEqual(Array(6).fill(true));
  });

  test('a root element without our mark, as after document.open(), has it again with the next change.', async () => {
    await start(PARTS);
    delete document.documentElement.dataset.csgGuide;
    one('.list-simple').append(document.createElement('p'));
    await rest();
    expect(document.documentElement.dataset.csgGuide).toBe(guide.id);
  });

  test('what comes later is marked too, as a mention by its description where there is one.', async () => {
    await start(PARTS);
    const details = (text: string) =>
      `<div class="sched-event-details-container"><div class="tip-description">${text}</div></div>`;
    const more =
      bar('28AA4', 'Plain', details('Hubble beside eBPF')) + bar('28AA5', 'Plain', details('Space')) + bar('28D0X');
    one('.list-simple').insertAdjacentHTML('beforeend', more);
    await rest();
    expect(standing()).toEqual({
      ...ALL,
      marks: [...ALL.marks, '28D0X'],
      mentions: [...ALL.mentions, 'Hubble, eBPF'],
      cards: [...ALL.cards, '28D0X'],
    });
  });
});

describe('A feature that fails costs no other, and is reported', () => {
  const errors = () => takeErrors().map(String);

  test('when it starts.', async () => {
    const Observer = ResizeObserver;
    let made = 0;
    vi.stubGlobal('ResizeObserver', function (this: unknown, callback: ResizeObserverCallback) {
      made += 1;
      if (made === 1) throw new TypeError('odd');
      return new Observer(callback);
    });
    await start(PARTS);
    expect(standing()).toEqual({ ...ALL, cards: [] });
    expect(errors()).toEqual([expect.stringContaining('(page)')]);
  });

  test('when sessions come.', async () => {
    const dataset = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'dataset')?.get;
    vi.spyOn(HTMLElement.prototype, 'dataset', 'get').mockImplementation(function (this: HTMLElement) {
      if (this.matches('.event')) throw new TypeError('odd');
      return dataset?.call(this);
    });
    await start(PARTS);
    expect(standing()).toEqual({ ...ALL, marks: [], mentions: [], quiet: [] });
    expect(errors()).toEqual([expect.stringContaining('(page)')]);
  });
});

describe('On a session’s page', () => {
  test('the briefing is loaded again when a page says something new of its session, and of no other.', async () => {
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
  ])('with %j there is the briefing and no strip.', async (parts, briefing, cards) => {
    await start(parts, TITLE + bar('28D2Q'), `${CO_LOCATED}/event/28D1Y/slug`);
    expect(standing()).toMatchObject({ briefing, cards, strip: 0, marks: ['28D1Y', '28D2Q'] });
  });

  test('that mentions the subject the title is marked, without a briefing.', async () => {
    const body = TITLE.replace('>Title<', '>Cilium at scale<');
    await start(PARTS, body, `${MAIN}/event/28AA1/slug`);
    expect(standing()).toMatchObject({ mentions: ['Cilium'], briefing: [], cards: [], marks: [] });
  });
});

describe('After the signal the page is byte for byte what it was', () => {
  test.each<[string, Iterable<Part>, string, string]>([
    ['a list', PARTS, LIST, '/list/simple'],
    ['a list without highlights', without('highlights'), LIST, '/list/simple'],
    ['a session’s page', PARTS, TITLE + bar('28D2Q') + bar('28AA1', 'Cilium'), '/event/28D1Y/slug'],
  ])('%s.', async (_, parts, body, path) => {
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
