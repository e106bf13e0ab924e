/** The figures of a run, to be read: in the terminal, in docs/performance.md and by other programs. */
import { describeMachine, type Machine, QUIET } from './machine.ts';
import type { Samples } from './page/measure.ts';
import type { Result } from './result.ts';

interface Report {
  /** What was measured against targets, by what it was measured on. */
  parts: readonly Part[];
  /** The bytes of the build against their limits. */
  bytes: readonly Result[];
  /** Further tables, as Markdown. */
  tables: readonly Table[];
}

/** What ends, is printed and is kept as one: a size of page, or the popup. */
export interface Part {
  title: string;
  /** When it ended, in ISO 8601. */
  date: string;
  machine: Machine;
  /** The share of the machine that was at work for others before, between and after the measurements. */
  disturbed: readonly number[];
  results: readonly Result[];
  /** Where variants are compared on a page: its number of sessions, and all samples by variant. */
  compared?: { sessions: number; samples: Readonly<Record<string, Samples>> };
}

export interface Table {
  title: string;
  table: string;
}

/** All parts as Markdown, in sections of the third level. */
export function reportMarkdown({ parts, bytes, tables }: Report): string {
  const results = [...parts.flatMap((part) => part.results), ...bytes];
  const missed = results.filter(({ verdict }) => verdict === 'missed');
  const targets = results.filter(({ verdict }) => verdict !== undefined);
  const sections: Table[] = [
    ...parts.map((part) => ({ title: part.title, table: resultsTable(part.results) })),
    ...(bytes.length > 0 ? [{ title: 'Bytes', table: resultsTable(bytes) }] : []),
    ...tables,
  ];
  return [
    ...new Set(parts.map(({ machine }) => `${describeMachine(machine)}.`)),
    ...(parts.length > 0 ? [timesTable(parts)] : []),
    ...(parts.some(isLoud) ? ['Other work of more than 5 % is too much for these figures.'] : []),
    `Of ${targets.length} targets, ${missed.length} are missed${missed.length > 0 ? ':' : '.'}`,
    ...(missed.length > 0 ? [missed.map((result) => `- ${fullName(result)}`).join('\n')] : []),
    ...sections.flatMap(({ title, table }) => [`### ${title}`, table]),
  ].join('\n\n');
}

/** When each part ended, and how much else the machine had to do: parts may be of different runs. */
function timesTable(parts: readonly Part[]): string {
  const rows = parts.map(({ title, date, disturbed }) => [
    title,
    date.slice(0, 16).replace('T', ' '),
    disturbed.map((share) => `${Math.round(share * 100)} %`).join(', '),
  ]);
  return markdownTable([['measured', 'until, UTC', 'other work before, between and after'], ...rows], [0, 1, 2]);
}

function isLoud({ disturbed }: Part): boolean {
  return disturbed.some((share) => share > QUIET);
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

/** The median of a figure and its 95th percentile are two results of one name. */
function fullName({ name, statistic }: Result): string {
  return `${name}, ${statistic}`;
}

function resultRow(result: Result): string[] {
  const {
    unit,
    figure,
    interval: [low, high],
    samples,
    target,
    verdict,
  } = result;
  return [
    fullName(result),
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
