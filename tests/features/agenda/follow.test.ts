// @vitest-environment happy-dom
import './site-access.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { firstState } from '../../../features/agenda/first.ts';
import { follow } from '../../../features/agenda/follow.ts';
import type { Actions, SurfaceState } from '../../../features/agenda/list/surface.ts';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(time);

/** The instants at which the surface was updated. */
let ticks: string[];
/** The scroll positions that the surface stored. */
let scrolled: number[];
let stop: AbortController;
let visible: DocumentVisibilityState;

beforeEach(() => {
  ticks = [];
  scrolled = [];
  stop = new AbortController();
  visible = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
  vi.useFakeTimers();
});
afterEach(() => {
  stop.abort();
});

function followFrom(time: string, guide = agendaGuide, pages: SurfaceState['pages'] = new Map()): void {
  vi.setSystemTime(at(time));
  const now = () => ({ ...firstState('popup', '', at(time)), pages });
  const root = document.createElement('main');
  const act = { pick: () => {}, watched: () => {} } as unknown as Actions;
  const tick = () => ticks.push(new Date().toISOString().slice(0, 19));
  follow({ root, guide, act, now, tick, keepScrolled: (top) => scrolled.push(top) }, stop.signal);
}

describe('an open surface', () => {
  test('updates every minute during the event', () => {
    followFrom('2025-11-10T14:00:20Z');
    expect(ticks).toEqual([]);
    vi.advanceTimersByTime(3 * MINUTE);
    expect(ticks).toEqual(['2025-11-10T14:01:00', '2025-11-10T14:02:00', '2025-11-10T14:03:00']);
  });

  test('updates every quarter of an hour on the days before', () => {
    followFrom('2025-11-01T12:07Z');
    vi.advanceTimersByTime(40 * MINUTE);
    expect(ticks).toEqual(['2025-11-01T12:15:00', '2025-11-01T12:30:00', '2025-11-01T12:45:00']);
  });

  test('keeps updating after the guide’s last end when a page has a later one', () => {
    const last = agendaGuide.sessions.at(-1);
    const later = (last?.end ?? 0) + 30 * MINUTE;
    const says = { start: last?.start, end: later, saved: false, changes: [{ text: 'Time', urgent: true }] };
    followFrom(new Date((last?.end ?? 0) + MINUTE).toISOString(), agendaGuide, new Map([[last?.id ?? '', says]]));
    vi.advanceTimersByTime(60 * MINUTE);
    expect(ticks.at(-1)).toBe(new Date(later).toISOString().slice(0, 19));
  });

  test('sets no timer after the event, and none that is too long before it', () => {
    followFrom('2026-11-24T12:00Z');
    expect(vi.getTimerCount()).toBe(0);
    stop.abort();
    stop = new AbortController();
    followFrom('2001-09-09T00:00Z');
    expect(vi.getTimerCount()).toBe(1);
    // A timer of more than 2^31 − 1 ms would fire at once, again and again.
    vi.advanceTimersByTime(1000);
    expect(ticks).toEqual([]);
  });

  test('updates when it becomes visible again, and continues from there', () => {
    followFrom('2025-11-10T14:00:20Z');
    // The device slept: its clock went on, but not the timers.
    vi.setSystemTime(at('2025-11-10T18:30:10Z'));
    visible = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ticks).toEqual([]);
    visible = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ticks).toEqual(['2025-11-10T18:30:10']);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(MINUTE);
    expect(ticks).toEqual(['2025-11-10T18:30:10', '2025-11-10T18:31:00']);
  });

  test('stores the scroll position when a scroll ends and on pagehide', () => {
    followFrom('2026-11-24T12:00Z');
    vi.stubGlobal('scrollY', 120.4);
    document.dispatchEvent(new Event('scrollend'));
    vi.stubGlobal('scrollY', 300);
    dispatchEvent(new Event('pagehide'));
    stop.abort();
    dispatchEvent(new Event('pagehide'));
    expect(scrolled).toEqual([120, 300]);
    vi.unstubAllGlobals();
  });

  test('does not update after the signal aborts', () => {
    followFrom('2025-11-10T14:00:20Z');
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10 * MINUTE);
    expect([ticks, vi.getTimerCount()]).toEqual([[], 0]);
  });
});
