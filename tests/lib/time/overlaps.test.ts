import { describe, expect, test } from 'vitest';
import { findOverlaps } from '../../../lib/time/overlaps.ts';

const at = (time: string) => Date.parse(time);
const between = (start: string, end: string) => ({ start: at(`2025-11-${start}Z`), end: at(`2025-11-${end}Z`) });

describe('findOverlaps', () => {
  const session = between('10T15:00', '10T16:00');
  test.each([
    ['one that runs in the middle of it', between('10T15:20', '10T15:40'), true],
    ['one that starts before and ends after it', between('10T14:00', '10T17:00'), true],
    ['one at the very same time', between('10T15:00', '10T16:00'), true],
    ['one that ends a minute after its start', between('10T14:00', '10T15:01'), true],
    ['one that ends as it starts', between('10T14:00', '10T15:00'), false],
    ['one that starts as it ends', between('10T16:00', '10T17:00'), false],
    ['one at the same time on another day', between('11T15:00', '11T16:00'), false],
  ])('handles %s', (_, other, overlapping) => {
    expect(findOverlaps(session, [session, other])).toEqual(overlapping ? [other] : []);
    expect(findOverlaps(other, [session, other])).toEqual(overlapping ? [session] : []);
  });

  test('never returns the session itself', () => {
    expect(findOverlaps(session, [session])).toEqual([]);
  });

  test('finds a session across midnight', () => {
    const late = between('10T23:30', '11T00:30');
    const early = between('11T00:00', '11T01:00');
    expect(findOverlaps(late, [late, early])).toEqual([early]);
  });
});
