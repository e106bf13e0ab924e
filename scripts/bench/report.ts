/** The figures of a run, to be read: in the terminal, in docs/performance.md and by other programs. */
import type { Machine } from './machine.ts';
import type { Result } from './result.ts';

export interface Report {
  /** ISO 8601. */
  date: string;
  machine: Machine;
  /** The share of the machine that was at work for others before, between and after the measurements. */
  disturbed: readonly number[];
  /** Whether it was a short run, whose figures are for everyday work alone. */
  quick: boolean;
  results: readonly Result[];
}

const HEADINGS = ['', 'figure', '95 % interval', 'samples', 'target', ''];

/** The figures as a table of Markdown, in columns where letters are as wide as each other. */
export function tableOf(results: readonly Result[]): string {
  const cells = [HEADINGS, ...results.map(rowOf)];
  const widths = HEADINGS.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => padded(cell, widths[at] ?? 0, at)).join(' | ')} |`;
  const rule = widths.map((width, at) => (isText(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [headings = [], ...rows] = cells;
  return [line(headings), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function rowOf({ name, statistic, unit, figure, interval: [low, high], samples, target, verdict }: Result): string[] {
  const told = (value: number) => (unit === 'ms' ? value.toFixed(1) : value.toFixed(3));
  return [
    `${name}, ${statistic}`,
    unit === 'ms' ? `${told(figure)} ms` : `${told(figure)} ×`,
    `${told(low)} – ${told(high)}`,
    String(samples.length),
    target === undefined ? '' : `≤ ${target}`,
    verdict ?? '',
  ];
}

function padded(cell: string, width: number, column: number): string {
  return isText(column) ? cell.padEnd(width) : cell.padStart(width);
}

/** The first and the last column are words. */
function isText(column: number): boolean {
  return column === 0 || column === HEADINGS.length - 1;
}

/** The machine in a line. */
export function machineLine({ processor, cores, memory, system, node, browser }: Machine): string {
  return `${browser} on ${processor}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}`;
}
