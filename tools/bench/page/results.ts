/** What the samples of the page say, against the targets. */

import { join } from 'node:path';
import { random } from '../../../tests/sched-site/random.ts';
import { drawingScripts, firstScripts, gzipped, LIMITS, zipBytes } from '../bytes.ts';
import { type Result, summarize } from '../result.ts';
import type { Samples, VariantSamples } from './measure.ts';
import { LIMIT, MARK, NONE, OTHER, OURS, RESCAN, type Variant } from './variants.ts';

/** Of all that is left to chance: the same samples give the same intervals. */
const SEED = 2025;

interface Targets {
  script?: number;
  longest?: number;
  overLimit?: number;
  /** Over the naive rescan's: the cheapest rival that marks all of the guide's sessions. */
  overCheapest?: number;
  changes?: number;
  overMark?: number;
  overRescan?: number;
  heap?: number;
}

/** By the number of sessions; what is missing is measured and has no target. */
const TARGETS: Record<number, Targets> = {
  542: { script: 8, overLimit: 1.1, overCheapest: 1, changes: 1.1, overMark: 1 / 50, overRescan: 1 / 100, heap: 0.7 },
  3000: {
    script: 20,
    overLimit: 1.05,
    overCheapest: 1,
    changes: 1.1,
    overMark: 1 / 50,
    overRescan: 1 / 100,
    heap: 0.8,
  },
  30000: { script: 120, longest: 50, overLimit: 1.05, overCheapest: 1, changes: 1.15, heap: 1.5 },
};

/** The figures of a page of so many sessions. */
export function pageResults(sessions: number, samples: VariantSamples): Result[] {
  const targets = TARGETS[sessions] ?? {};
  const figure = createFigure(sessions.toLocaleString('en'));
  const of = ({ name }: Variant): Samples => samples.get(name) ?? {};
  const ours = of(OURS);
  const less = (key: string, variant: Variant) => pairs(ours[key], of(variant)[key], (one, other) => one - other);
  const over = (key: string, variant: Variant) => pairs(ours[key], of(variant)[key], (one, other) => one / other);
  /** Our extra cost as a part of a rival's, both over the page without an extension. */
  const extraOver = (key: string, rival: Variant) =>
    pairs(
      less(key, NONE),
      pairs(of(rival)[key], of(NONE)[key], (one, other) => one - other),
      (one, other) => one / other,
    );
  return [
    figure('Own script at load', 'median', 'ms', ours.script, targets.script),
    figure('Longest own task', 'most', 'ms', ours.longest, targets.longest),
    figure('CPU at load over the style sheet alone', 'median', 'times', over('cpu', LIMIT), targets.overLimit),
    figure('CPU at load over the naive rescan’s', 'median', 'times', over('cpu', RESCAN), targets.overCheapest),
    figure('CPU at load over the other build’s', 'median', 'times', over('cpu', OTHER)),
    figure('CPU of 50 changes over no extension', 'median', 'times', over('changes', NONE), targets.changes),
    figure('Extra CPU of 50 changes over mark.js’', 'median', 'times', extraOver('changes', MARK), targets.overMark),
    figure(
      'Extra CPU of 50 changes over the naive rescan’s',
      'median',
      'times',
      extraOver('changes', RESCAN),
      targets.overRescan,
    ),
    figure('CPU of 50 changes over the other build’s', 'median', 'times', over('changes', OTHER)),
    figure('CPU of 10 % more sessions over no extension', 'median', 'times', over('more', NONE)),
    figure('Click to paint while the page changes, over no extension', 'median', 'times', over('click', NONE)),
    figure('Arrival of a session to its mark', 'median', 'ms', ours.wait),
    ...marks(figure, ours),
    figure('Layout shift caused', 'most', 'count', less('shift', NONE), 0),
    figure('Nodes added', 'median', 'count', less('nodes', NONE)),
    figure('Heap added', 'median', 'MB', less('heap', NONE), targets.heap),
    figure('Heap over the other build’s', 'median', 'times', over('heap', OTHER)),
    figure('Heap added after 200 redraws of the list', 'median', 'MB', less('heapAfter', NONE)),
    figure('Heap that 100 of them add', 'median', 'MB', less('heapGrown', NONE)),
  ].flat();
}

/** The figures of a page that arrives in two halves with a pause between. */
export function slowResults(sessions: number, samples: VariantSamples): Result[] {
  return marks(createFigure(`${sessions} that arrive slowly`), samples.get(OURS.name) ?? {}).flat();
}

function marks(figure: ReturnType<typeof createFigure>, ours: Samples): Result[][] {
  return [
    figure('Frames with a guide session not yet marked', 'most', 'count', ours.unmarked, 0),
    figure('Guide sessions never marked', 'most', 'count', ours.missed, 0),
    figure('False hits', 'most', 'count', ours.falseHits, 0),
  ];
}

/** The bytes of a build against their limits. */
export function bytesResults(folder: string): Result[] {
  const of = (name: string, bytes: number, target: number) =>
    summarize({ name, statistic: 'most', unit: 'kB', target }, [bytes / 1024], random(SEED));
  return [
    of('Content script, gzip', gzipped(join(folder, 'content-scripts/sched.js')), LIMITS.contentScript),
    of('Its style sheet, gzip', gzipped(join(folder, 'content-scripts/sched.css')), LIMITS.contentStyle),
    of('Popup’s scripts before it paints, gzip', gzipped(...firstScripts(folder, 'popup.html')), LIMITS.popup),
    of('Popup’s scripts until it is drawn, gzip', gzipped(...drawingScripts(folder, 'popup.html')), LIMITS.popupDrawn),
    of('The whole zip', zipBytes(folder), LIMITS.zip),
  ];
}

/** Makes a function that sums up a figure of a page, in a list: an empty one where nothing was measured. */
function createFigure(page: string) {
  return (
    what: string,
    statistic: Result['statistic'],
    unit: Result['unit'],
    samples: readonly number[] = [],
    target?: number,
  ): Result[] => {
    const counted = samples.filter((sample) => Number.isFinite(sample));
    if (counted.length === 0) return [];
    const asked = { name: `${what}, ${page}`, statistic, unit, ...(target !== undefined && { target }) };
    return [summarize(asked, counted, random(SEED))];
  };
}

/** What two samples of each round make together; a rival may have been left out of the later rounds. */
export function pairs(
  ones: readonly number[] = [],
  others: readonly number[] = [],
  together: (one: number, other: number) => number,
): number[] {
  const rounds = Math.min(ones.length, others.length);
  return ones.slice(0, rounds).map((one, round) => together(one, others[round] as number));
}
