/** `npm run bench`: measures the built extension in headless Chromium, and says which of its targets it meets. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { listBytes } from './bytes.ts';
import { OUTPUT, PROJECT } from './folders.ts';
import { machine } from './machine.ts';
import { renderChart } from './page/chart.ts';
import { comparisonTable } from './page/compare.ts';
import { benchPage, FULL_PAGE, QUICK_PAGE, withRounds } from './page/page.ts';
import { benchParts } from './page/parts.ts';
import { bytesResults } from './page/results.ts';
import { copyOther, OTHER, VARIANTS, writePageVariants } from './page/variants.ts';
import { benchPopup, buildPopups, FULL, QUICK } from './popup.ts';
import { replaceFigures } from './publish.ts';
import {
  describeMachine,
  markdownTable,
  type Part,
  type Report,
  reportMarkdown,
  resultsTable,
  type Table,
} from './report.ts';
import { buildShipped, variantFolder } from './variants.ts';

/** The size whose comparison is drawn. */
const DRAWN = 3000;

const USAGE = `npm run bench -- [--quick] [--only=page|popup] [--sizes=542,3000] [--rounds=5] [--again] [--parts] [--against=FOLDER] [--publish]
  --quick     few rounds on one size of page, for everyday work
  --only      one part: the pages of Sched, or the popup
  --sizes     pages of these numbers of sessions alone
  --rounds    no more rounds than so many of anything: 5 take about a quarter of an hour
  --parts     what each part of the content scripts costs, by builds without it; on 542 sessions if --sizes says nothing
  --again     measures what the last run has built
  --against   a folder with another build for Chrome, such as the last release: the pages are measured with both
  --publish   writes the figures into docs/performance.md, and the chart beside it`;

interface Options {
  quick: boolean;
  only: 'page' | 'popup' | undefined;
  sizes: number[] | undefined;
  rounds: number;
  again: boolean;
  parts: boolean;
  against: string | undefined;
  publish: boolean;
}

function parseOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      again: { type: 'boolean', default: false },
      parts: { type: 'boolean', default: false },
      against: { type: 'string' },
      publish: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { only, quick, again, parts, against, publish } = values;
  if (only !== undefined && only !== 'page' && only !== 'popup')
    throw new Error(`--only is page or popup, and not ${only}`);
  const sizes = values.sizes?.split(',').map(Number);
  const known = FULL_PAGE.sizes.map(({ sessions }) => sessions);
  const unknown = sizes?.filter((size) => !known.includes(size)) ?? [];
  if (unknown.length > 0) throw new Error(`--sizes are of ${known.join(', ')}`);
  if (publish && (quick || only))
    throw new Error('--publish is for a run of all rounds and both parts: leave --quick and --only out');
  if (against !== undefined && !existsSync(join(against, 'manifest.json')))
    throw new Error(`--against=${against} has no manifest.json: name the folder of a built extension`);
  const rounds = Number(values.rounds ?? Number.POSITIVE_INFINITY);
  if (!(rounds >= 1)) throw new Error('--rounds is a number of at least 1');
  return { quick, only, sizes, rounds, again, parts, against, publish };
}

async function main(): Promise<void> {
  const options = parseOptions();
  if (!options) return console.log(USAGE);
  const { quick, only, again, publish } = options;
  if (options.parts) return measureParts(options);
  if (!again) {
    if (only === 'page') buildShipped('shipped');
    else buildPopups(quick ? QUICK : FULL);
  }
  mkdirSync(OUTPUT, { recursive: true });

  const popup = only === 'page' ? undefined : await benchPopup(quick ? QUICK : FULL);
  const page = only === 'popup' ? undefined : await measurePage(options);
  const shipped = variantFolder('shipped');
  const parts: Part[] = [
    ...(page ? [{ title: 'Pages of Sched', results: page.results }] : []),
    ...(popup ? [{ title: 'Popup', results: popup.results }] : []),
    { title: 'Bytes', results: bytesResults(shipped) },
  ];
  const comparisons = [...(page?.samples ?? [])].map(([sessions, samples]): Table => {
    const title = `A list of ${sessions.toLocaleString('en')} sessions, medians of all variants`;
    return { title, table: comparisonTable([...VARIANTS, OTHER], samples) };
  });
  const report: Report = {
    date: new Date().toISOString(),
    machine: machine(page?.version ?? popup?.version ?? ''),
    disturbed: [...(page?.disturbed ?? []), ...(popup?.disturbed ?? [])],
    quick,
    parts,
    tables: [...comparisons, { title: 'Every script, style sheet and page', table: bytesTable(shipped) }],
  };

  const write = (file: string, text: string) => writeFileSync(join(OUTPUT, file), text);
  const samples = Object.fromEntries([...(page?.samples ?? [])].map(([size, all]) => [size, Object.fromEntries(all)]));
  write('report.json', `${JSON.stringify({ ...report, samples }, null, 2)}\n`);
  const figures = reportMarkdown(report);
  write('report.md', `${figures}\n`);
  const drawn = page?.samples.get(DRAWN) ?? page?.samples.values().next().value;
  const size = page?.samples.has(DRAWN) ? DRAWN : (page?.samples.keys().next().value ?? 0);
  const chart = drawn && renderChart(size, VARIANTS, drawn);
  if (chart) write('performance.svg', chart);
  console.log(`\n${figures}\n\nAll samples: ${relative(PROJECT, join(OUTPUT, 'report.json'))}`);
  if (publish && chart) publishTo(join(PROJECT, 'docs'), figures, chart);
}

/** Prints what the parts cost. Nothing is published: the table of a whole run says what all of it costs. */
async function measureParts({ quick, sizes, again }: Options): Promise<void> {
  if (!again) buildShipped('shipped');
  writePageVariants();
  const { results, version } = await benchParts(sizes ?? [542], quick ? 2 : 15);
  console.log(`\n${describeMachine(machine(version))}\n\n${resultsTable(results)}`);
}

function measurePage({ quick, sizes, rounds, again, against }: Options): ReturnType<typeof benchPage> {
  const effort = withRounds(quick ? QUICK_PAGE : FULL_PAGE, rounds);
  if (again && !existsSync(variantFolder('shipped'))) throw new Error('nothing is built yet: leave --again out');
  writePageVariants();
  if (against !== undefined) copyOther(against);
  const wanted = sizes
    ? withRounds(FULL_PAGE, rounds).sizes.filter(({ sessions }) => sizes.includes(sessions))
    : effort.sizes;
  const variants = against === undefined ? effort.variants : [...effort.variants, OTHER];
  return benchPage({ ...effort, sizes: wanted, variants });
}

function publishTo(folder: string, figures: string, chart: string): void {
  const file = join(folder, 'performance.md');
  const published = replaceFigures(readFileSync(file, 'utf8'), figures);
  writeFileSync(file, published);
  writeFileSync(join(folder, 'performance.svg'), chart);
  console.log(`Published in ${relative(PROJECT, file)}.`);
}

function bytesTable(folder: string): string {
  const rows = listBytes(folder).map(({ file, raw, gzip }) => [
    file.replace(/-[\w-]{8}(?=\.\w+$)/u, ''),
    String(raw),
    String(gzip),
  ]);
  return markdownTable([['file', 'bytes', 'gzip'], ...rows], [0]);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
});
