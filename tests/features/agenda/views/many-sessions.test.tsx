// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { readText } from '../../../components/draw.ts';
import { doing, drawAgenda, rowsIn, settled, viewWith } from './agenda.tsx';

const FIRST = Date.parse('2030-05-06T13:00Z');
const MINUTE = 60_000;
const MANY = 600;

/** A guide of invented sessions of ten minutes, one after the other. */
const guide = {
  ...agendaGuide,
  sessions: Array.from({ length: MANY }, (_, index) => {
    const [one] = agendaGuide.sessions;
    const start = FIRST + index * 15 * MINUTE;
    const session = { ...(one as NonNullable<typeof one>), id: `S${index}`, title: `Talk ${index}` };
    return { ...session, start, end: start + 10 * MINUTE, links: [], url: `https://harbour.sched.com/event/S${index}` };
  }),
};
const BEFORE = FIRST - 86_400_000;
/** A guide with only the first sessions. */
const takeFirst = (count: number) => ({ ...guide, sessions: guide.sessions.slice(0, count) });

/** A fake IntersectionObserver, for the end of the list. */
class FakeObserver {
  static all: FakeObserver[] = [];
  seen: Element[] = [];
  readonly tell: IntersectionObserverCallback;
  readonly options: IntersectionObserverInit | undefined;
  constructor(tell: IntersectionObserverCallback, options?: IntersectionObserverInit) {
    this.tell = tell;
    this.options = options;
    FakeObserver.all.push(this);
  }
  observe(element: Element) {
    this.seen.push(element);
  }
  disconnect() {
    this.seen = [];
  }
}

beforeEach(() => {
  FakeObserver.all = [];
  vi.stubGlobal('IntersectionObserver', FakeObserver);
});
afterEach(() => vi.unstubAllGlobals());

const observing = () => FakeObserver.all.filter(({ seen }) => seen.length > 0);
const wait = (root: Element) => root.querySelector('.list > .wait');
/** Reports whether the end of the list is near. */
async function scroll(isIntersecting: boolean): Promise<void> {
  await doing(() => {
    for (const one of observing()) one.tell([{ isIntersecting } as IntersectionObserverEntry], one as never);
  });
}

describe('a list of 600 sessions', () => {
  test('draws 20 at first, and counts all', async () => {
    const { root } = await drawAgenda({ now: BEFORE, view: viewWith({ levels: ['beginner'] }) }, { guide });
    expect(rowsIn(root)).toEqual(guide.sessions.slice(0, 20).map(({ id }) => id));
    expect(readText(root.querySelector('.find [role=status]'))).toBe('600 of 600 sessions');
    expect(readText(wait(root))).not.toBe('');
  });

  // Drawing hundreds of rows is slow without a browser.
  test('draws more each time that its end comes near, before it is in view', { timeout: 30_000 }, async () => {
    const { root } = await drawAgenda({ now: BEFORE }, { guide: takeFirst(250) });
    expect(observing().map(({ seen }) => seen)).toEqual([[wait(root)]]);
    expect(Number.parseInt(observing()[0]?.options?.rootMargin ?? '', 10)).toBeGreaterThan(500);
    await scroll(false);
    expect(rowsIn(root)).toHaveLength(20);
    await scroll(true);
    const more = rowsIn(root);
    expect(more.length).toBeGreaterThan(20);
    expect(more.length).toBeLessThan(250);
    expect(more).toEqual(guide.sessions.slice(0, more.length).map(({ id }) => id));
    expect(observing()).toHaveLength(1);
    await scroll(true);
    expect(rowsIn(root)).toHaveLength(250);
    expect([wait(root), observing()]).toEqual([null, []]);
  });

  test('observes its end only while rows are left to draw', async () => {
    const [day = ''] = [new Date(FIRST).toISOString().slice(0, 10)];
    const { root, update } = await drawAgenda({ now: BEFORE }, { guide });
    await update({ view: viewWith({ days: [day], query: '' }) });
    expect(rowsIn(root)).toHaveLength(20);
    await update({ view: viewWith({ only: ['picked'] }) });
    expect(rowsIn(root)).toEqual([]);
    expect([wait(root), observing()]).toEqual([null, []]);
    await update({ view: viewWith({}) });
    expect(observing().map(({ seen }) => seen)).toEqual([[wait(root)]]);
  });

  test('is no longer observed on another tab', async () => {
    const { update } = await drawAgenda({ now: BEFORE }, { guide });
    await update({ view: viewWith({ tab: 'share' }) });
    expect(observing()).toEqual([]);
  });

  test('draws only some of the sessions that are over during the event', async () => {
    const { root } = await drawAgenda({ now: FIRST + 300 * 15 * MINUTE }, { guide });
    expect(rowsIn(root)[0]).toBe('S300');
    expect(rowsIn(root).length).toBeLessThanOrEqual(80);
    expect(readText(root.querySelector('.over summary'))).toBe('300 sessions are over');
  });
});

describe('printing', () => {
  const some = takeFirst(100);

  test('draws all rows in a microtask, because the browser waits for nothing else', async () => {
    const { root } = await drawAgenda({ now: BEFORE }, { guide: some });
    expect(rowsIn(root)).toHaveLength(20);
    dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(rowsIn(root)).toHaveLength(100);
    expect(wait(root)).toBeNull();
  });

  test('opens the sessions that are over', async () => {
    const { root } = await drawAgenda({ now: FIRST + 50 * 15 * MINUTE }, { guide: some });
    const over = () => root.querySelector('details.over') as HTMLDetailsElement;
    expect(over().open).toBe(false);
    await doing(() => dispatchEvent(new Event('beforeprint')));
    expect(over().open).toBe(true);
    expect(rowsIn(root)).toHaveLength(100);
  });

  test('draws nothing on another tab', async () => {
    const { root, update } = await drawAgenda({ now: BEFORE }, { guide: some });
    await update({ view: viewWith({ tab: 'share' }) });
    dispatchEvent(new Event('beforeprint'));
    await settled();
    expect(rowsIn(root)).toEqual([]);
  });
});
