/** `npm run soak`: hours of browsing in some minutes, in both browsers, with the output of `npm run build`. */
import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName } from '../browsers.ts';
import { measureGrowth } from './growth.ts';
import { killWhileOpening, MOMENTS } from './kills.ts';
import { type SoakResult, soak, sum } from './run.ts';

const USAGE = `npm run soak -- [--minutes=N] [--browser=chrome|firefox] [--seed=N] [--kills=N]
  --minutes  time in each browser (5)
  --browser  only this browser; by default both, one after the other
  --seed     repeats the actions of the run that printed this seed; by default random
  --kills    instead, opens this many pages in Chrome, and kills the background while each opens`;

/**
 * A rise that is always allowed: the size of the last list of 120 sessions, which the garbage collector may not free at once.
 * In Firefox, nodes are measured in bytes.
 */
const SLACK = {
  chrome: { heap: 256 * 1024, nodes: 1_600 },
  firefox: { heap: 512 * 1024, nodes: 384 * 1024 },
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      browser: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      kills: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const kills = Number(values.kills ?? 0);
  if (values.kills !== undefined && kills > 0 && Number.isInteger(kills)) return runKills(kills);
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  const browsers = values.browser === undefined ? BROWSERS : BROWSERS.filter((name) => name === values.browser);
  if (values.kills !== undefined || !(minutes > 0) || !Number.isInteger(seed) || browsers.length === 0) {
    throw new Error(`invalid options: ${JSON.stringify(values)}\n\n${USAGE}`);
  }
  for (const name of browsers) {
    console.log(`\n${name}, ${minutes} minutes, seed ${seed}`);
    const progress = (line: string) => console.log(`  ${line}`);
    if (!isFine(name, await soak(name, { minutes, seed, progress }))) process.exitCode = 1;
  }
}

async function runKills(kills: number): Promise<void> {
  console.log(`\nchrome, ${kills} pages`);
  const result = await killWhileOpening({ kills, progress: (line) => console.log(`  ${line}`) });
  const { version, opening, ended, lacking, slow, lost, stuck } = result;
  console.log(`\n${version}: ${kills} pages, killed at ${MOMENTS} moments of ${opening} ms: ${ended} workers ended`);
  console.log(`  ${lacking.length} incomplete pages, ${lost.length} lost stars, Chrome got stuck ${stuck} times`);
  if (slow.length > 0) console.log(`  complete late, after ${slow.sort((a, b) => a - b).join(', ')} ms`);
  for (const line of [...lacking, ...lost].slice(0, 40)) console.log(`    ${line}`);
  if (lacking.length + lost.length > 0) process.exitCode = 1;
}

/** Prints the result of a run. Returns false if something is wrong. */
function isFine(name: BrowserName, { version, acts, samples, errors, lost }: SoakResult): boolean {
  const did = [...acts].map(([act, times]) => `${act} ${times}`);
  console.log(`\n${version}: ${sum(acts)} actions (${did.join(', ')})`);
  let fine = errors.length === 0 && lost.length === 0;
  for (const [what, list] of samples) {
    const isHeap = what.endsWith('heap');
    const inBytes = isHeap || name === 'firefox';
    const format = (value: number) => (inBytes ? `${Math.round(value / 1024)} kB` : String(Math.round(value)));
    const { median, rise, bound, passes } = measureGrowth(list, SLACK[name][isHeap ? 'heap' : 'nodes']);
    const verdict = passes ? 'passes' : 'FAILS';
    const figures = `median ${format(median)}, grew by ${format(rise)} over the second half (at most ${format(bound)})`;
    console.log(`  ${what}: ${figures}, ${list.length} samples: ${verdict}`);
    fine &&= passes;
  }
  console.log(`  ${errors.length} errors, ${lost.length} picks or notes lost`);
  for (const line of [...errors, ...lost].slice(0, 20)) console.log(`    ${line}`);
  return fine;
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
});
