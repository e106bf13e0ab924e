/** Checks a guide: its schema, then rules over several fields. Reports all problems at once. */
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

/** The result of a check. */
interface Checked {
  /** The guide, with empty values for invalid ones. Complete if there are no problems. */
  guide: GuideFile;
  problems: Problem[];
}

/**
 * Checks a guide file. Never throws.
 * @param json the file's text, parsed
 * @param instantOf throws for local times that clocks skip; passed in, because data/ has no time-zone library
 */
export function checkGuide(json: unknown, instantOf: InstantOf): Checked {
  const version = (json as { schema?: unknown } | null)?.schema;
  if (typeof version === 'number' && version > VERSION) {
    // Fields may have another meaning in a newer version.
    const reason = `is version ${version}, and the newest that is known here is ${VERSION}: update your copy of this project`;
    return { guide: LenientGuide.parse(json), problems: [{ path: 'schema', reason }] };
  }
  const shape = GuideSchema.safeParse(json, { error: describeIssue });
  const guide = shape.success ? shape.data : LenientGuide.parse(json);
  const problems = shape.success ? [] : shape.error.issues.flatMap(problemsFromIssue);
  // An unknown key does not make its object invalid.
  const broken = new Set(problems.filter(({ key }) => key === undefined).map(({ path }) => path));
  for (const { needs, ...problem } of contradictions(guide, instantOf)) {
    if (!isWithin(problem.path, broken) && !(needs && broken.has(needs))) problems.push(problem);
  }
  // If sessions are invalid, it is unknown what they use.
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

/** Whether a path, or one above it, is broken. */
function isWithin(path: string, broken: ReadonlySet<string>): boolean {
  if (broken.has('(file)')) return true;
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('['), at.lastIndexOf('.')))) {
    if (broken.has(at)) return true;
  }
  return false;
}

/** Thrown for an invalid guide file. The message lists every problem on a line. */
export class BrokenGuideError extends Error {
  override name = 'BrokenGuideError';
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${inWords(problem, file)}`);
    super(`${file} is not a guide that can be built:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
