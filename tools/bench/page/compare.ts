/** The variants beside each other: a table for each size. */
import { formatFigure, markdownTable } from '../report.ts';
import type { Result } from '../result.ts';
import { median } from '../statistics.ts';
import type { VariantSamples } from './measure.ts';
import type { Variant } from './variants.ts';

const ROWS: readonly [key: string, what: string, unit: Result['unit']][] = [
  ['cpu', 'CPU at load', 'ms'],
  ['layout', 'of that, layout', 'ms'],
  ['style', 'of that, styles', 'ms'],
  ['changes', 'CPU of 50 changes', 'ms'],
  ['more', 'CPU of 10 % more sessions', 'ms'],
  ['click', 'click to paint while the page changes', 'ms'],
  ['wait', 'arrival of the last session to its mark', 'ms'],
  ['unmarked', 'frames with a session not yet marked', 'count'],
  ['missed', 'guide sessions never marked', 'count'],
  ['falseHits', 'false hits', 'count'],
  ['shift', 'layout shift', 'count'],
  ['nodes', 'nodes', 'count'],
  ['heap', 'heap after load', 'MB'],
];

/** Medians by variant. */
export function comparisonTable(variants: readonly Variant[], samples: VariantSamples): string {
  const measured = variants.filter(({ name }) => samples.has(name));
  const cell = ({ name }: Variant, key: string, unit: Result['unit']) => {
    const values = (samples.get(name)?.[key] ?? []).filter((value) => Number.isFinite(value));
    return values.length > 0 ? formatFigure(median(values), unit) : '–';
  };
  const rows = ROWS.map(([key, what, unit]) => [what, ...measured.map((variant) => cell(variant, key, unit))]);
  const headings = ['', ...measured.map(({ label }) => label)];
  return markdownTable([headings, ...rows.filter(([, ...cells]) => cells.some((text) => text !== '–'))], [0]);
}
