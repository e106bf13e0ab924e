/** What was measured, as figures against their targets. */
import type { Random } from '../../tests/sched-site/random.ts';
import {
  bootstrapInterval,
  type Interval,
  judge,
  median,
  p95,
  quantile,
  type Statistic,
  type Verdict,
} from './statistics.ts';

export interface Result {
  /** What was measured, of which variant. */
  name: string;
  statistic: 'median' | '95th percentile' | 'most';
  unit: 'ms' | 'times' | 'MB' | 'kB' | 'count';
  figure: number;
  /** In which the figure lies with a confidence of 95 %. */
  interval: Interval;
  samples: readonly number[];
  /** The highest figure that is good enough, where one is set. */
  target?: number;
  verdict?: Verdict;
}

type Asked = Pick<Result, 'name' | 'unit' | 'statistic'> & { target?: number };

const STATISTICS: Record<Result['statistic'], Statistic> = {
  median,
  '95th percentile': p95,
  most: (values) => quantile(values, 1),
};

/** The figure that samples give, and what that says of its target. */
export function summarize(asked: Asked, samples: readonly number[], chance: Random): Result {
  const statistic = STATISTICS[asked.statistic];
  const figure = statistic(samples);
  const interval = bootstrapInterval(samples, statistic, chance);
  const { target } = asked;
  return {
    ...asked,
    figure,
    interval,
    samples,
    ...(target !== undefined && { verdict: judge(figure, interval, target) }),
  };
}
