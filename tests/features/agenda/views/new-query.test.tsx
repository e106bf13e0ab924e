// @vitest-environment happy-dom
import { options } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { guide as wholeGuide } from '../../../../data/index.ts';
import type { View } from '../../../../features/agenda/list/view.ts';
import { AgendaRow } from '../../../../features/agenda/views/AgendaRow.tsx';
import { BEFORE, doing, drawAgenda, rowsIn, type, viewWith } from './agenda.tsx';

const COUNT = 250;
const first = Date.parse('2030-05-06T13:00Z');

/** Copies of a session, one after the other. */
function repeat<S extends { start: number; end: number }>([one]: readonly S[]): S[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const start = first + index * 900_000;
    return { ...(one as S), id: `S${index}`, start, end: start + 600_000, links: [] };
  });
}
const guide = { ...agendaGuide, sessions: repeat(agendaGuide.sessions) };
const full = { ...wholeGuide, sessions: repeat(wholeGuide.sessions) };

/** Observers of the end of the list. */
let observers: { entered: () => void; element: Element | undefined }[] = [];
/** Rows that Preact rendered, whether or not they changed. */
let rendered = 0;
const { diffed } = options;

beforeEach(() => {
  observers = [];
  rendered = 0;
  options.diffed = (vnode) => {
    if (vnode.type === AgendaRow) rendered += 1;
    diffed?.(vnode);
  };
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      own: (typeof observers)[number];
      constructor(tell: IntersectionObserverCallback) {
        const entered = () => tell([{ isIntersecting: true } as IntersectionObserverEntry], this as never);
        this.own = { entered, element: undefined };
        observers.push(this.own);
      }
      observe(element: Element) {
        this.own.element = element;
      }
      disconnect() {
        this.own.element = undefined;
      }
    },
  );
});
afterEach(() => {
  options.diffed = diffed as NonNullable<typeof diffed>;
  vi.unstubAllGlobals();
});

/** The end of the list comes near. */
const scroll = () =>
  doing(() => {
    for (const { element, entered } of observers) if (element?.isConnected) entered();
  });

async function drawScrolled() {
  const drawn = await drawAgenda({ now: BEFORE }, { guide, full });
  await scroll();
  expect(rowsIn(drawn.root)).toHaveLength(220);
  return drawn;
}

const changes: [string, Partial<View>][] = [
  ['query', { query: 'a' }],
  ['filter', { levels: ['beginner', 'intermediate', 'advanced', 'any'] }],
];
test.each(changes)(
  'A new %s renders the first rows after the reader has scrolled, and more on scrolling',
  async (_, view) => {
    const { root, update } = await drawScrolled();
    rendered = 0;
    await update({ view: viewWith(view) });
    expect(rowsIn(root)).toHaveLength(20);
    expect(rendered).toBeLessThanOrEqual(40);
    await scroll();
    expect(rowsIn(root)).toHaveLength(220);
  },
);

test('Each key of a query renders the first rows, and the focus stays in the search', async () => {
  const { root } = await drawScrolled();
  const search = root.querySelector<HTMLInputElement>('[role=searchbox]');
  search?.focus();
  for (const query of ['c', 'ci', 'c']) {
    rendered = 0;
    await type(search as Element, query);
    expect(rendered).toBeGreaterThan(0);
    expect(rendered).toBeLessThanOrEqual(40);
  }
  expect(document.activeElement).toBe(search);
});

test('A star, a note or a minute of the clock renders no fewer rows than before', async () => {
  const { root, update, state } = await drawScrolled();
  await update({ now: BEFORE + 60_000, own: { ...state().own }, pages: new Map() });
  expect(rowsIn(root)).toHaveLength(220);
});
