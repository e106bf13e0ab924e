/** Measures what the built extension costs Sched's pages of every size, compared with alternatives. */

import { readGuide } from '../../../build/guide-plugin.ts';
import { startSchedSite } from '../../../tests/sched-site/index.ts';
import { random } from '../../../tests/sched-site/random.ts';
import { machine, untilQuiet } from '../machine.ts';
import type { Part } from '../report.ts';
import { type Field, openField } from './field.ts';
import { redraws, type Subject, traces, type VariantSamples, visits, warmUp, watches } from './measure.ts';
import { pageResults, slowResults } from './results.ts';
import { LIMIT, MARK, NONE, OTHER, OURS, RESCAN, VARIANTS, type Variant } from './variants.ts';

interface PageEffort {
  /** With each size, its rounds, and in how many of them rivals take part in all that is measured. */
  sizes: readonly Rounds[];
  variants: readonly Variant[];
  /** Rounds per browser process, so that chance effects of one process, such as its memory layout, are not in all samples. */
  block: number;
  /** Rounds on the page that arrives slowly, and those that redraw a list 200 times; both on a list of `usual` sessions. */
  slowRounds: number;
  redrawRounds: number;
  /** Milliseconds for which each block waits for others on the machine to end. */
  patience: number;
}

interface Rounds {
  sessions: number;
  rounds: number;
  rivalRounds: number;
  /** Rivals are only loaded: mark.js takes more than a minute for 50 changes of the longest page. */
  onlyLoads?: boolean;
}

/** A schedule as large as the larger site's. */
const USUAL = 542;
const REDRAWS = 200;
/** The seed of everything random. */
const SEED = 2025;
/** Rounds of what no target names, and in which others than ours are watched: frames hardly differ from one to the next. */
const FEW = 3;

export const FULL_PAGE: PageEffort = {
  sizes: [
    { sessions: USUAL, rounds: 12, rivalRounds: 8 },
    { sessions: 3000, rounds: 10, rivalRounds: 4 },
    { sessions: 30_000, rounds: 5, rivalRounds: 1, onlyLoads: true },
  ],
  variants: VARIANTS,
  block: 6,
  slowRounds: 5,
  redrawRounds: 3,
  patience: 20_000,
};

const QUICK_PAGE: PageEffort = {
  sizes: [{ sessions: USUAL, rounds: 2, rivalRounds: 0 }],
  variants: [NONE, LIMIT, OURS, RESCAN],
  block: 5,
  slowRounds: 0,
  redrawRounds: 0,
  patience: 0,
};

/**
 * Prepares the measurements.
 * @param sizes replaces all sizes, or the one of a quick run
 * @param rounds limits the rounds of everything; in a quick run, sets them
 */
export function chooseEffort(quick: boolean, sizes?: readonly number[], rounds?: number): PageEffort {
  const { sizes: usual, ...effort } = quick ? QUICK_PAGE : FULL_PAGE;
  const chosen = sizes ? FULL_PAGE.sizes.filter(({ sessions }) => sizes.includes(sessions)) : usual;
  const most = rounds ?? Number.POSITIVE_INFINITY;
  return {
    ...effort,
    sizes: chosen.map((one) =>
      quick
        ? { ...one, rounds: rounds ?? 2, rivalRounds: 0 }
        : { ...one, rounds: Math.min(one.rounds, most), rivalRounds: Math.min(one.rivalRounds, most) },
    ),
    slowRounds: Math.min(effort.slowRounds, most),
    redrawRounds: Math.min(effort.redrawRounds, most),
  };
}

/** The rounds of a variant. The naive rescan has a target at load, which it is measured for in all of them. */
function countRounds(variant: Variant, { rounds, rivalRounds }: Rounds): number {
  if ([NONE, LIMIT, OURS, OTHER, RESCAN].includes(variant)) return rounds;
  return variant === MARK ? rivalRounds : Math.min(FEW, rivalRounds);
}

/**
 * Measures the variants, which are written.
 * @param ended called after each size
 */
export async function benchPage(effort: PageEffort, ended: (part: Part, sessions: number) => void): Promise<void> {
  const guide = readGuide();
  const site = guide.sites.at(-1);
  if (!site) throw new Error('the guide has no site');
  const server = await startSchedSite({ guide });
  let disturbed: number[] = [];
  let version = '';

  /** Rounds of each variant. Browsers are restarted for each block of rounds. */
  const inBlocks = async (
    variants: ReadonlyMap<Variant, number>,
    subject: Subject,
    round: (field: Field, nth: number) => Promise<void>,
  ) => {
    const rounds = Math.max(...variants.values());
    for (let first = 0; first < rounds; first += effort.block) {
      if (effort.patience > 0) disturbed.push(await untilQuiet(effort.patience));
      const present = [...variants].filter(([, most]) => first < most).map(([variant]) => variant);
      const field = await openField(server, `https://${site.host}`, present);
      version = field.version;
      try {
        for (const variant of present) await warmUp(field, subject, variant);
        for (let nth = first; nth < Math.min(first + effort.block, rounds); nth++) await round(field, nth);
      } finally {
        await field.close();
      }
    }
  };

  const measureSize = async (size: Rounds): Promise<VariantSamples> => {
    const { sessions, rounds, rivalRounds, onlyLoads = false } = size;
    console.log(`Visiting a list of ${sessions.toLocaleString('en')} sessions ${rounds} times …`);
    const subject = { guide, site, sessions };
    const samples: VariantSamples = new Map();
    const chance = random(SEED);
    const variants = new Map(effort.variants.map((variant) => [variant, countRounds(variant, size)]));
    await inBlocks(variants, subject, async (field, nth) => {
      const inRound = effort.variants.filter((variant) => nth < (variants.get(variant) ?? 0));
      const stays = (variant: Variant) => !variant.rival || (nth < rivalRounds && !onlyLoads);
      const watched = inRound.filter((one) => one === OURS || (nth < Math.min(FEW, rivalRounds) && stays(one)));
      await visits(field, subject, inRound, stays, samples, chance);
      await watches(field, subject, watched, samples, false);
      await traces(field, subject, samples);
    });
    return samples;
  };

  const measureSlow = async (): Promise<VariantSamples> => {
    console.log(`Visiting a list that arrives slowly ${effort.slowRounds} times …`);
    const subject = { guide, site, sessions: USUAL };
    const samples: VariantSamples = new Map();
    await inBlocks(new Map([[OURS, effort.slowRounds]]), subject, (field) =>
      watches(field, subject, [OURS], samples, true),
    );
    return samples;
  };

  try {
    for (const size of effort.sizes) {
      disturbed = [];
      const { sessions } = size;
      const samples = await measureSize(size);
      const isUsual = sessions === USUAL;
      if (isUsual && effort.redrawRounds > 0) {
        const subject = { guide, site, sessions };
        const both = new Map([NONE, OURS].map((variant) => [variant, effort.redrawRounds]));
        await inBlocks(both, subject, async (field) => {
          for (const variant of both.keys()) await redraws(field, subject, variant, REDRAWS, samples);
        });
      }
      const slow = isUsual && effort.slowRounds > 0 ? slowResults(USUAL, await measureSlow()) : [];
      if (effort.patience > 0) disturbed.push(await untilQuiet(0));
      const part: Part = {
        title: `A list of ${sessions.toLocaleString('en')} sessions`,
        date: new Date().toISOString(),
        machine: machine(version),
        disturbed,
        results: [...pageResults(sessions, samples), ...slow],
        compared: { sessions, samples: Object.fromEntries(samples) },
      };
      ended(part, sessions);
    }
  } finally {
    await server.close();
  }
}
