import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterOffer } from '../../../lib/own/offered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const OFFERED_FOR = 12_000;
/** A button that may have the pointer or the focus on it. */
const button = (isNear: () => boolean) => ({ matches: isNear }) as unknown as Element;

test('An offer ends after 12 seconds, even if its button is gone', () => {
  const end = vi.fn();
  afterOffer(() => button(() => false), end);
  afterOffer(() => undefined, end);
  vi.advanceTimersByTime(OFFERED_FOR - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(2);
});

test('An offer lasts while the pointer or the focus is on its button', () => {
  const end = vi.fn();
  let isNear = true;
  afterOffer(() => button(() => isNear), end);
  vi.advanceTimersByTime(OFFERED_FOR);
  isNear = false;
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(OFFERED_FOR);
  expect(end).toHaveBeenCalledOnce();
});

test('A cancelled offer never calls back', () => {
  const end = vi.fn();
  afterOffer(() => undefined, end)();
  vi.advanceTimersByTime(2 * OFFERED_FOR);
  expect(end).not.toHaveBeenCalled();
});
