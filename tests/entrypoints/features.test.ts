// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guide } from '../../data/index.ts';
import { pageIndex } from '../../data/page-index.ts';
import { briefing } from '../../entrypoints/sched.content/briefing.tsx';
import { cards } from '../../entrypoints/sched.content/cards.ts';
import type { Feature, FeatureContext } from '../../entrypoints/sched.content/context.ts';
import { marks } from '../../entrypoints/sched.content/marks.ts';
import { detailOf } from '../../lib/agenda.ts';
import { watchSessions } from '../../sched/observe.ts';
import { recogniser } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from '../sched/page-of.ts';

// As in the content script's build (scripts/vite.ts).
vi.mock('preact/jsx-runtime', () => import('../../components/dom/jsx-runtime.ts'));
vi.mock('preact/jsx-dev-runtime', () => import('../../components/dom/jsx-runtime.ts'));

const IDS = new Set(guide.sessions.map(({ id }) => id));
const bar = (id: string) => `<span class="event ev_2"><a class="name" href="event/${id}/slug">${id}</a></span>`;
const LIST = `<div id="list">${bar('28D1Y')}${bar('28D4J')}${bar('28D2Q')}</div><ul><li><a href="event/28D0X">x</a></li></ul>`;
const TITLE =
  '<div class="list-single__event"><span class="event"><a class="name" href="#">Title</a></span></div><p>Text</p>';

let stop: AbortController;
let picked: Set<string>;
let changed: (() => void)[];

beforeEach(() => {
  stop = new AbortController();
  picked = new Set();
  changed = [];
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

/** Runs features on a page; returns the page as it was before. */
function run(features: ((context: FeatureContext) => Feature)[], body = LIST, path = '/list/simple'): string {
  openPage(CO_LOCATED + path, body);
  const before = document.documentElement.outerHTML;
  const context: FeatureContext = {
    index: pageIndex,
    signal: stop.signal,
    detail: async (id) => detailOf(guide, id),
    picks: {
      has: (id) => picked.has(id),
      toggle: (id) => {
        picked = picked.has(id) ? picked.difference(new Set([id])) : new Set([...picked, id]);
        for (const call of changed) call();
      },
      subscribe: (call) => void changed.push(call),
    },
  };
  const started = features.map((feature) => feature(context));
  const settle: Feature = (difference) => {
    for (const feature of started) feature(difference);
  };
  watchSessions(document, recogniser(document, IDS, HOSTS), settle, stop.signal);
  return before;
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 10));
const cardIds = () => [...document.querySelectorAll<HTMLElement>('csg-card')].map(({ dataset }) => dataset.session);
const inCard = (selector: string, id = '28D1Y') => {
  return document.querySelector(`csg-card[data-session="${id}"]`)?.shadowRoot?.querySelector<HTMLElement>(selector);
};

describe('Marks', () => {
  test('stand on the guide’s sessions, and the guide on the page.', () => {
    run([marks]);
    expect(document.documentElement.dataset.csgGuide).toBe('kubecon-na-2025');
    const marked = [...document.querySelectorAll<HTMLElement>('[data-csg-session], [data-csg-kind]')];
    expect(marked.map(({ localName, dataset }) => [localName, dataset.csgSession, dataset.csgKind])).toEqual([
      ['span', '28D1Y', 'guide'],
      ['span', '28D2Q', 'guide'],
      ['li', '28D0X', 'guide'],
    ]);
    expect(document.querySelectorAll('a[data-csg-link]')).toHaveLength(3);
  });

  test('follow a link that leads to another session, or to none.', async () => {
    run([marks]);
    one('#list a').setAttribute('href', 'event/28D0g');
    await rest();
    expect(one('#list .event').dataset.csgSession).toBe('28D0g');
    one('#list a').setAttribute('href', 'event/28D4J');
    await rest();
    expect(one('#list .event').outerHTML).toBe(
      bar('28D4J').replace('event/28D4J/slug', 'event/28D4J').replace('>28D4J<', '>28D1Y<'),
    );
  });
});

describe('Cards', () => {
  test('stand after each session of the guide, once.', () => {
    run([marks, cards]);
    expect(cardIds()).toEqual(['28D1Y', '28D2Q', '28D0X']);
    expect(one('csg-card').previousElementSibling).toBe(one('.event'));
    expect(one('csg-card').getAttribute('aria-label')).toContain('Containing Wildfires');
  });

  test('are put back when the page removes them, and go with their session.', async () => {
    run([marks, cards]);
    for (let i = 0; i < 5; i += 1) {
      one('csg-card').remove();
      await rest();
    }
    expect(cardIds()).toEqual(['28D1Y', '28D2Q', '28D0X']);
    one('.event').remove();
    await rest();
    expect(cardIds()).toEqual(['28D2Q', '28D0X']);
  });

  test('open and close: by their button, and by Escape, which gives the focus back.', async () => {
    // A card as wide as a list: a narrower one opens over the page, which needs a browser.
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
    run([cards]);
    const toggle = inCard('.toggle') as HTMLElement;
    toggle.click();
    await rest();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(inCard('.panel')?.textContent).toContain('lateral movement');
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    inCard('.panel')?.dispatchEvent(pressed);
    expect([toggle.getAttribute('aria-expanded'), inCard('.panel')]).toEqual(['false', null]);
  });

  test('and briefings show the star that was set elsewhere.', async () => {
    run([cards, briefing], TITLE + bar('28D2Q'), '/event/28D1Y/slug');
    await rest();
    inCard('.star', '28D2Q')?.click();
    expect(inCard('.star', '28D2Q')?.getAttribute('aria-pressed')).toBe('true');
    const star = one('csg-briefing').shadowRoot?.querySelector<HTMLElement>('.star');
    expect(star?.getAttribute('aria-pressed')).toBe('false');
    star?.click();
    expect([...picked]).toEqual(['28D2Q', '28D1Y']);
    expect(star?.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('A briefing', () => {
  test('stands once after the title’s block, is put back, and goes with the title.', async () => {
    run([marks, briefing], TITLE, '/event/28D1Y/slug');
    await rest();
    const isThere = () => one('.list-single__event').nextElementSibling?.localName;
    expect(isThere()).toBe('csg-briefing');
    one('csg-briefing').remove();
    await rest();
    expect([isThere(), document.querySelectorAll('csg-briefing').length]).toEqual(['csg-briefing', 1]);
    one('.event').remove();
    await rest();
    expect(document.querySelector('csg-briefing')).toBeNull();
  });
});

describe('After the signal the page is byte for byte what it was', () => {
  test.each([
    ['a list with marks', [marks], LIST, '/list/simple'],
    ['a list with cards', [marks, cards], LIST, '/list/simple'],
    ['an event page', [marks, cards, briefing], TITLE + LIST, '/event/28D1Y/slug'],
  ])('%s.', async (_, features, body, path) => {
    const before = run(features, body, path);
    await rest();
    expect(document.documentElement.outerHTML).not.toBe(before);
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('also when the briefing’s texts arrive too late.', async () => {
    const before = run([marks, briefing], TITLE, '/event/28D1Y/slug');
    stop.abort();
    await rest();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
