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
    result(sessions, 'Own script at load', 'median', 'ms', ours.script, targets.script),
    result(sessions, 'Longest own task', 'most', 'ms', ours.longest, targets.longest),
    result(
      sessions,
      'CPU at load over the style sheet alone',
      'median',
      'times',
      over('cpu', LIMIT),
      targets.overLimit,
    ),
    result(
      sessions,
      'CPU at load over the naive rescan’s',
      'median',
      'times',
      over('cpu', RESCAN),
      targets.overCheapest,
    ),
    result(sessions, 'CPU at load over the other build’s', 'median', 'times', over('cpu', OTHER)),
    result(sessions, 'CPU of 50 changes over no extension', 'median', 'times', over('changes', NONE), targets.changes),
    result(
      sessions,
      'Extra CPU of 50 changes over mark.js’',
      'median',
      'times',
      extraOver('changes', MARK),
      targets.overMark,
    ),
    result(
      sessions,
      'Extra CPU of 50 changes over the naive rescan’s',
      'median',
      'times',
      extraOver('changes', RESCAN),
      targets.overRescan,
    ),
    result(sessions, 'CPU of 50 changes over the other build’s', 'median', 'times', over('changes', OTHER)),
    result(sessions, 'CPU of 10 % more sessions over no extension', 'median', 'times', over('more', NONE)),
    result(
      sessions,
      'Click to paint while the page changes, over no extension',
      'median',
      'times',
      over('click', NONE),
    ),
    result(sessions, 'Arrival of a session to its mark', 'median', 'ms', ours.wait),
    ...marks(sessions, ours),
    result(sessions, 'Layout shift caused', 'most', 'count', less('shift', NONE), 0),
    result(sessions, 'Nodes added', 'median', 'count', less('nodes', NONE)),
    result(sessions, 'Heap added', 'median', 'MB', less('heap', NONE), targets.heap),
    result(sessions, 'Heap over the other build’s', 'median', 'times', over('heap', OTHER)),
    result(sessions, 'Heap added after 200 redraws of the list', 'median', 'MB', less('heapAfter', NONE)),
    result(sessions, 'Heap that 100 of them add', 'median', 'MB', less('heapGrown', NONE)),
  ].flat();
}

/** The figures of a page that arrives in two halves with a pause between. */
export function slowResults(sessions: number, samples: VariantSamples): Result[] {
  return marks(`${sessions} that arrive slowly`, samples.get(OURS.name) ?? {});
}

function marks(sessions: number | string, ours: Samples): Result[] {
  return [
    result(sessions, 'Frames with a guide session not yet marked', 'most', 'count', ours.unmarked, 0),
    result(sessions, 'Guide sessions never marked', 'most', 'count', ours.missed, 0),
    result(sessions, 'False hits', 'most', 'count', ours.falseHits, 0),
  ].flat();
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

function result(
  sessions: number | string,
  what: string,
  statistic: Result['statistic'],
  unit: Result['unit'],
  samples: readonly number[] = [],
  target?: number,
): Result[] {
  const counted = samples.filter((sample) => Number.isFinite(sample));
  if (counted.length === 0) return [];
  const number = typeof sessions === 'number' ? sessions.toLocaleString('en') : sessions;
  const asked = { name: `${what}, ${number}`, statistic, unit, ...(target !== undefined && { target }) };
  return [summarize(asked, counted, random(SEED))];
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
