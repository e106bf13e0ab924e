import { describe, expect, test } from 'vitest';
import { measureGrowth } from '../../../tools/soak/growth.ts';

const samples = (value: (at: number) => number) =>
  Array.from({ length: 25 }, (_, index) => ({ at: index * 10, value: value(index * 10) }));

describe('a figure of a soak test', () => {
  test.each<[string, (at: number) => number, boolean]>([
    ['that is constant', () => 1_000_000, true],
    ['that grows only at first', (at) => 1_000_000 * Math.min(1, at / 100), true],
    ['that oscillates', (at) => 1_000_000 + (at % 20 === 0 ? 90_000 : 0), true],
    ['that shrinks', (at) => 2_000_000 - at * 1_000, true],
    ['that grows slowly', (at) => 1_000_000 + at * 300, true],
    ['that grows fast', (at) => 1_000_000 + at * 900, false],
    ['that grows in steps', (at) => 1_000_000 + Math.floor(at / 40) * 60_000, false],
  ])('%s passes or fails by the line through its second half', (_, value, passes) => {
    expect(measureGrowth(samples(value), 1_000).passes).toBe(passes);
  });

  test('is judged by its rise over the second half, whatever came before', () => {
    const { median, rise, bound } = measureGrowth(
      samples((at) => (at < 120 ? 0 : 1_000 + at)),
      10,
    );
    expect(rise).toBeCloseTo(120);
    expect(median).toBe(1_180);
    expect(bound).toBeCloseTo(59);
  });

  test('may always rise by the given slack', () => {
    expect(
      measureGrowth(
        samples((at) => at),
        200,
      ).passes,
    ).toBe(true);
    expect(
      measureGrowth(
        samples((at) => at),
        100,
      ).passes,
    ).toBe(false);
  });

  test('needs enough samples', () => {
    expect(() => measureGrowth(samples(() => 1).slice(0, 3), 1)).toThrow(/2 samples are too few/u);
  });
});
