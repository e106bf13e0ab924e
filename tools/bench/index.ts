/** `npm run bench`: measures the built extension in headless Chromium, and says which of its targets it meets. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { listBytes } from './bytes.ts';
import { OUTPUT, PROJECT } from './folders.ts';
import { keepPart, keptParts } from './kept.ts';
import { renderChart } from './page/chart.ts';
import { comparisonTable } from './page/compare.ts';
import { benchPage, chooseEffort, FULL_PAGE } from './page/page.ts';
import { benchParts } from './page/parts.ts';
import { bytesResults } from './page/results.ts';
import { copyOther, OTHER, VARIANTS, writePageVariants } from './page/variants.ts';
import { benchPopup, buildPopups, FULL, QUICK } from './popup.ts';
import { replaceFigures } from './publish.ts';
import { markdownTable, type Part, reportMarkdown, type Table } from './report.ts';
import { buildShipped, variantFolder } from './variants.ts';

/** The size whose comparison is drawn. */
const DRAWN = 3000;

const USAGE = `npm run bench -- [--quick] [--only=page|popup] [--sizes=542,3000] [--rounds=5] [--again] [--parts] [--against=FOLDER] [--kept] [--publish]
  --quick     few rounds on one size of page, for everyday work
  --only      one part: the pages of Sched, or the popup
  --sizes     pages of these numbers of sessions alone
  --rounds    no more rounds than so many of anything on the pages; with --quick, so many
  --parts     what each part of the content scripts costs, by builds without it; on 542 sessions if --sizes says nothing
  --again     measures what the last run has built
  --against   a folder with another build for Chrome, such as the last release: the pages are measured with both
  --kept      measures nothing: reports what earlier runs have kept
  --publish   writes all that is kept into docs/performance.md, with the time of each part, and the chart beside it

Each size and the popup are printed and kept as they end, in .output/bench/kept, so that a run can be stopped. Short runs keep theirs elsewhere.`;

type Options = NonNullable<ReturnType<typeof parseOptions>>;

/** Nothing where help was asked for. */
function parseOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      again: { type: 'boolean', default: false },
      parts: { type: 'boolean', default: false },
      against: { type: 'string' },
      kept: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { only, quick, against, publish } = values;
  if (only !== undefined && only !== 'page' && only !== 'popup')
    throw new Error(`--only is page or popup, and not ${only}`);
  const sizes = values.sizes?.split(',').map(Number);
  const known = FULL_PAGE.sizes.map(({ sessions }) => sessions);
  const unknown = sizes?.filter((size) => !known.includes(size)) ?? [];
  if (unknown.length > 0) throw new Error(`--sizes are of ${known.join(', ')}`);
  if (publish && quick) throw new Error('--publish is for runs of all rounds: leave --quick out');
  if (against !== undefined && !existsSync(join(against, 'manifest.json')))
    throw new Error(`--against=${against} has no manifest.json: name the folder of a built extension`);
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && !(rounds >= 1)) throw new Error('--rounds is a number of at least 1');
  return { ...values, sizes, rounds };
}

async function main(): Promise<void> {
  const options = parseOptions();
  if (!options) return console.log(USAGE);
  const { quick, kept, publish } = options;
  const folder = join(OUTPUT, quick ? 'quick' : 'kept');
  const keep = (name: string, part: Part) => {
    keepPart(folder, name, part);
    console.log(`\n${reportMarkdown({ parts: [part], bytes: [], tables: compareVariants(part) })}\n`);
  };
  if (!kept) await measure(options, keep);
  console.log(`Kept in ${relative(PROJECT, folder)}.`);
  if (publish) publishParts(keptParts(folder), join(PROJECT, 'docs'));
}

/** @param keep is told of each part as it ends */
async function measure(options: Options, keep: (name: string, part: Part) => void): Promise<void> {
  const { quick, only, sizes, rounds, again, parts, against } = options;
  const isPage = parts || only === 'page';
  if (again && !existsSync(variantFolder('shipped'))) throw new Error('nothing is built yet: leave --again out');
  if (!again) {
    if (isPage) buildShipped('shipped');
    else buildPopups(quick ? QUICK : FULL);
  }
  mkdirSync(OUTPUT, { recursive: true });
  if (only !== 'page' && !parts) keep('popup', await benchPopup(quick ? QUICK : FULL));
  if (only === 'popup') return;
  writePageVariants();
  if (parts) {
    await benchParts(sizes ?? [542], rounds ?? (quick ? 2 : 15), (part, size) => keep(`parts-${size}`, part));
    return;
  }
  if (against !== undefined) copyOther(against);
  const effort = chooseEffort(quick, sizes, rounds);
  const variants = against === undefined ? effort.variants : [...effort.variants, OTHER];
  await benchPage({ ...effort, variants }, (part, size) => keep(`page-${size}`, part));
}

/** The table of the variants beside each other, where some were compared. */
function compareVariants({ title, compared }: Part): Table[] {
  if (!compared) return [];
  const table = comparisonTable([...VARIANTS, OTHER], new Map(Object.entries(compared.samples)));
  return [{ title: `${title}, medians of all variants`, table }];
}

/** Writes parts, which may be of different runs, with the bytes of the last build. */
function publishParts(parts: readonly Part[], folder: string): void {
  const shipped = variantFolder('shipped');
  const built = existsSync(shipped);
  const figures = reportMarkdown({
    parts,
    bytes: built ? bytesResults(shipped) : [],
    tables: [
      ...parts.flatMap(compareVariants),
      ...(built ? [{ title: 'Every script, style sheet and page', table: bytesTable(shipped) }] : []),
    ],
  });
  const file = join(folder, 'performance.md');
  writeFileSync(file, replaceFigures(readFileSync(file, 'utf8'), figures));
  const drawn = parts.find(({ compared }) => compared?.sessions === DRAWN)?.compared;
  if (drawn) {
    const chart = renderChart(DRAWN, VARIANTS, new Map(Object.entries(drawn.samples)));
    writeFileSync(join(folder, 'performance.svg'), chart);
  }
  console.log(`Published in ${relative(PROJECT, file)}: ${parts.map(({ title }) => title).join(', ')}.`);
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
