import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterOffer } from '../../../lib/own/offered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const OFFERED_FOR = 12_000;
/** A button that somebody is about to press, or not. */
const button = (isNear: () => boolean) => ({ matches: isNear }) as unknown as Element;

test('An offer ends after its time, also where its button has gone', () => {
  const end = vi.fn();
  afterOffer(() => button(() => false), end);
  afterOffer(() => undefined, end);
  vi.advanceTimersByTime(OFFERED_FOR - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(2);
});

test('An offer goes on while somebody is about to press it', () => {
  const end = vi.fn();
  let isNear = true;
  afterOffer(() => button(() => isNear), end);
  vi.advanceTimersByTime(OFFERED_FOR);
  isNear = false;
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(OFFERED_FOR);
  expect(end).toHaveBeenCalledOnce();
});

test('An offer that was taken back ends nothing later', () => {
  const end = vi.fn();
  afterOffer(() => undefined, end)();
  vi.advanceTimersByTime(2 * OFFERED_FOR);
  expect(end).not.toHaveBeenCalled();
});
