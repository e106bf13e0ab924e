import { beforeEach, describe, expect, test, vi } from 'vitest';
import { restorer } from '../../../features/page/restore.ts';

beforeEach(() => void vi.useFakeTimers());

describe('a restorer', () => {
  const start = () => {
    const stop = new AbortController();
    const times: number[] = [];
    const begin = Date.now();
    return { restore: restorer(() => times.push(Date.now() - begin), stop.signal), times, stop };
  };

  test('restores at once, each time, while that happens rarely', () => {
    const { restore, times } = start();
    for (let i = 0; i < 30; i += 1) {
      restore();
      vi.advanceTimersByTime(100);
    }
    expect(times).toHaveLength(30);
  });

  test('restores 20 times in a burst, then once more when the second is over', () => {
    const { restore, times } = start();
    for (let i = 0; i < 100; i += 1) restore();
    expect(times).toHaveLength(20);
    vi.advanceTimersByTime(999);
    expect(times).toHaveLength(20);
    vi.advanceTimersByTime(1);
    expect(times.slice(20)).toEqual([1000]);
    vi.advanceTimersByTime(60_000);
    expect(times).toHaveLength(21);
  });

  test('restores at once again after a pause', () => {
    const { restore, times } = start();
    for (let i = 0; i < 100; i += 1) restore();
    vi.advanceTimersByTime(5000);
    restore();
    expect(times.at(-1)).toBe(5000);
  });

  test('keeps restoring, but at most 20 times a second, on a page that always removes', () => {
    const { restore, times } = start();
    for (let i = 0; i < 1000; i += 1) {
      restore();
      vi.advanceTimersByTime(10);
    }
    const perSecond = Array<number>(10).fill(0);
    for (const time of times) perSecond[Math.floor(time / 1000)] = (perSecond[Math.floor(time / 1000)] ?? 0) + 1;
    expect(Math.min(...perSecond)).toBeGreaterThan(0);
    expect(Math.max(...perSecond)).toBeLessThanOrEqual(20);
  });

  test('does not restore when nothing was removed', () => {
    const { restore, times } = start();
    restore();
    vi.advanceTimersByTime(10_000);
    expect(times).toEqual([0]);
  });

  test('stops when the signal aborts, and leaves no timer', () => {
    const { restore, times, stop } = start();
    for (let i = 0; i < 100; i += 1) restore();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(times).toHaveLength(20);
  });
});
