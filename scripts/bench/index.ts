/** `npm run bench`: measures the built extension in headless Chromium, and says which of its targets it meets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { OUTPUT, PROJECT } from './folders.ts';
import { machine } from './machine.ts';
import { benchPopup, buildPopups, FULL, QUICK } from './popup.ts';
import { machineLine, type Report, tableOf } from './report.ts';

/** The share of the machine that others may use without being noticed: less than a tenth of a core of two. */
const QUIET = 0.05;

const USAGE = `npm run bench -- [--quick] [--again]
  --quick   few rounds, for everyday work
  --again   measures what the last run has built`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);

  if (!values.again) buildPopups();
  const { results, version, disturbed } = await benchPopup(values.quick ? QUICK : FULL);
  const report: Report = {
    date: new Date().toISOString(),
    machine: machine(version),
    disturbed,
    quick: values.quick,
    results,
  };
  mkdirSync(OUTPUT, { recursive: true });
  const file = join(OUTPUT, 'report.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);

  console.log(`\n${tableOf(results)}\n\n${machineLine(report.machine)}`);
  const shares = disturbed.map((share) => `${Math.round(share * 100)} %`);
  console.log(`Other work before, between and after: ${shares.join(', ')} of the machine.`);
  if (Math.max(...disturbed) > QUIET)
    console.log('That is too much for these figures: run it with --again when it is quiet.');
  console.log(`All samples: ${relative(PROJECT, file)}`);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
});
