import { describe, expect, test } from 'vitest';
import { chooseEffort, FULL_PAGE } from '../../../tools/bench/page/page.ts';

describe('What the pages are measured with', () => {
  test('is everything, unless a run says otherwise.', () => {
    expect(chooseEffort(false)).toEqual(FULL_PAGE);
  });

  test('limits the rounds of everything to the number that is asked for.', () => {
    const { sizes, slowRounds, redrawRounds } = chooseEffort(false, undefined, 2);
    expect(sizes[0]).toEqual({ sessions: 542, rounds: 2, rivalRounds: 2 });
    expect(sizes.at(-1)).toEqual({ sessions: 30_000, rounds: 2, rivalRounds: 1, onlyLoads: true });
    expect([slowRounds, redrawRounds]).toEqual([2, 2]);
  });

  test('is of the sizes that are asked for.', () => {
    expect(chooseEffort(false, [3000]).sizes).toEqual(FULL_PAGE.sizes.filter(({ sessions }) => sessions === 3000));
  });

  test('is in a short run of few rounds, or of as many as are asked for, in which rivals are only loaded.', () => {
    expect(chooseEffort(true).sizes).toEqual([{ sessions: 542, rounds: 2, rivalRounds: 0 }]);
    expect(chooseEffort(true, [3000], 6).sizes).toEqual([{ sessions: 3000, rounds: 6, rivalRounds: 0 }]);
  });
});
