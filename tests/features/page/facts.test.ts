// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isKnown, keepSeen } from '../../../features/background/seen.ts';
import { startFacts } from '../../../features/page/facts.ts';
import type { Ask, Message } from '../../../lib/messages.ts';
import { PARTS, switchKey } from '../../../lib/own/settings.ts';
import { CO_LOCATED, one, openPage } from '../../sched/open-page.ts';
import { bar, TITLE } from './page.ts';

type Seen = Extract<Message, { type: 'seen' }>;

const DAY = '2025-11-10';
const WHOLE = `<div id="sched-content-inner"><div class="list-simple"><a class="sched-container-anchor" id="${DAY}"></a>
  <div>${bar('28D1Y', 'Containing Wildfires')}${bar('28D4J')}</div><div class="sched-container-bottom"></div></div></div><p></p>`;
/** A part of a list, without its day. */
const PART = `<div class="list-simple">${bar('28D1Y', 'Containing Wildfires')}</div>`;

const navigation = new EventTarget();
let stop: AbortController;
let sent: Seen[];
const ask = (async (message: Seen) => {
  sent.push(message);
  return true;
}) as Ask;

beforeEach(() => {
  sent = [];
  stop = new AbortController();
  vi.stubGlobal('navigation', navigation);
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** Opens a page whose document finished loading at the address `loaded`. */
async function open(path: string, body: string, loaded = path, asking = ask): Promise<void> {
  openPage(CO_LOCATED + path, body);
  const load = { name: CO_LOCATED + loaded, domContentLoadedEventStart: 1 };
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([load as never]);
  await startFacts(stop.signal, asking);
}

function hide(): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the facts of guide sessions', () => {
  test('are sent from a list, with the days that the list has in full', async () => {
    await open('/list/simple', WHOLE);
    expect(sent).toEqual([
      {
        type: 'seen',
        host: new URL(CO_LOCATED).host,
        hash: expect.any(String),
        zone: undefined,
        whole: { days: [DAY], ids: ['28D1Y'] },
        sessions: { '28D1Y': expect.objectContaining({ title: 'Containing Wildfires' }) },
      },
    ]);
  });

  test('are sent from an event page, with the details around its title', async () => {
    const room = '<div class="list-single__location">Hall 1</div>';
    await open('/event/28D1Y/slug', TITLE.replace('<p>Text</p>', room));
    expect(sent[0]?.sessions).toEqual({ '28D1Y': expect.objectContaining({ title: 'Title', room: 'Hall 1' }) });
  });

  test.each(['before', 'after'])(
    'are sent from an event page that also has a bar of the session %s its title',
    async (where) => {
      const room = '<div class="list-single__location">Hall 1</div>';
      const page = TITLE.replace('<p>Text</p>', room);
      const more = `<div>${bar('28D1Y', 'Other')}</div>`;
      await open('/event/28D1Y/slug', where === 'before' ? more + page : page + more);
      expect(sent[0]?.sessions).toEqual({ '28D1Y': expect.objectContaining({ title: 'Title', room: 'Hall 1' }) });
    },
  );

  test('come from the first bar when a list repeats a session without its details', async () => {
    const details = '<div class="sched-event-details-container"><div class="list-single__location">Hall 1</div></div>';
    await open(
      '/list/descriptions',
      `<div class="list-expanded">${bar('28D1Y')}${details}</div><div>${bar('28D1Y')}</div>`,
    );
    expect(sent[0]?.sessions).toEqual({ '28D1Y': expect.objectContaining({ room: 'Hall 1' }) });
  });

  test('come from the bar, not from the tooltip, which has a shortened title', async () => {
    await open('/list/simple', `<div id="tip">${bar('28D1Y', 'Wild…')}</div>${PART}`);
    expect(sent[0]?.sessions).toEqual({ '28D1Y': expect.objectContaining({ title: 'Containing Wildfires' }) });
  });

  test('are sent however the link is spelled, but not for a link in a text', async () => {
    const odd = bar('x').replace('event/x/slug', `${CO_LOCATED}/event/./28D2Q?iframe=yes`);
    await open('/list/simple', `${PART}${odd}<p><a href="event/28D0X">words</a></p>`);
    expect(Object.keys(sent[0]?.sessions ?? {})).toEqual(['28D1Y', '28D2Q']);
  });

  test('are sent again when the reader leaves the page, if they have changed', async () => {
    await open('/list/simple', PART);
    hide();
    expect(sent).toHaveLength(1);
    one('.event').classList.add('sub');
    hide();
    expect(sent.map(({ sessions }) => sessions['28D1Y']?.saved)).toEqual([undefined, true]);
  });

  test('are sent by a page that returns from the back/forward cache and was switched on meanwhile', async () => {
    await fakeBrowser.storage.local.set({ [switchKey({ all: true })]: true });
    await open('/list/simple', PART);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockResolvedValue({} as never);
    const show = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    show(false);
    await Promise.resolve();
    expect(sent).toEqual([]);
    show(true);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  test('are sent again after a client-side navigation', async () => {
    await open('/list/simple', PART);
    one('.list-simple').innerHTML = bar('28D2Q');
    navigation.dispatchEvent(new Event('currententrychange'));
    await vi.waitFor(() => expect(sent.map(({ sessions }) => Object.keys(sessions))).toEqual([['28D1Y'], ['28D2Q']]));
  });
});

describe('facts that the background knows', () => {
  let settled: number;
  beforeEach(() => {
    settled = 0;
  });
  /** Asks the real background. */
  const askReal = (async (message: Message) => {
    if (message.type === 'known') {
      const known = await isKnown(location.host, message.hash);
      if (known) settled += 1;
      return known;
    }
    if (message.type !== 'seen') return true;
    sent.push(message);
    await keepSeen(message, Date.now());
    settled += 1;
    return true;
  }) as Ask;
  const reload = async (body: string) => {
    stop.abort();
    stop = new AbortController();
    const before = settled;
    await open('/list/simple', body, '/list/simple', askReal);
    await vi.waitFor(() => expect(settled).toBe(before + 1));
  };

  test('are not sent again by a reload, nor by another page without new facts', async () => {
    await reload(WHOLE);
    await reload(WHOLE);
    expect(sent).toHaveLength(1);
    await reload(PART);
    await reload(WHOLE);
    await reload(PART);
    expect(sent.map(({ whole }) => whole !== undefined)).toEqual([true, false]);
  });

  test('are sent again when they have changed, and when another page has changed them', async () => {
    const other = PART.replace('Containing Wildfires', 'Another title');
    for (const body of [PART, other, PART, other, other]) await reload(body);
    expect(sent.map(({ sessions }) => sessions['28D1Y']?.title)).toEqual([
      'Containing Wildfires',
      'Another title',
      'Containing Wildfires',
      'Another title',
    ]);
  });

  test('are sent again on another day', async () => {
    await reload(PART);
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
    await reload(PART);
    vi.useRealTimers();
    expect(sent).toHaveLength(2);
  });

  test('are sent again after storage was cleared', async () => {
    await reload(PART);
    await fakeBrowser.storage.local.clear();
    await reload(PART);
    expect(sent).toHaveLength(2);
  });
});

describe('the facts script', () => {
  test('sends nothing from a page that is not Sched’s', async () => {
    await open('/list/simple', bar('28D1Y'));
    hide();
    expect(sent).toEqual([]);
  });

  test('sends nothing from a list without guide sessions', async () => {
    await open('/list/simple', `<div class="list-simple">${bar('28D4J')}</div>`);
    expect(sent).toEqual([]);
  });

  test.each([
    ['everywhere', [switchKey({ all: true })]],
    ['on the host', [switchKey({ host: new URL(CO_LOCATED).host })]],
    ['part by part', PARTS.map((part) => switchKey({ part }))],
  ])('sends nothing while the extension is off %s, until it is switched on', async (_, keys) => {
    await fakeBrowser.storage.local.set(Object.fromEntries(keys.map((key) => [key, true])));
    await open('/list/simple', PART);
    hide();
    expect(sent).toEqual([]);
    await fakeBrowser.storage.local.remove(keys);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  test('sends nothing after the signal aborts', async () => {
    await open('/list/simple', PART);
    stop.abort();
    one('.event').classList.add('sub');
    hide();
    expect(sent).toHaveLength(1);
  });
});

describe('a whole list', () => {
  test('is not reported when its document did not finish loading', async () => {
    openPage(`${CO_LOCATED}/list/simple`, WHOLE);
    await startFacts(stop.signal, ask);
    expect(sent.map(({ whole }) => whole)).toEqual([undefined]);
  });

  test('is not reported when the page has navigated since, and may still be drawing', async () => {
    await open('/list/simple', WHOLE, '/list/simple?searchstring=a');
    expect(sent.map(({ whole }) => whole)).toEqual([undefined]);
  });

  test('is not reported later, when the page’s filter may have removed sessions', async () => {
    await open('/list/simple', WHOLE);
    one('.event').classList.add('sub');
    hide();
    expect(sent.map(({ whole }) => whole !== undefined)).toEqual([true, false]);
  });
});
