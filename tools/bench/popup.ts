/** The popup: how soon it is painted, and how soon it answers a key, with the shipped guide and with ones of 300 and 3,000 sessions. */
import { random } from '../../tests/sched-site/random.ts';
import { startBench } from './browser.ts';
import { firstPaints } from './first-paint.ts';
import { typeWords } from './keystrokes.ts';
import { busy, machine } from './machine.ts';
import type { Part } from './report.ts';
import { type Result, summarize } from './result.ts';
import { starsSeen } from './star.ts';
import { pairedRatios } from './statistics.ts';
import { BLANK, buildInvented, buildShipped, withBlankPopup } from './variants.ts';

/** Named as they are built, of an invented guide where they have a number of sessions, with the targets that they have, if any: first paint and sessions over a blank popup's first paint, and a key in milliseconds. */
const POPUPS = [
  {
    variant: 'blank',
    label: 'blank',
    lists: false,
    sessions: 0,
    overBlank: undefined,
    listedOverBlank: undefined,
    key: undefined,
  },
  {
    variant: 'shipped',
    label: '15 sessions',
    lists: true,
    sessions: 0,
    overBlank: 1.15,
    listedOverBlank: 1.6,
    key: 16,
  },
  {
    variant: 'some',
    label: '300 sessions',
    lists: true,
    sessions: 300,
    overBlank: undefined,
    listedOverBlank: undefined,
    key: undefined,
  },
  {
    variant: 'many',
    label: '3,000 sessions',
    lists: true,
    sessions: 3000,
    overBlank: 1.3,
    listedOverBlank: 2.5,
    key: 50,
  },
] as const;
type Popup = (typeof POPUPS)[number];

interface Effort {
  popups: readonly [Popup, ...Popup[]];
  rounds: number;
  warmUps: number;
  words: readonly string[];
  presses: number;
}

/** Topics, terms and levels, which sessions of both guides have: many, few and, with the last letters of a slip, none. */
const WORDS = ['security', 'observability', 'ipv6', 'multi-cluster', 'beginner', 'tetragom'];

export const FULL: Effort = { popups: POPUPS, rounds: 25, warmUps: 3, words: WORDS, presses: 40 };
export const QUICK: Effort = {
  popups: [POPUPS[0], POPUPS[1]],
  rounds: 3,
  warmUps: 1,
  words: WORDS.slice(0, 1),
  presses: 5,
};

/** Of all that is left to chance: the same samples give the same intervals. */
const SEED = 2025;

const PAGE = 'popup.html';

/** Builds the extensions that benchPopup() measures. */
export function buildPopups({ popups }: Effort): void {
  buildShipped('shipped');
  withBlankPopup('shipped', 'blank');
  for (const { variant, sessions } of popups) if (sessions > 0) buildInvented(variant, sessions);
}

/** Measures what is built, and reckons. */
export async function benchPopup({ popups, rounds, warmUps, words, presses }: Effort): Promise<Part> {
  const bench = await startBench([popups[0].variant, ...popups.slice(1).map(({ variant }) => variant)]);
  const chance = random(SEED);
  try {
    const before = await busy();
    console.log(`Opening each popup ${warmUps + rounds} times …`);
    const paints = await firstPaints(
      bench,
      popups.map(({ variant, lists }) => ({ variant, page: lists ? PAGE : BLANK.popup, lists })),
      { rounds, warmUps, chance },
    );
    const between = await busy();
    console.log(`Typing ${words.join(', ')} …`);
    const typed = await typeWords(
      bench,
      popups.map(({ variant, lists }) => ({ variant, page: lists ? PAGE : BLANK.field, marks: lists })),
      words,
    );
    console.log(`Pressing a star on the page ${presses} times …`);
    const seen = await starsSeen('shipped', presses);
    return {
      title: 'Popup',
      date: new Date().toISOString(),
      machine: machine(bench.version),
      disturbed: [before, between, await busy()],
      results: [...paintResults(popups, paints), ...searchResults(popups, typed), ...starResults(seen)],
    };
  } finally {
    await bench.close();
  }
}

function paintResults(popups: readonly Popup[], openings: Awaited<ReturnType<typeof firstPaints>>): Result[] {
  const blank = (openings.get('blank') ?? []).map(({ first }) => first);
  return popups.flatMap(({ variant, label, lists, overBlank, listedOverBlank }) => {
    const samples = openings.get(variant) ?? [];
    const first = samples.map((one) => one.first);
    const listed = samples.flatMap((one) => one.listed ?? []);
    const ms = (name: string, of: readonly number[]) =>
      summarize({ name: `${name}, ${label}`, statistic: 'median', unit: 'ms' }, of, random(SEED));
    const times = (name: string, of: readonly number[], target?: number) => {
      const asked = { name: `${name}, ${label}, over blank`, statistic: 'median', unit: 'times' } as const;
      return summarize({ ...asked, ...(target !== undefined && { target }) }, pairedRatios(of, blank), random(SEED));
    };
    if (!lists) return [ms('First paint', first)];
    return [
      ms('First paint', first),
      times('First paint', first, overBlank),
      ms('Sessions on the screen', listed),
      times('Sessions on the screen', listed, listedOverBlank),
    ];
  });
}

function searchResults(popups: readonly Popup[], typed: Awaited<ReturnType<typeof typeWords>>): Result[] {
  return popups.flatMap(({ variant, label, key }) => {
    const { letters, cleared, ready } = typed.get(variant) ?? { letters: [], cleared: [], ready: [] };
    const what = variant === 'blank' ? 'Key to paint, a field alone' : `Key to paint, ${label}`;
    const ms = (name: string, statistic: Result['statistic'], samples: readonly number[], target?: number) =>
      summarize({ name, statistic, unit: 'ms', ...(target !== undefined && { target }) }, samples, random(SEED));
    const painted = letters.map((letter) => letter.painted);
    return [
      ms(what, 'median', painted, key),
      ms(what, '95th percentile', painted, key),
      ms(
        `${what}, work alone`,
        'median',
        letters.map(({ worked }) => worked),
      ),
      // What the browser does not tell of took less than 16 ms.
      ms(
        `${what}, as presented`,
        '95th percentile',
        letters.map(({ presented }) => presented ?? 16),
      ),
      ms(
        `${what}, emptying`,
        'median',
        cleared.map((one) => one.painted),
      ),
      ...(ready.length > 0 ? [ms(`Focus to first hit, ${label}`, 'median', ready)] : []),
    ];
  });
}

function starResults(samples: readonly number[]): Result[] {
  const name = 'Star on the page until the popup has it';
  return (['median', '95th percentile'] as const).map((statistic) =>
    summarize({ name, statistic, unit: 'ms', target: 200 }, samples, random(SEED)),
  );
}
