/** Checks a guide file as a whole: its shape, then everything that needs more than one field at once. */
import * as z from 'zod/mini';
import { contradictions, type Problem } from './contradictions.ts';
import { type GuideFile, GuideSchema } from './schema.ts';

export type { Problem } from './contradictions.ts';

// The reasons of a shape's faults in words: zod/mini brings none of its own.
z.config(z.locales.en());

/** A guide file that must not be built. The message names the file and every problem in it, one a line. */
export class BrokenGuideError extends Error {
  override name = 'BrokenGuideError';
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(({ path, reason }) => `  ${path}: ${reason}`);
    super(`${file} is not a guide that can be built:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/**
 * The guide in a file's text.
 * @param file name for the message
 * @throws {BrokenGuideError} with all problems at once when the text is no JSON, has another shape or contradicts itself
 */
export function parseGuide(text: string, file: string): GuideFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BrokenGuideError(file, [{ path: '(file)', reason: `is not JSON: ${(error as Error).message}` }]);
  }
  const result = GuideSchema.safeParse(json);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => ({ path: pathOf(issue.path), reason: issue.message }));
    throw new BrokenGuideError(file, problems);
  }
  const problems = [...contradictions(result.data)];
  if (problems.length > 0) throw new BrokenGuideError(file, problems);
  return result.data;
}

function pathOf(path: readonly PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return joined.replace(/^\./u, '') || '(file)';
}
