/** Generates mutated pages from a seed, runs the content script on each, and shrinks the first that fails. */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { GUIDE_FILE, readGuide } from '../../../build/guide-plugin.ts';
import { pageIndex } from '../../../data/page-index.ts';
import { KINDS, LIVE, type Mutation, mutated } from '../../../tools/fuzz/mutations.ts';
import { fuzzPages } from '../../../tools/fuzz/pages.ts';
import { smaller } from '../../../tools/fuzz/smaller.ts';
import { faultsOn, type Trial } from './try-page.ts';

export interface FuzzRun {
  /** Number of pages, unless the time is up before. */
  count: number;
  minutes: number;
  seed: number;
}

export interface FuzzReport {
  seed: number;
  pages: number;
  /** Number of changes to these pages. */
  changes: number;
  /** Number of pages with marks. */
  marked: number;
  seconds: number;
  /** The faults of the first page that failed, and the shrunken page. */
  failure?: string;
}

/** The run that `npm run fuzz` requests in the environment. */
export function readFuzzRun(otherwise: FuzzRun): FuzzRun {
  const run = process.env.CSG_FUZZ_RUN;
  return run ? (JSON.parse(run) as FuzzRun) : otherwise;
}

/** Writes the report for `npm run fuzz`. */
export function writeFuzzReport(report: FuzzReport): void {
  const file = process.env.CSG_FUZZ_REPORT;
  if (file) writeFileSync(file, JSON.stringify(report));
}

export async function runFuzz({ count, minutes, seed }: FuzzRun): Promise<FuzzReport> {
  const bases = fuzzPages(readGuide(GUIDE_FILE));
  const parser = new DOMParser();
  const start = Date.now();
  const report: FuzzReport = { seed, pages: 0, changes: 0, marked: 0, seconds: 0 };
  const ids = [...pageIndex.sessions, 'zZ9z', '28AA1', 'abcde'];

  const makeTrial = ({ page, off, mutations, live }: Drawn): Trial => {
    const { address, html } = bases[page % bases.length] as (typeof bases)[number];
    const around = { ids, host: new URL(address).host };
    return { address, html: mutated(html, mutations, parser, around), live, off, around };
  };
  const property = fc.asyncProperty(drawn(bases.length), async (one) => {
    const trial = makeTrial(one);
    fc.pre(isParsed(trial.html, parser));
    const faults = await faultsOn(trial, () => (report.marked += 1));
    report.pages += 1;
    report.changes += one.mutations.length + one.live.length;
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  const details = await fc.check(property, { seed, numRuns: count, interruptAfterTimeLimit: minutes * 60_000 });
  report.seconds = (Date.now() - start) / 1000;
  const found = details.counterexample?.[0];
  if (!found) return report;
  const trial = makeTrial(found);
  const fails = async (html: string) => isParsed(html, parser) && (await faultsOn({ ...trial, html })).length > 0;
  const page = await smaller(trial.html, fails);
  const faults = await faultsOn({ ...trial, html: page });
  const live = JSON.stringify(trial.live);
  report.failure = [`seed ${seed}, ${trial.address}, off ${trial.off}, then ${live}`, ...faults, '', page].join('\n');
  return report;
}

/** happy-dom throws on some markup that browsers parse, and can't serialize some that it has parsed. */
function isParsed(html: string, parser: DOMParser): boolean {
  try {
    return parser.parseFromString(html, 'text/html').documentElement.outerHTML !== '';
  } catch {
    return false;
  }
}

interface Drawn {
  page: number;
  off: number;
  mutations: Mutation[];
  live: Mutation[];
}

function drawn(pages: number): fc.Arbitrary<Drawn> {
  const number = fc.nat(99_999);
  const some = (kinds: readonly string[], maxLength: number) =>
    fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: number, to: number, how: number }), { maxLength });
  return fc.record({
    page: fc.nat(pages - 1),
    // Usually everything is switched on.
    off: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(63)),
    mutations: some(KINDS, 12),
    live: some(Object.keys(LIVE), 5),
  });
}
