/** `npm run fuzz`: runs the content script on mutated pages of the replica, until one fails, all have run, or the time is up. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzReport, FuzzRun } from '../../tests/tools/fuzz/run.ts';

const USAGE = `npm run fuzz -- [--count=N] [--minutes=N] [--seed=N]
  --count    number of pages (10000)
  --minutes  time limit (60)
  --seed     repeats the run that printed this seed; by default random`;

/** Pages per process, because happy-dom leaks memory with every page. */
const PIECE = 1_000;

const PROJECT = join(import.meta.dirname, '../..');
const OUTPUT = join(PROJECT, '.output/fuzz');

/** Characters of a failing page to print. */
const SHOWN = 4_000;

function main(): void {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      minutes: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const count = parseNumber('count', values.count);
  const end = Date.now() + parseNumber('minutes', values.minutes) * 60_000;
  const seed = parseNumber('seed', values.seed);

  console.log(`seed ${seed}: up to ${count} pages until ${new Date(end).toLocaleTimeString()}`);
  const sum = { pages: 0, changes: 0, marked: 0, seconds: 0 };
  for (let from = 0; from < count && Date.now() < end; from += PIECE) {
    const minutes = (end - Date.now()) / 60_000;
    const report = runPiece({ count: Math.min(PIECE, count - from), minutes, seed: seed + from });
    for (const key of ['pages', 'changes', 'marked', 'seconds'] as const) sum[key] += report[key];
    console.log(`${sum.pages} pages, ${sum.changes} changes, ${sum.marked} with marks, ${Math.round(sum.seconds)} s`);
    if (report.failure === undefined) continue;
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(join(OUTPUT, 'failure.txt'), report.failure);
    console.error(`\nA page failed. To repeat: npm run fuzz -- --seed=${report.seed} --count=${PIECE}`);
    console.error(`\n${report.failure.slice(0, SHOWN)}\n\nFull page: .output/fuzz/failure.txt`);
    process.exitCode = 1;
    return;
  }
  console.log('0 throws, 0 foreign changes, 0 foreign marks');
}

/** @throws {Error} if the run itself failed, which is not a finding */
function runPiece(run: FuzzRun): FuzzReport {
  const folder = mkdtempSync(join(tmpdir(), 'csg-fuzz-'));
  const file = join(folder, 'report.json');
  try {
    const vitest = join(PROJECT, 'node_modules/vitest/vitest.mjs');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [vitest, 'run', '--project', 'unit', 'tests/tools/fuzz/pages.test.ts'],
      {
        cwd: PROJECT,
        env: { ...process.env, CSG_FUZZ_RUN: JSON.stringify(run), CSG_FUZZ_REPORT: file },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as FuzzReport;
    } catch {
      throw new Error(`the run ended without a report:\n${stdout}\n${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} must be a whole number such as 1000, not “${text}”\n\n${USAGE}`);
}

try {
  main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
