import { describe, expect, test } from 'vitest';
import { chooseEffort, FULL_PAGE } from '../../../tools/bench/page/page.ts';

describe('chooseEffort', () => {
  test('measures everything by default', () => {
    expect(chooseEffort(false)).toEqual(FULL_PAGE);
  });

  test('limits all rounds to the given number', () => {
    const { sizes, slowRounds, redrawRounds } = chooseEffort(false, undefined, 2);
    expect(sizes[0]).toEqual({ sessions: 542, rounds: 2, rivalRounds: 2 });
    expect(sizes.at(-1)).toEqual({ sessions: 30_000, rounds: 2, rivalRounds: 1, onlyLoads: true });
    expect([slowRounds, redrawRounds]).toEqual([2, 2]);
  });

  test('measures only the given sizes', () => {
    expect(chooseEffort(false, [3000]).sizes).toEqual(FULL_PAGE.sizes.filter(({ sessions }) => sessions === 3000));
  });

  test('makes a quick run of two rounds, or of the given number, without rounds of rivals', () => {
    expect(chooseEffort(true).sizes).toEqual([{ sessions: 542, rounds: 2, rivalRounds: 0 }]);
    expect(chooseEffort(true, [3000], 6).sizes).toEqual([{ sessions: 3000, rounds: 6, rivalRounds: 0 }]);
  });
});
