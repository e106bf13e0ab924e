/** Takes parts out of a build, to measure what each costs: its module is replaced by one that does nothing. */
import type { Plugin } from 'vite';

/** By part: the end of its module's path, and the module instead. */
export const STUBS = {
  cards: ['features/page/cards.ts', feature('cards')],
  strip: ['features/page/strip.ts', feature('strip')],
  marks: [
    'features/page/marks.ts',
    `${feature('marks')} export const MARKED = 'csg-none'; export const removeAllMarks = () => {}; export const removeMarks = () => {};`,
  ],
  count: ['features/page/count.ts', feature('count')],
  mentions: ['sched/word-search.ts', 'export const wordSearch = () => () => [];'],
  facts: ['features/page/facts.ts', 'export const startFacts = async () => {};'],
  features: ['features/page/run.ts', 'export const startFeatures = () => {};'],
  script: ['features/page/start.ts', 'export const startPage = async () => {};'],
} as const satisfies Record<string, readonly [end: string, code: string]>;

export type LeftOut = keyof typeof STUBS;

export function isPart(name: string): name is LeftOut {
  return Object.hasOwn(STUBS, name);
}

/** A Vite plugin that leaves parts out. */
export function leaveOut(parts: readonly LeftOut[]): Plugin {
  return {
    name: 'csg-bench-leave-out',
    enforce: 'pre',
    load(id) {
      const part = parts.find((name) => id.endsWith(STUBS[name][0]));
      return part ? STUBS[part][1] : null;
    },
  };
}

function feature(name: string): string {
  return `export const ${name} = { runsOn: () => false, start: () => () => {} };`;
}
