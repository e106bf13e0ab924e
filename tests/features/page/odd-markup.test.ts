// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { CO_LOCATED, hideMembers, one, openPage } from '../../sched/open-page.ts';
import { ALL, answer, bar, inside, LIST, pageState, press, TITLE } from './page.ts';

let stop: AbortController;
afterEach(() => stop.abort());

async function open(body: string, address = `${CO_LOCATED}/list/simple`, change = () => {}): Promise<void> {
  stop = new AbortController();
  fakeBrowser.runtime.sendMessage = (async (message: Message) => answer(message)) as never;
  openPage(address, body);
  change();
  await startPage(stop.signal);
}

test.each(['', 'true', 'plaintext-only'])(
  'Editable text (contenteditable="%s") is left alone, but not the rest of the page',
  async (value) => {
    const text = `<div contenteditable="${value}" id="text"><p>See <a href="event/28D1Y">this</a> <b contenteditable="false"><a href="event/28D2Q">that</a></b>.</p></div>`;
    await open(LIST + text);
    await vi.waitFor(() => expect(pageState()).toMatchObject({ cards: ['28D1Y', '28D2Q', '28D1Y'], strip: 1 }));
    expect(document.body.innerHTML).toContain(text);
  },
);

test.each(['false', 'FALSE', 'inherit', 'bogus', 'off'])(
  'A list that contenteditable="%s" does not make editable has its marks, cards and strip',
  async (value) => {
    await open(`<div contenteditable="${value}">${LIST}</div>`);
    await vi.waitFor(() => expect(pageState()).toEqual(ALL));
  },
);

test('Text that becomes editable loses its marks, and gets them back afterwards', async () => {
  await open(`<div id="text">${LIST}</div>`);
  await vi.waitFor(() => expect(pageState().cards).toHaveLength(3));
  one('#text').setAttribute('contenteditable', 'true');
  await vi.waitFor(() => expect(pageState()).toMatchObject({ cards: [], marks: [], mentions: [] }));
  one('#text').removeAttribute('contenteditable');
  await vi.waitFor(() => expect(pageState().cards).toHaveLength(3));
});

test.each([
  'closest',
  'children',
  'parentElement',
  'textContent',
  'querySelector',
  'getAttribute',
  'dataset',
  'matches',
  'nodeType',
  'after',
  'isConnected',
  'tagName',
])('A form around a session with a field named “%s” does not affect the cards of other sessions', async (name) => {
  await open(
    `<div class="list-simple"><form class="event"><input name="${name}"><a href="event/28D0X">A</a></form>${bar('28D1Y')}${bar('28D2Q')}</div>`,
  );
  await vi.waitFor(() => expect(pageState().cards).toEqual(expect.arrayContaining(['28D1Y', '28D2Q'])));
});

describe('a form with fields named like its members', () => {
  const fields = '<input name="before"><input name="after">';
  test('gets the strip when it is the list', async () => {
    const list = `<form class="list-simple">${fields}${bar('28D1Y')}</form>`;
    await open(`<div id="sched-content-inner">${list}</div>`, undefined, hideMembers);
    await vi.waitFor(() => expect(pageState()).toMatchObject({ cards: ['28D1Y'], strip: 1 }));
  });

  test('gets the strip when it is the content', async () => {
    await open(`<form id="sched-content-inner">${fields}${bar('28D1Y')}</form>`, undefined, hideMembers);
    await vi.waitFor(() => expect(pageState()).toMatchObject({ cards: ['28D1Y'], strip: 1 }));
    expect(one('csg-strip').nextElementSibling?.id).toBe('sched-content-inner');
  });

  test('gets the briefing when it is the title block', async () => {
    const form = `<form class="list-single__event">${fields}<span class="event"><a class="name" href="#">A</a></span></form>`;
    await open(`<div class="list-single">${form}</div>`, `${CO_LOCATED}/event/28D1Y/slug`, hideMembers);
    await vi.waitFor(() => expect(inside('csg-briefing', '.star')).not.toBeNull());
  });
});

test('A short link to another conference is not a mention', async () => {
  await open(`${LIST}<a href="https://sched.co/28AA9">Cilium</a> <a href="https://sched.co/28D0X">Cilium</a>`);
  await vi.waitFor(() => expect(pageState().marks).toContain('28D0X'));
  expect(one('[href$="28AA9"]').outerHTML).toBe('<a href="https://sched.co/28AA9">Cilium</a>');
});

describe('a page whose getComputedStyle', () => {
  // Wide enough for a card that opens in its bar.
  beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600));

  const ODD: [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new TypeError('no style');
      },
    ],
    ['returns null', () => null],
    ['returns no properties', () => ({})],
    ['returns empty values', () => ({ display: '', backgroundColor: '', marginBlockEnd: '' })],
  ];

  test.each(ODD)('%s has marks, cards and the strip on a list', async (_, computed) => {
    vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(computed as never);
    await open(LIST);
    await vi.waitFor(() => expect(pageState()).toEqual(ALL));
    press(inside('csg-card', '.toggle') as HTMLElement);
    await vi.waitFor(() => expect(inside('csg-card', '.panel')).not.toBeNull());
    expect(one('csg-card').dataset.theme).toBe('light');
  });

  test.each(ODD)('%s has the briefing on an event page', async (_, computed) => {
    vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(computed as never);
    await open(TITLE, `${CO_LOCATED}/event/28D1Y/slug`);
    await vi.waitFor(() => expect(inside('csg-briefing', '.star')).not.toBeNull());
    expect([one('csg-briefing').dataset.theme, one('csg-briefing').dataset.room]).toEqual(['light', undefined]);
  });
});
