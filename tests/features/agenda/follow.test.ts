// @vitest-environment happy-dom
import './site-access.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { firstState } from '../../../features/agenda/first.ts';
import { follow } from '../../../features/agenda/follow.ts';
import type { Actions, SurfaceState } from '../../../features/agenda/list/surface.ts';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(time);

/** The instants at which the surface was told to show what is the case. */
let told: string[];
/** How far the surface said that it was scrolled. */
let scrolled: number[];
let stop: AbortController;
let visible: DocumentVisibilityState;

beforeEach(() => {
  told = [];
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
  const tick = () => told.push(new Date().toISOString().slice(0, 19));
  follow({ root, guide, act, now, tick, keepScrolled: (top) => scrolled.push(top) }, stop.signal);
}

describe('A surface that is open', () => {
  test('follows the minutes of the event.', () => {
    followFrom('2025-11-10T14:00:20Z');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(3 * MINUTE);
    expect(told).toEqual(['2025-11-10T14:01:00', '2025-11-10T14:02:00', '2025-11-10T14:03:00']);
  });

  test('follows the quarters of the days before, and midnight in every zone with them.', () => {
    followFrom('2025-11-01T12:07Z');
    vi.advanceTimersByTime(40 * MINUTE);
    expect(told).toEqual(['2025-11-01T12:15:00', '2025-11-01T12:30:00', '2025-11-01T12:45:00']);
  });

  test('goes on after the guide’s last end where a page told a later one.', () => {
    const last = agendaGuide.sessions.at(-1);
    const later = (last?.end ?? 0) + 30 * MINUTE;
    const says = { start: last?.start, end: later, saved: false, changes: [{ text: 'Time', urgent: true }] };
    followFrom(new Date((last?.end ?? 0) + MINUTE).toISOString(), agendaGuide, new Map([[last?.id ?? '', says]]));
    vi.advanceTimersByTime(60 * MINUTE);
    expect(told.at(-1)).toBe(new Date(later).toISOString().slice(0, 19));
  });

  test('waits for nothing when the event is over, and for an instant that a timer can wait for before.', () => {
    followFrom('2026-11-24T12:00Z');
    expect(vi.getTimerCount()).toBe(0);
    stop.abort();
    stop = new AbortController();
    followFrom('2001-09-09T00:00Z');
    expect(vi.getTimerCount()).toBe(1);
    // A timer for more than 2^31 − 1 ms would go off at once, and for ever.
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });

  test('is told when somebody looks again, and goes on from there.', () => {
    followFrom('2025-11-10T14:00:20Z');
    // The device slept: its clock went on, and no timer with it.
    vi.setSystemTime(at('2025-11-10T18:30:10Z'));
    visible = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual([]);
    visible = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual(['2025-11-10T18:30:10']);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(MINUTE);
    expect(told).toEqual(['2025-11-10T18:30:10', '2025-11-10T18:31:00']);
  });

  test('keeps how far it is scrolled, once a scroll has ended and when it is left.', () => {
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

  test('is told nothing any more after the signal.', () => {
    followFrom('2025-11-10T14:00:20Z');
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10 * MINUTE);
    expect([told, vi.getTimerCount()]).toEqual([[], 0]);
  });
});
