/** Detects growth: fits a line to the samples of a run's second half, when caches are filled. */

export interface Sample {
  /** Seconds since the run began. */
  at: number;
  value: number;
}

interface Growth {
  /** The median of the second half. */
  median: number;
  /** The rise of the line over the second half. */
  rise: number;
  /** The largest rise that passes. */
  bound: number;
  passes: boolean;
}

/** The relative rise that is allowed over the second half of a run. Garbage collection varies by as much. */
const SHARE = 0.05;

/**
 * Measures the growth over the second half of a run.
 * @param slack a rise that is always allowed
 * @throws {RangeError} with fewer than three samples, too few for a line
 */
export function measureGrowth(samples: readonly Sample[], slack: number): Growth {
  const end = samples.at(-1)?.at ?? 0;
  const half = samples.filter(({ at }) => at >= end / 2);
  if (half.length < 3) throw new RangeError(`${half.length} samples are too few: run it longer`);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, value] = [mean(half.map((one) => one.at)), mean(half.map((one) => one.value))];
  const covariance = half.reduce((sum, one) => sum + (one.at - at) * (one.value - value), 0);
  const variance = half.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  const rise = variance === 0 ? 0 : (covariance / variance) * (end - (half[0]?.at ?? 0));
  const sorted = half.map((one) => one.value).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  const bound = Math.max(slack, median * SHARE);
  return { median, rise, bound, passes: rise <= bound };
}
