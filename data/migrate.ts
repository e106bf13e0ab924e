/**
 * Versions of the guide's format. A version is a promise to guides that exist: a field may be added without a new one
 * when it can be left out; whatever makes an older file wrong needs a new version and a step to it.
 */

/** A step takes a guide of one version and gives it in the next: pure, on unknown JSON, and silent about other faults. */
export type Step = (guide: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** From version n, which is the step's place + 1, to version n + 1. Version 1 is the first, so there is none yet. */
export const STEPS: readonly Step[] = [];

/** The version that this extension writes. A test holds it to the number of steps. */
export const VERSION = 1;

/** A guide of a version that was made after this extension. */
export class NewerGuideError extends Error {
  override name = 'NewerGuideError';

  constructor(version: number, newest: number) {
    super(`is version ${version}, and the newest that is known here is ${newest}: update your copy of this project`);
  }
}

/**
 * The guide in the newest version. What is no guide, or has no version that was ever made, comes back as it is: the
 * schema says what is wrong with it.
 * @param steps those of all versions from 1
 * @throws {NewerGuideError} for a version that is not known
 */
export function migrate(json: unknown, steps: readonly Step[] = STEPS): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  let guide = json as Record<string, unknown>;
  const { schema: version } = guide;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return json;
  const newest = steps.length + 1;
  if (version > newest) throw new NewerGuideError(version, newest);
  for (const [index, step] of steps.slice(version - 1).entries()) {
    guide = { ...step(guide), schema: version + index + 1 };
  }
  return guide;
}
