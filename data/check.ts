/** Checks a guide as a whole: its shape, then everything that needs more than one field at once. All faults at once. */
import type * as z from 'zod/mini';
import { contradictions } from './contradictions.ts';
import { idleEntries } from './idle.ts';
import { formatPath, inWords, type Problem } from './problem.ts';
import { type GuideFile, GuideSchema, VERSION } from './schema.ts';
import { fieldsAt, lenient } from './shape.ts';
import type { InstantOf } from './times.ts';
import { describeIssue, unknownKey } from './wording.ts';

export type { Problem } from './problem.ts';

const LenientGuide = lenient(GuideSchema);

/** A guide that was looked at. */
interface Checked {
  /** The guide as far as it can be read: what is broken in it is empty. Whole where there are no problems. */
  guide: GuideFile;
  problems: Problem[];
}

/**
 * Looks at what a guide's file says, and never throws.
 * @param json the file's text, parsed
 * @param instantOf tells the times that clocks skip: data/ has no library for zones
 */
export function checkGuide(json: unknown, instantOf: InstantOf): Checked {
  const version = (json as { schema?: unknown } | null)?.schema;
  if (typeof version === 'number' && version > VERSION) {
    // A later version may give a field another meaning.
    const reason = `is version ${version}, and the newest that is known here is ${VERSION}: update your copy of this project`;
    return { guide: LenientGuide.parse(json), problems: [{ path: 'schema', reason }] };
  }
  const shape = GuideSchema.safeParse(json, { error: describeIssue });
  const guide = shape.success ? shape.data : LenientGuide.parse(json);
  const problems = shape.success ? [] : shape.error.issues.flatMap(problemsFromIssue);
  // An unknown key hides nothing of its neighbours.
  const broken = new Set(problems.filter(({ key }) => key === undefined).map(({ path }) => path));
  for (const { needs, ...problem } of contradictions(guide, instantOf)) {
    if (!isWithin(problem.path, broken) && !(needs && broken.has(needs))) problems.push(problem);
  }
  // Where sessions can't be read, it is not known what they use.
  const uses = /^(?:sessions(?:\[\d+\](?:\.(?:site|event|level|topics|terms).*)?)?|\(file\))$/u;
  if (![...broken].some((path) => uses.test(path))) problems.push(...idleEntries(guide));
  return { guide, problems };
}

function problemsFromIssue(issue: z.core.$ZodIssue): Problem[] {
  const path = formatPath(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: issue.message }];
  const known = fieldsAt(GuideSchema, issue.path);
  return issue.keys.map((key) => ({ path, key, reason: unknownKey(key, known) }));
}

/** Whether a path, or what it is in, is among those that are broken. */
function isWithin(path: string, broken: ReadonlySet<string>): boolean {
  if (broken.has('(file)')) return true;
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('['), at.lastIndexOf('.')))) {
    if (broken.has(at)) return true;
  }
  return false;
}

/** A guide file that must not be built. The message names the file and every problem in it, one a line. */
export class BrokenGuideError extends Error {
  override name = 'BrokenGuideError';
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${inWords(problem, file)}`);
    super(`${file} is not a guide that can be built:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
