import { describe, expect, test } from 'vitest';
import {
  bootstrapInterval,
  judge,
  median,
  p95,
  pairedRatios,
  quantile,
  shuffled,
} from '../../../tools/bench/statistics.ts';
import { type Random, random } from '../../sched-site/random.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('quantile', () => {
  test.each([
    [[7], 0.5, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [upTo(101), 0.95, 96],
    [[0, 10], 0.95, 9.5],
    [[10, 30, 20], 0, 10],
    [[10, 30, 20], 1, 30],
    [[9, 10, 100], 0.5, 10],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  test('keeps the order of the values', () => {
    const values = [3, 1, 2];
    expect([median(values), p95(values)]).toEqual([2, 2.9]);
    expect(values).toEqual([3, 1, 2]);
  });

  test('throws without values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('paired ratios', () => {
  test('divide each value by its partner, so that shared noise cancels out', () => {
    expect(pairedRatios([20, 200, 2000], [10, 100, 1000])).toEqual([2, 2, 2]);
  });

  test('throw if a partner is missing', () => {
    expect(() => pairedRatios([1, 2], [1])).toThrow(RangeError);
  });
});

describe('a bootstrap interval', () => {
  test('is the same for the same samples and seed', () => {
    const samples = [5, 3, 8, 1, 9, 4, 7];
    const of = (seed: number) => bootstrapInterval(samples, median, random(seed));
    expect(of(1)).toEqual(of(1));
  });

  test('has no width if all samples are equal', () => {
    expect(bootstrapInterval([4, 4, 4, 4], median, random(1))).toEqual([4, 4]);
  });

  test('of the median of 1 to 9 is 2 to 8, as in the binomial distribution', () => {
    // The median of nine draws is at most k where five are: 0.1 % for 1, 3.0 % for 2.
    for (const seed of [1, 2, 3]) expect(bootstrapInterval(upTo(9), median, random(seed))).toEqual([2, 8]);
  });

  test('nearly always contains the true median', () => {
    const runs = 10;
    const held = upTo(runs).filter((seed) => {
      const chance = random(seed);
      const samples = Array.from({ length: 25 }, () => normal(chance));
      const [low, high] = bootstrapInterval(samples, median, chance);
      return low <= 0 && 0 <= high;
    });
    expect(held.length).toBeGreaterThanOrEqual(runs * 0.8);
  });

  test('narrows with more samples', () => {
    const width = (count: number) => {
      const chance = random(1);
      const [low, high] = bootstrapInterval(
        Array.from({ length: count }, () => normal(chance)),
        median,
        chance,
      );
      return high - low;
    };
    expect(width(100)).toBeLessThan(width(25) * 0.75);
  });
});

/** A draw from a normal distribution around nought, by the sum of twelve uniform ones. */
function normal(chance: Random): number {
  return upTo(12).reduce((sum) => sum + chance(), -6);
}

describe('a target', () => {
  test.each([
    [1.1, [1.0, 1.2], 'met'],
    [1.15, [1.1, 1.3], 'met'],
    [1.16, [1.1, 1.3], 'within noise'],
    [1.16, [1.15, 1.3], 'within noise'],
    [1.3, [1.16, 1.4], 'missed'],
  ] as const)('of at most 1.15 and a figure of %d in %j is %s', (figure, interval, verdict) => {
    expect(judge(figure, interval, 1.15)).toBe(verdict);
  });
});

describe('shuffled', () => {
  test('returns every order about equally often, and leaves the list as it was', () => {
    const chance = random(1);
    const list = ['a', 'b', 'c'];
    const orders = Map.groupBy(
      Array.from({ length: 6000 }, () => shuffled(list, chance).join('')),
      (order) => order,
    );
    expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const [, times] of orders) expect(Math.abs(times.length - 1000)).toBeLessThan(120);
    expect(list).toEqual(['a', 'b', 'c']);
  });
});
