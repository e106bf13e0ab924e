import { describe, expect, test } from 'vitest';
import { durationText } from '../../../lib/time/duration.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('durationText', () => {
  test.each([
    [0, '0 min'],
    [-5 * MINUTE, '0 min'],
    [1, '1 min'],
    [MINUTE, '1 min'],
    [MINUTE + 1, '2 min'],
    [25 * MINUTE, '25 min'],
    [59 * MINUTE + 59 * SECOND, '1 h'],
    [HOUR, '1 h'],
    [HOUR + 5 * MINUTE, '1 h 5 min'],
    [2 * HOUR, '2 h'],
    [2 * HOUR + 1, '2 h 1 min'],
    [23 * HOUR + 59 * MINUTE, '23 h 59 min'],
    [1000 * HOUR, '1,000 h'],
  ])('formats %d ms as %s, rounded up', (length, text) => {
    expect(durationText(length)).toBe(text);
  });
});
