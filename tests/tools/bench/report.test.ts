import { describe, expect, test } from 'vitest';
import { reportMarkdown, resultsTable } from '../../../tools/bench/report.ts';
import { summarize } from '../../../tools/bench/result.ts';
import { random } from '../../sched-site/random.ts';

describe('the table of a run', () => {
  const plain = summarize({ name: 'First paint', statistic: 'median', unit: 'ms' }, [40, 41, 42], random(1));
  const over = summarize(
    { name: 'Over blank', statistic: '95th percentile', unit: 'times', target: 1.15 },
    [1.4, 1.4, 1.4],
    random(1),
  );

  test('shows each figure with its interval, target and verdict', () => {
    expect(resultsTable([plain, over]).split('\n')).toEqual([
      '|                             |  figure | 95 % interval | samples | target |        |',
      '| --------------------------- | ------: | ------------: | ------: | -----: | ------ |',
      '| First paint, median         | 41.0 ms |   40.0 – 42.0 |       3 |        |        |',
      '| Over blank, 95th percentile | 1.400 × | 1.400 – 1.400 |       3 | ≤ 1.15 | missed |',
    ]);
  });

  test('follows a list of the missed targets, named as in the table', () => {
    const median = summarize(
      { name: 'Over blank', statistic: 'median', unit: 'times', target: 1.1 },
      [1.3, 1.3],
      random(1),
    );
    const report = reportMarkdown({ parts: [], bytes: [plain, median, over], tables: [] });
    expect(report.split('\n\n### ')[0]).toBe(
      'Of 2 targets, 2 are missed:\n\n- Over blank, median\n- Over blank, 95th percentile',
    );
  });

  test('has no verdict without a target', () => {
    expect(plain).not.toHaveProperty('verdict');
    expect(over.verdict).toBe('missed');
  });
});
