// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { readText } from '../../../components/draw.ts';
import { doing, drawAgenda, rowsIn, settled, viewWith } from './agenda.tsx';

const FIRST = Date.parse('2030-05-06T13:00Z');
const MINUTE = 60_000;
const MANY = 600;

/** A guide of sessions that nobody gives, ten minutes each, one after the other. */
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
/** As many of them as a test needs. */
const takeFirst = (count: number) => ({ ...guide, sessions: guide.sessions.slice(0, count) });

/** What watches for the end of the list to come near, as a browser has it. */
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

const watching = () => FakeObserver.all.filter(({ seen }) => seen.length > 0);
const wait = (root: Element) => root.querySelector('.list > .wait');
/** The end of the list comes near, or is looked at from afar. */
async function scroll(isIntersecting: boolean): Promise<void> {
  await doing(() => {
    for (const one of watching()) one.tell([{ isIntersecting } as IntersectionObserverEntry], one as never);
  });
}

describe('Of 600 sessions', () => {
  test('20 are drawn at first, and all are counted.', async () => {
    const { root } = await drawAgenda({ now: BEFORE, view: viewWith({ levels: ['beginner'] }) }, { guide });
    expect(rowsIn(root)).toEqual(guide.sessions.slice(0, 20).map(({ id }) => id));
    expect(readText(root.querySelector('.find [role=status]'))).toBe('600 of 600 sessions');
    expect(readText(wait(root))).not.toBe('');
  });

  // Drawing hundreds of rows is slow without a browser.
  test('more are drawn each time that the end comes near, before it is there.', { timeout: 30_000 }, async () => {
    const { root } = await drawAgenda({ now: BEFORE }, { guide: takeFirst(250) });
    expect(watching().map(({ seen }) => seen)).toEqual([[wait(root)]]);
    expect(Number.parseInt(watching()[0]?.options?.rootMargin ?? '', 10)).toBeGreaterThan(500);
    await scroll(false);
    expect(rowsIn(root)).toHaveLength(20);
    await scroll(true);
    const more = rowsIn(root);
    expect(more.length).toBeGreaterThan(20);
    expect(more.length).toBeLessThan(250);
    expect(more).toEqual(guide.sessions.slice(0, more.length).map(({ id }) => id));
    expect(watching()).toHaveLength(1);
    await scroll(true);
    expect(rowsIn(root)).toHaveLength(250);
    expect([wait(root), watching()]).toEqual([null, []]);
  });

  test('that are few by a filter all are drawn, and nothing waits.', async () => {
    const [day = ''] = [new Date(FIRST).toISOString().slice(0, 10)];
    const { root, update } = await drawAgenda({ now: BEFORE }, { guide });
    await update({ view: viewWith({ days: [day], query: '' }) });
    expect(rowsIn(root)).toHaveLength(20);
    await update({ view: viewWith({ only: ['picked'] }) });
    expect(rowsIn(root)).toEqual([]);
    expect([wait(root), watching()]).toEqual([null, []]);
    await update({ view: viewWith({}) });
    expect(watching().map(({ seen }) => seen)).toEqual([[wait(root)]]);
  });

  test('none is watched for when the agenda is gone.', async () => {
    const { update } = await drawAgenda({ now: BEFORE }, { guide });
    await update({ view: viewWith({ tab: 'share' }) });
    expect(watching()).toEqual([]);
  });

  test('during the event, as few of those that are over are drawn.', async () => {
    const { root } = await drawAgenda({ now: FIRST + 300 * 15 * MINUTE }, { guide });
    expect(rowsIn(root)[0]).toBe('S300');
    expect(rowsIn(root).length).toBeLessThanOrEqual(80);
    expect(readText(root.querySelector('.over summary'))).toBe('300 sessions are over');
  });
});

describe('For printing', () => {
  const some = takeFirst(100);

  test('all are drawn before the browser prints, which waits for nothing but microtasks.', async () => {
    const { root } = await drawAgenda({ now: BEFORE }, { guide: some });
    expect(rowsIn(root)).toHaveLength(20);
    dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(rowsIn(root)).toHaveLength(100);
    expect(wait(root)).toBeNull();
  });

  test('what is over is opened.', async () => {
    const { root } = await drawAgenda({ now: FIRST + 50 * 15 * MINUTE }, { guide: some });
    const over = () => root.querySelector('details.over') as HTMLDetailsElement;
    expect(over().open).toBe(false);
    await doing(() => dispatchEvent(new Event('beforeprint')));
    expect(over().open).toBe(true);
    expect(rowsIn(root)).toHaveLength(100);
  });

  test('nothing is drawn when the agenda is gone.', async () => {
    const { root, update } = await drawAgenda({ now: BEFORE }, { guide: some });
    await update({ view: viewWith({ tab: 'share' }) });
    dispatchEvent(new Event('beforeprint'));
    await settled();
    expect(rowsIn(root)).toEqual([]);
  });
});
