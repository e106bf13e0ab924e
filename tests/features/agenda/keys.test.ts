// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followKeys } from '../../../features/agenda/keys.ts';
import type { SurfaceState } from '../../../features/agenda/list/surface.ts';
import {
  type Drawn,
  DURING,
  doing,
  drawAgenda,
  IDS,
  openRow,
  ownWith,
  row,
  settled,
  viewWith,
} from './views/agenda.tsx';

let drawn: Drawn;
let asked: string[];
let stop: AbortController;

beforeEach(() => {
  asked = [];
  stop = new AbortController();
  // A closed part of the page has no boxes.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    const hidden = this.closest('details:not([open])') ?? this.closest('[hidden]');
    return (hidden ? [] : [{}]) as unknown as DOMRectList;
  });
});
afterEach(() => {
  stop.abort();
});

async function surface(change: Partial<SurfaceState> = {}): Promise<void> {
  drawn = await drawAgenda(change);
  const act = { pick: (id: string) => asked.push(`pick ${id}`), watched: (id: string) => asked.push(`watched ${id}`) };
  followKeys(drawn.root, act, stop.signal);
}

const title = (id: string) => row(drawn.root, id).querySelector<HTMLElement>('h3 button') as HTMLElement;
const field = () => drawn.root.querySelector('[role=searchbox]') as HTMLInputElement;
/** Where the focus is: a session, the search, or something else. */
function focused(): string {
  const at = document.activeElement as HTMLElement;
  if (at === field()) return 'search';
  return at.closest<HTMLElement>('[data-session]')?.dataset.session ?? at.localName;
}

/** Presses a key where the focus is, and returns whether the default action was prevented. */
async function key(name: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  await doing(() => document.activeElement?.dispatchEvent(event));
  return event.defaultPrevented;
}

describe('the keyboard', () => {
  test('moves the focus between sessions, back to the search field, and not past the last session', async () => {
    await surface();
    const way: [string, string][] = [
      ['ArrowDown', IDS[0] as string],
      ['ArrowDown', IDS[1] as string],
      ['ArrowUp', IDS[0] as string],
      ['ArrowUp', 'search'],
      ['ArrowDown', IDS[0] as string],
      ['End', IDS.at(-1) as string],
      ['ArrowDown', IDS.at(-1) as string],
      ['ArrowUp', IDS.at(-2) as string],
      ['Home', IDS[0] as string],
    ];
    for (const [name, there] of way) {
      expect(await key(name)).toBe(true);
      expect(focused()).toBe(there);
    }
  });

  test('moves the focus from anywhere in a row, and skips closed parts', async () => {
    await surface({ now: DURING });
    row(drawn.root, '27FXg').querySelector<HTMLElement>('.star')?.focus();
    await key('ArrowDown');
    expect(focused()).toBe('27FaR');
    await key('End');
    expect(focused()).toBe('27FbS');
  });

  test('moves the focus to the search field with a slash, even with Shift, which some keyboards need', async () => {
    await surface();
    expect(await key('/')).toBe(true);
    expect(focused()).toBe('search');
    title('27FbS').focus();
    await key('/', { shiftKey: true });
    expect(focused()).toBe('search');
  });

  test('picks with s and marks as seen with w, in the focused row', async () => {
    await surface();
    title('27FbS').focus();
    expect([await key('s'), await key('w')]).toEqual([true, true]);
    row(drawn.root, '28F61').querySelector<HTMLElement>('.star')?.focus();
    await key('s');
    expect(asked).toEqual(['pick 27FbS', 'watched 27FbS', 'pick 28F61']);
  });

  test.each(['s', 'w', 'Home', 'End', 'a', 'Enter', ' ', 'Tab'])(
    'leaves “%s” to the browser outside a row',
    async (name) => {
      await surface();
      drawn.root.querySelector<HTMLElement>('nav button')?.focus();
      expect(await key(name)).toBe(false);
      expect([focused(), asked]).toEqual(['button', []]);
    },
  );

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
    'leaves every key to the browser with %o',
    async (more) => {
      await surface();
      await openRow(drawn.root, '27FbS');
      title('27FbS').focus();
      for (const name of ['/', 's', 'w', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Escape']) {
        expect(await key(name, more)).toBe(false);
      }
      expect([focused(), asked, title('27FbS').ariaExpanded ?? title('27FbS').getAttribute('aria-expanded')]).toEqual([
        '27FbS',
        [],
        'true',
      ]);
    },
  );

  test('is left to the browser after the signal aborts', async () => {
    await surface();
    stop.abort();
    title('27FbS').focus();
    expect(await key('s')).toBe(false);
    expect(asked).toEqual([]);
  });
});

test('A letter goes into the search field when nothing has the focus', async () => {
  await surface();
  (document.activeElement as HTMLElement | null)?.blur();
  const event = new KeyboardEvent('keydown', { key: 'i', bubbles: true, cancelable: true });
  await doing(() => document.body.dispatchEvent(event));
  expect([focused(), event.defaultPrevented]).toEqual(['search', false]);
});

test('Ctrl+Z undoes the last change, but not in a field', async () => {
  let undone = 0;
  await surface();
  await drawn.update({ done: { text: 'Picked', undo: () => void undone++ } });
  drawn.root.querySelector<HTMLElement>('.star')?.focus();
  await key('z', { ctrlKey: true });
  drawn.root.querySelector<HTMLElement>('[role=searchbox]')?.focus();
  await key('z', { ctrlKey: true });
  expect(undone).toBe(1);
});

describe('a key press in a control', () => {
  const LETTERS = ['/', 's', 'w', 'ArrowDown', 'ArrowUp', 'Home', 'End'];

  test('is left to a note', async () => {
    await surface({ own: ownWith({ notes: { '27FbS': 'Tides' } }) });
    await openRow(drawn.root, '27FbS');
    row(drawn.root, '27FbS').querySelector('textarea')?.focus();
    for (const name of LETTERS) expect(await key(name)).toBe(false);
    expect([focused(), asked]).toEqual(['27FbS', []]);
  });

  test('is left to the search field, except the arrow down', async () => {
    await surface();
    field().focus();
    for (const name of LETTERS.filter((one) => one !== 'ArrowDown')) expect(await key(name)).toBe(false);
    expect(focused()).toBe('search');
    expect(await key('ArrowDown')).toBe(true);
    expect(focused()).toBe(IDS[0]);
  });

  test('is left to the list of time zones', async () => {
    await surface();
    await doing(() => drawn.root.querySelector<HTMLElement>('[aria-controls=zone]')?.click());
    await settled();
    drawn.root.querySelector('select')?.focus();
    for (const name of [...LETTERS, 'Escape']) expect(await key(name)).toBe(false);
    expect(focused()).toBe('select');
  });

  test('of an arrow is left to radio buttons', async () => {
    await surface();
    const radio = document.createElement('input');
    radio.type = 'radio';
    drawn.root.append(radio);
    radio.focus();
    expect([await key('ArrowDown'), await key('ArrowUp')]).toEqual([false, false]);
  });

  test('is left to the browser on a tab without sessions', async () => {
    await surface({ view: viewWith({ tab: 'share' }) });
    drawn.root.querySelector<HTMLElement>('nav button')?.focus();
    for (const name of LETTERS) expect(await key(name)).toBe(false);
  });
});

describe('Escape', () => {
  test('empties the search field, which keeps the focus', async () => {
    await surface({ view: viewWith({ query: 'ipv6' }) });
    field().focus();
    expect(await key('Escape')).toBe(true);
    expect([field().value, drawn.state().view.query, focused()]).toEqual(['', '', 'search']);
    // The browser handles the next one: it closes the popup.
    expect(await key('Escape')).toBe(false);
  });

  test('closes the focused session, even from its note, and moves the focus to its title', async () => {
    await surface();
    await openRow(drawn.root, '27FbS');
    await openRow(drawn.root, '28F61');
    row(drawn.root, '27FbS').querySelector('textarea')?.focus();
    expect(await key('Escape')).toBe(true);
    expect([title('27FbS').getAttribute('aria-expanded'), document.activeElement]).toEqual(['false', title('27FbS')]);
    expect(title('28F61').getAttribute('aria-expanded')).toBe('true');
    expect(await key('Escape')).toBe(false);
  });

  test('is left to the browser anywhere else', async () => {
    await surface();
    await openRow(drawn.root, '27FbS');
    drawn.root.querySelector<HTMLElement>('nav button')?.focus();
    expect(await key('Escape')).toBe(false);
    expect(title('27FbS').getAttribute('aria-expanded')).toBe('true');
  });
});

test('A session that the guide no longer has is skipped, and cannot be picked with a key', async () => {
  await surface({ own: ownWith({ picked: ['ZZZ1'] }) });
  await settled();
  row(drawn.root, 'ZZZ1').querySelector('button')?.focus();
  expect([await key('s'), await key('w')]).toEqual([false, false]);
  expect(asked).toEqual([]);
  title(IDS[0] as string).focus();
  await key('End');
  expect(focused()).toBe(IDS.at(-1));
});
