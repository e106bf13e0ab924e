import { describe, expect, test } from 'vitest';
import { measureGrowth } from '../../../tools/soak/growth.ts';

const samples = (value: (at: number) => number) =>
  Array.from({ length: 25 }, (_, index) => ({ at: index * 10, value: value(index * 10) }));

describe('A figure of a soak', () => {
  test.each<[string, (at: number) => number, boolean]>([
    ['that stays', () => 1_000_000, true],
    ['that grows only at first', (at) => 1_000_000 * Math.min(1, at / 100), true],
    ['that goes up and down', (at) => 1_000_000 + (at % 20 === 0 ? 90_000 : 0), true],
    ['that shrinks', (at) => 2_000_000 - at * 1_000, true],
    ['that grows by less than a twentieth', (at) => 1_000_000 + at * 300, true],
    ['that grows by more', (at) => 1_000_000 + at * 900, false],
    ['that grows by steps', (at) => 1_000_000 + Math.floor(at / 40) * 60_000, false],
  ])('%s passes: the line through its second half says so.', (_, value, passes) => {
    expect(measureGrowth(samples(value), 1_000).passes).toBe(passes);
  });

  test('is format by its rise over the second half, whatever came before.', () => {
    const { median, rise, bound } = measureGrowth(
      samples((at) => (at < 120 ? 0 : 1_000 + at)),
      10,
    );
    expect(rise).toBeCloseTo(120);
    expect(median).toBe(1_180);
    expect(bound).toBeCloseTo(59);
  });

  test('may always rise by the slack.', () => {
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

  test('of too few samples is none.', () => {
    expect(() => measureGrowth(samples(() => 1).slice(0, 3), 1)).toThrow(/2 samples are too few/u);
  });
});
