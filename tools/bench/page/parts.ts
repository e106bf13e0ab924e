/** Measures what each part of the content scripts costs at load, by builds without it: a profiler would distort it. */
import { readGuide } from '../../../build/guide-plugin.ts';
import { startSchedSite } from '../../../tests/sched-site/index.ts';
import { random } from '../../../tests/sched-site/random.ts';
import type { LeftOut } from '../leave-out.ts';
import { busy, machine } from '../machine.ts';
import type { Part } from '../report.ts';
import type { Result } from '../result.ts';
import { summarize } from '../result.ts';
import { shuffled } from '../statistics.ts';
import { buildWithout } from '../variants.ts';
import { openField } from './field.ts';
import { background, loads, type Subject, type VariantSamples, warmUp, works } from './measure.ts';
import { pairs } from './results.ts';
import { LIMIT, OURS, RESCAN, type Variant } from './variants.ts';
import { WORK } from './work.ts';

/** In the order of the table. The last two leave out all features, and everything that the script does. */
const PARTS: readonly (readonly [part: LeftOut, what: string])[] = [
  ['cards', 'cards'],
  ['strip', 'the strip'],
  ['marks', 'attributes of marks'],
  ['count', 'the badge’s count'],
  ['mentions', 'looking for mentions, and marking them'],
  ['facts', 'reading facts, in the second script'],
  ['features', 'all features and the search for sessions'],
  ['script', 'all that the first script does'],
];

const SEED = 2025;
/** Rounds for which browsers live. */
const BLOCK = 5;
/** How many times slower than the machine a weak device is. */
const SLOWED = 4;

/**
 * Builds the variants and measures lists of so many sessions, each variant once a round. The shipped build must be there.
 * @param ended called after each size
 */
export async function benchParts(
  sizes: readonly number[],
  rounds: number,
  ended: (part: Part, sessions: number) => void,
): Promise<void> {
  const without = PARTS.map(([part]): [LeftOut, Variant] => {
    buildWithout(part);
    return [part, { name: `without-${part}`, label: `without ${part}`, rival: false }];
  });
  const variants = [LIMIT, OURS, RESCAN, ...without.map(([, variant]) => variant)];
  const guide = readGuide();
  const site = guide.sites.at(-1);
  if (!site) throw new Error('the guide has no site');
  const server = await startSchedSite({ guide });
  let version = '';
  try {
    for (const sessions of sizes) {
      console.log(`Visiting a list of ${sessions.toLocaleString('en')} sessions ${rounds} times with each build …`);
      const subject: Subject = { guide, site, sessions };
      const usual: VariantSamples = new Map();
      const slowed: VariantSamples = new Map();
      const kinds: VariantSamples = new Map();
      const chance = random(SEED);
      const disturbed: number[] = [];
      for (let first = 0; first < rounds; first += BLOCK) {
        disturbed.push(await busy());
        const field = await openField(server, `https://${site.host}`, variants);
        version = field.version;
        try {
          for (const variant of variants) await warmUp(field, subject, variant);
          for (let nth = first; nth < Math.min(first + BLOCK, rounds); nth++) {
            await loads(field, subject, shuffled(variants, chance), usual, 1);
            await loads(field, subject, shuffled([LIMIT, OURS, RESCAN], chance), slowed, SLOWED);
            await works(field, subject, shuffled([LIMIT, OURS, RESCAN], chance), kinds);
            await background(field, subject, usual);
          }
        } finally {
          await field.close();
        }
      }
      const part: Part = {
        title: `Parts of the load of a list of ${sessions.toLocaleString('en')} sessions`,
        date: new Date().toISOString(),
        machine: machine(version),
        disturbed: [...disturbed, await busy()],
        results: partResults(sessions, usual, slowed, kinds),
      };
      ended(part, sessions);
    }
  } finally {
    await server.close();
  }
}

/**
 * What the samples say of each part, and of the background.
 * @param kinds the main thread's time by kind of work, from traces
 */
export function partResults(
  sessions: number,
  usual: VariantSamples,
  slowed: VariantSamples,
  kinds: VariantSamples,
): Result[] {
  const number = sessions.toLocaleString('en');
  const all: Result[] = [];
  const add = (name: string, unit: Result['unit'], values: readonly number[]) => {
    if (values.length > 0)
      all.push(summarize({ name: `${name}, ${number}`, statistic: 'median', unit }, values, random(SEED)));
  };
  const of = (samples: VariantSamples, { name }: Pick<Variant, 'name'>, key: string) => samples.get(name)?.[key];
  const over = (samples: VariantSamples, other: Variant, key: string) =>
    pairs(of(samples, OURS, key), of(samples, other, key), (one, two) => one / two);
  add('CPU at load over the style sheet alone', 'times', over(usual, LIMIT, 'cpu'));
  add('CPU at load over the naive rescan’s', 'times', over(usual, RESCAN, 'cpu'));
  for (const [variant, whose] of [
    [OURS, 'Main thread'],
    [RESCAN, 'Naive rescan’s main thread'],
  ] as const) {
    for (const work of WORK)
      add(
        `${whose} over the style sheet alone: ${work}`,
        'ms',
        pairs(of(kinds, variant, work), of(kinds, LIMIT, work), (one, two) => one - two),
      );
  }
  for (const [part, what] of PARTS) {
    const rest = of(usual, { name: `without-${part}` }, 'cpu');
    add(
      `CPU at load of ${what}`,
      'ms',
      pairs(of(usual, OURS, 'cpu'), rest, (one, two) => one - two),
    );
  }
  add('CPU of all processes at load over the style sheet alone', 'times', over(usual, LIMIT, 'processes'));
  add('Background’s script for a load', 'ms', of(usual, OURS, 'background') ?? []);
  add('Starts of the background for a load', 'count', of(usual, OURS, 'starts') ?? []);
  add(`CPU at load over the style sheet alone, ${SLOWED} times slowed`, 'times', over(slowed, LIMIT, 'cpu'));
  add(`CPU at load over the naive rescan’s, ${SLOWED} times slowed`, 'times', over(slowed, RESCAN, 'cpu'));
  add(`First paint over the style sheet alone, ${SLOWED} times slowed`, 'times', over(slowed, LIMIT, 'paint'));
  return all;
}
