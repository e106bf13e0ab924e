/** The pages of Sched: what the built extension costs them, beside what a reader could have instead, at every size. */

import { readGuide } from '../../../build/guide-plugin.ts';
import { startSchedSite } from '../../../tests/sched-site/index.ts';
import { random } from '../../../tests/sched-site/random.ts';
import { untilQuiet } from '../machine.ts';
import type { Result } from '../result.ts';
import { type Field, openField } from './field.ts';
import { redraws, type Subject, traces, type VariantSamples, visits, warmUp, watches } from './measure.ts';
import { pageResults, slowResults } from './results.ts';
import { LIMIT, MARK, NONE, OTHER, OURS, RESCAN, VARIANTS, type Variant } from './variants.ts';

export interface PageEffort {
  /** With each size, the rounds of what targets compare us with, and those of the rivals in a target. */
  sizes: readonly { sessions: number; rounds: number; rivalRounds: number }[];
  variants: readonly Variant[];
  /** Rounds for which browsers live: what one has by chance, such as where its code lies, is not in all samples. */
  block: number;
  /** Rounds on the page that arrives slowly, and those that redraw a list 200 times; both on a list of `usual` sessions. */
  slowRounds: number;
  redrawRounds: number;
  /** Milliseconds for which each block waits for others on the machine to end. */
  patience: number;
}

/** A schedule as large as the larger site's. */
const USUAL = 542;
const REDRAWS = 200;
/** Of all that is left to chance. */
const SEED = 2025;
/** Rounds of what no target names, and in which rivals are watched: frames hardly differ from one to the next. */
const FEW = 5;

export const FULL_PAGE: PageEffort = {
  sizes: [
    { sessions: 300, rounds: 15, rivalRounds: 5 },
    { sessions: USUAL, rounds: 25, rivalRounds: 15 },
    { sessions: 3000, rounds: 20, rivalRounds: 15 },
    { sessions: 30_000, rounds: 15, rivalRounds: 2 },
  ],
  variants: VARIANTS,
  block: 5,
  slowRounds: 15,
  redrawRounds: 5,
  patience: 20_000,
};

export const QUICK_PAGE: PageEffort = {
  sizes: [{ sessions: USUAL, rounds: 2, rivalRounds: 0 }],
  variants: [NONE, LIMIT, OURS],
  block: 5,
  slowRounds: 0,
  redrawRounds: 0,
  patience: 0,
};

/** An effort of no more rounds than so many; on the longest page, where a rival takes a minute, rivals have one in five of them. */
export function withRounds(effort: PageEffort, most: number): PageEffort {
  const sizes = effort.sizes.map(({ sessions, rounds, rivalRounds }) => ({
    sessions,
    rounds: Math.min(rounds, most),
    rivalRounds: Math.min(rivalRounds, sessions > 5000 ? Math.ceil(most / 5) : most),
  }));
  const [slowRounds, redrawRounds] = [Math.min(effort.slowRounds, most), Math.min(effort.redrawRounds, most)];
  return { ...effort, sizes, slowRounds, redrawRounds };
}

/** Rivals take up to a minute for a visit: those that no target names are there to be seen beside the others. */
function roundsFor(variant: Variant, rounds: number, rivalRounds: number): number {
  if ([NONE, LIMIT, OURS, OTHER].includes(variant)) return rounds;
  return variant === MARK || variant === RESCAN ? rivalRounds : Math.min(FEW, rivalRounds);
}

export interface PageMeasured {
  results: Result[];
  /** The browser's. */
  version: string;
  /** The share of the machine that was at work for others before each block. */
  disturbed: readonly number[];
  /** By the number of sessions. */
  samples: ReadonlyMap<number, VariantSamples>;
}

/** Measures the variants, which are written. */
export async function benchPage(effort: PageEffort): Promise<PageMeasured> {
  const guide = readGuide();
  const site = guide.sites.at(-1);
  if (!site) throw new Error('the guide has no site');
  const server = await startSchedSite({ guide });
  const disturbed: number[] = [];
  let version = '';

  /** So many rounds, in browsers that are started anew for each block of them. */
  const inBlocks = async (
    rounds: number,
    variants: readonly Variant[],
    subject: Subject,
    round: (field: Field, nth: number) => Promise<void>,
  ) => {
    for (let first = 0; first < rounds; first += effort.block) {
      if (effort.patience > 0) disturbed.push(await untilQuiet(effort.patience));
      const field = await openField(server, `https://${site.host}`, variants);
      version = field.version;
      try {
        for (const variant of variants) await warmUp(field, subject, variant);
        for (let nth = first; nth < Math.min(first + effort.block, rounds); nth++) await round(field, nth);
      } finally {
        await field.close();
      }
    }
  };

  const results: Result[] = [];
  const samples = new Map<number, VariantSamples>();
  try {
    for (const { sessions, rounds, rivalRounds } of effort.sizes) {
      console.log(`Visiting a list of ${sessions.toLocaleString('en')} sessions ${rounds} times with each variant …`);
      const subject = { guide, site, sessions };
      const ofSize: VariantSamples = new Map();
      samples.set(sessions, ofSize);
      const chance = random(SEED);
      await inBlocks(rounds, effort.variants, subject, async (field, nth) => {
        const inRound = effort.variants.filter((variant) => nth < roundsFor(variant, rounds, rivalRounds));
        const watched = inRound.filter((variant) => variant === OURS || nth < FEW);
        await visits(field, subject, inRound, ofSize, chance);
        await watches(field, subject, watched, ofSize, false);
        await traces(field, subject, ofSize);
      });
      if (sessions === USUAL) {
        await inBlocks(effort.redrawRounds, [NONE, OURS], subject, async (field) => {
          for (const variant of [NONE, OURS]) await redraws(field, subject, variant, REDRAWS, ofSize);
        });
      }
      results.push(...pageResults(sessions, ofSize));
    }
    if (effort.slowRounds > 0) {
      console.log(`Visiting a list that arrives slowly ${effort.slowRounds} times …`);
      const subject = { guide, site, sessions: USUAL };
      const slow: VariantSamples = new Map();
      await inBlocks(effort.slowRounds, [OURS], subject, (field) => watches(field, subject, [OURS], slow, true));
      results.push(...slowResults(USUAL, slow));
    }
  } finally {
    await server.close();
  }
  if (effort.patience > 0) disturbed.push(await untilQuiet(0));
  return { results, version, disturbed, samples };
}
