/** The figures of a run, to be read: in the terminal, in docs/performance.md and by other programs. */
import { type Machine, QUIET } from './machine.ts';
import type { Result } from './result.ts';

export interface Report {
  /** ISO 8601. */
  date: string;
  machine: Machine;
  /** The share of the machine that was at work for others before, between and after the measurements. */
  disturbed: readonly number[];
  /** Whether it was a short run, whose figures are for everyday work alone. */
  quick: boolean;
  /** What was measured against targets, by what it was measured on. */
  parts: readonly Part[];
  /** Further tables, as Markdown. */
  tables: readonly Table[];
}

export interface Part {
  title: string;
  results: readonly Result[];
}

export interface Table {
  title: string;
  table: string;
}

/** The whole run as Markdown, in sections of the third level. */
export function reportMarkdown({ date, machine, disturbed, quick, parts, tables }: Report): string {
  const missed = parts.flatMap(({ results }) => results).filter(({ verdict }) => verdict === 'missed');
  const targets = parts.flatMap(({ results }) => results).filter(({ verdict }) => verdict !== undefined);
  const sections: Table[] = [
    ...parts.map(({ title, results }) => ({ title, table: resultsTable(results) })),
    ...tables,
  ];
  return [
    `${date.slice(0, 10)}, ${describeMachine(machine)}. ${describeOtherWork(disturbed)}`,
    ...(quick ? ['A short run: its figures are for everyday work, its intervals are wide.'] : []),
    `Of ${targets.length} targets, ${missed.length} are missed${missed.length > 0 ? ':' : '.'}`,
    ...(missed.length > 0 ? [missed.map(({ name }) => `- ${name}`).join('\n')] : []),
    ...sections.flatMap(({ title, table }) => [`### ${title}`, table]),
  ].join('\n\n');
}

/** How much else the machine had to do. */
function describeOtherWork(disturbed: readonly number[]): string {
  const shares = disturbed.map((share) => `${Math.round(share * 100)} %`);
  const most = Math.max(0, ...disturbed);
  const loud = most > QUIET ? ' That is too much for these figures: run it with --again when it is quiet.' : '';
  return `Other work before, between and after: ${shares.join(', ')} of the machine.${loud}`;
}

const HEADINGS = ['', 'figure', '95 % interval', 'samples', 'target', ''];

/** The figures as a table of Markdown. */
export function resultsTable(results: readonly Result[]): string {
  return markdownTable([HEADINGS, ...results.map(resultRow)], [0, HEADINGS.length - 1]);
}

/**
 * A table of Markdown, in columns where letters are as wide as each other.
 * @param rows the headings first
 * @param texts the columns that are words; the others are numbers
 */
export function markdownTable(
  [headings = [], ...rows]: readonly (readonly string[])[],
  texts: readonly number[],
): string {
  const widths = headings.map((_, column) =>
    Math.max(3, ...[headings, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const padded = (cell: string, column: number) =>
    texts.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const line = (row: readonly string[]) => `| ${row.map(padded).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    texts.includes(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(headings), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function resultRow({
  name,
  statistic,
  unit,
  figure,
  interval: [low, high],
  samples,
  target,
  verdict,
}: Result): string[] {
  return [
    `${name}, ${statistic}`,
    formatFigure(figure, unit),
    `${formatNumber(low, unit)} – ${formatNumber(high, unit)}`,
    String(samples.length),
    target === undefined ? '' : `≤ ${target}`,
    verdict ?? '',
  ];
}

const DIGITS: Record<Result['unit'], number> = { ms: 1, times: 3, MB: 2, kB: 1, count: 0 };

function formatNumber(value: number, unit: Result['unit']): string {
  if (unit !== 'count' || Number.isInteger(value)) return value.toFixed(DIGITS[unit]);
  // A median between two counts, or a score, such as of layout shifts.
  return value.toFixed(Math.abs(value) < 1 ? 4 : 1);
}

/** A figure as it is read, with its unit. */
export function formatFigure(value: number, unit: Result['unit']): string {
  const sign = { ms: ' ms', times: ' ×', MB: ' MB', kB: ' kB', count: '' }[unit];
  return `${formatNumber(value, unit)}${sign}`;
}

/** The machine in a line. */
export function describeMachine({ processor, cores, memory, system, node, browser }: Machine): string {
  return `${browser} on ${processor}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}`;
}
