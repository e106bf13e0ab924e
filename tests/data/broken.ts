/** Breaks the released guide in various ways. */
import { readFileSync } from 'node:fs';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { BrokenGuideError } from '../../data/check.ts';
import { parseGuide } from '../../tools/guide/parse.ts';

export const text = readFileSync(new URL(`../../${GUIDE_FILE}`, import.meta.url), 'utf8');

/** Values by their paths, such as `sessions[3].end`; undefined removes a value. */
export type Values = Record<string, unknown>;

/** The released guide's text with some values replaced, added or removed. */
export function withValues(values: Values): string {
  const json = JSON.parse(text);
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split(/[.[\]]+/u).filter(Boolean);
    const last = keys.pop() ?? '';
    keys.reduce((at, key) => at[key], json)[last] = value;
  }
  return JSON.stringify(json, null, 2);
}

/** The faults reported for a text, without line numbers: `path: reason`. */
export function findFaults(broken: string): string[] {
  try {
    parseGuide(broken, 'broken.json');
    return [];
  } catch (error) {
    if (!(error instanceof BrokenGuideError)) throw error;
    return error.problems.map(({ path, reason }) => `${path}: ${reason}`);
  }
}

/** The paths of the faults reported for a text. */
export function findPaths(broken: string): string[] {
  return findFaults(broken).map((fault) => fault.slice(0, fault.indexOf(': ')));
}
