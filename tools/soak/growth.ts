/** Whether a figure grows: by the line through its samples of a run's second half, when all that is kept once is there. */

export interface Sample {
  /** Seconds since the run began. */
  at: number;
  value: number;
}

interface Growth {
  /** The middle one of the samples of the second half. */
  median: number;
  /** By how much the line rises from the first to the last sample of the second half. */
  rise: number;
  /** The largest rise that passes. */
  bound: number;
  passes: boolean;
}

/** The share of itself by which a figure may rise over the second half of a run: collectors leave that much, one way or the other. */
const SHARE = 0.05;

/**
 * The growth over the second half of a run.
 * @param slack what is never too much, however small the figure
 * @throws {RangeError} with fewer than three samples in it, which are no line
 */
export function measureGrowth(samples: readonly Sample[], slack: number): Growth {
  const end = samples.at(-1)?.at ?? 0;
  const half = samples.filter(({ at }) => at >= end / 2);
  if (half.length < 3) throw new RangeError(`${half.length} samples are too few: let it run longer`);
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
