/** What the benchmark reckons with its samples. Pure: chance is a parameter, so that a report can be reckoned again. */
import type { Random } from '../../tests/sched-site/random.ts';

export type Statistic = (values: readonly number[]) => number;

/** The lower and the upper end. */
export type Interval = readonly [low: number, high: number];

/**
 * `met`: the figure is within its target; `missed`: it is beyond, and so is its whole interval; `within noise`: it is beyond,
 * but the samples don't tell it from the target.
 */
export type Verdict = 'met' | 'within noise' | 'missed';

const RESAMPLES = 10_000;

/**
 * The value below which a share of the values lies, interpolated linearly between neighbours (definition 7 in Hyndman and
 * Fan, “Sample Quantiles in Statistical Packages”, 1996).
 * @throws {RangeError} without values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new RangeError('there is no quantile of no values');
  return low + (high - low) * (at - Math.floor(at));
}

export const median: Statistic = (values) => quantile(values, 0.5);

export const p95: Statistic = (values) => quantile(values, 0.95);

/**
 * How many times its partner each value is: what a round's samples have in common, such as a busy machine, cancels out.
 * @throws {RangeError} where a value has no partner
 */
export function pairedRatios(values: readonly number[], partners: readonly number[]): number[] {
  if (values.length !== partners.length) throw new RangeError('each value needs a partner');
  return values.map((value, index) => value / (partners[index] as number));
}

/**
 * The interval that a statistic of the values lies in with a confidence of 95 %, by the percentile bootstrap (Efron, 1979):
 * of as many values drawn from these with replacement, again and again.
 */
export function bootstrapInterval(values: readonly number[], statistic: Statistic, chance: Random): Interval {
  const drawn = () => values[Math.floor(chance() * values.length)] as number;
  const statistics = Array.from({ length: RESAMPLES }, () => statistic(values.map(drawn)));
  return [quantile(statistics, 0.025), quantile(statistics, 0.975)];
}

/** Whether a figure that should be as low as possible meets its target. */
export function judge(figure: number, [low]: Interval, target: number): Verdict {
  if (figure <= target) return 'met';
  return low > target ? 'missed' : 'within noise';
}

/** The list in another order, every order equally likely (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], chance: Random): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
