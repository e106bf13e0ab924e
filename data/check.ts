/** Checks a guide file as a whole: its shape, then everything that needs more than one field at once. */
import * as z from 'zod/mini';
import { type GuideFile, GuideSchema } from './schema.ts';

// The reasons of a shape's faults in words: zod/mini brings none of its own.
z.config(z.locales.en());

/** One fault of a guide file: where it is (a JSON path such as `sessions[3].end`), and what is wrong. */
export interface Problem {
  path: string;
  reason: string;
}

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

function* contradictions(guide: GuideFile): Generator<Problem> {
  yield* unknownZone(guide);
  for (const list of ['sites', 'events', 'topics', 'terms', 'context', 'sessions'] as const) {
    yield* duplicates(list, guide[list]);
  }
  yield* brokenReferences(guide);
  yield* brokenTimes(guide);
  yield* backgroundCycles(guide);
  yield* unused(
    'topics',
    guide.topics,
    guide.sessions.flatMap((session) => session.topics),
  );
  yield* unused(
    'terms',
    guide.terms,
    guide.sessions.flatMap((session) => session.terms),
  );
}

function* unknownZone({ zone }: GuideFile): Generator<Problem> {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    yield { path: 'zone', reason: `“${zone}” is not an IANA time zone, such as America/New_York` };
  }
}

function* duplicates(list: string, entries: readonly { id: string }[]): Generator<Problem> {
  const first = new Map<string, number>();
  for (const [index, { id }] of entries.entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else yield { path: `${list}[${index}].id`, reason: `“${id}” is already the id of ${list}[${earlier}]` };
  }
}

function* brokenReferences(guide: GuideFile): Generator<Problem> {
  const known = {
    sites: new Set(guide.sites.map(({ id }) => id)),
    events: new Set(guide.events.map(({ id }) => id)),
    topics: new Set(guide.topics.map(({ id }) => id)),
    terms: new Set(guide.terms.map(({ id }) => id)),
    sessions: new Set(guide.sessions.map(({ id }) => id)),
  };
  for (const [index, session] of guide.sessions.entries()) {
    const references: [string, keyof typeof known, string][] = [
      ['site', 'sites', session.site],
      ['event', 'events', session.event],
      ...session.topics.map((id, i): [string, 'topics', string] => [`topics[${i}]`, 'topics', id]),
      ...session.terms.map((id, i): [string, 'terms', string] => [`terms[${i}]`, 'terms', id]),
      ...session.related.map(({ id }, i): [string, 'sessions', string] => [`related[${i}].id`, 'sessions', id]),
    ];
    for (const [field, list, id] of references) {
      const path = `sessions[${index}].${field}`;
      if (!known[list].has(id)) yield { path, reason: `session ${session.id} names “${id}”, which is not in ${list}` };
      else if (list === 'sessions' && id === session.id) yield { path, reason: `session ${id} is related to itself` };
    }
  }
}

function* brokenTimes({ sessions, firstDay, lastDay }: GuideFile): Generator<Problem> {
  if (firstDay > lastDay) yield { path: 'lastDay', reason: `${lastDay} is before the first day, ${firstDay}` };
  for (const [index, { id, start, end }] of sessions.entries()) {
    const at = `sessions[${index}]`;
    for (const [field, time] of [
      ['start', start],
      ['end', end],
    ] as const) {
      // A date that does not exist (31 November) rolls over and reads back differently.
      const read = new Date(`${time}Z`);
      if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(time)) {
        yield { path: `${at}.${field}`, reason: `${time} of session ${id} does not exist` };
      }
    }
    if (end <= start)
      yield { path: `${at}.end`, reason: `session ${id} ends (${end}) before or as it starts (${start})` };
    const day = start.slice(0, 10);
    if (day < firstDay || day > lastDay) {
      yield {
        path: `${at}.start`,
        reason: `session ${id} is on ${day}, outside the event (${firstDay} to ${lastDay})`,
      };
    }
    const previous = sessions[index - 1];
    if (previous && previous.start > start) {
      yield { path: at, reason: `session ${id} starts before ${previous.id}, which stands above it: sort by start` };
    }
  }
}

/** A chain of “watch before” that leads back to its start can be followed by nobody. */
function* backgroundCycles({ sessions }: GuideFile): Generator<Problem> {
  const before = new Map(
    sessions.map(({ id, related }) => [id, related.filter(({ how }) => how === 'background').map((one) => one.id)]),
  );
  const done = new Set<string>();
  for (const [index, { id }] of sessions.entries()) {
    const cycle = findCycle(id, before, done, []);
    if (cycle)
      yield { path: `sessions[${index}].related`, reason: `background goes in a circle: ${cycle.join(' → ')}` };
  }
}

function findCycle(
  id: string,
  before: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
  trail: readonly string[],
): string[] | undefined {
  if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
  if (done.has(id)) return undefined;
  for (const next of before.get(id) ?? []) {
    const cycle = findCycle(next, before, done, [...trail, id]);
    if (cycle) {
      done.add(id);
      return cycle;
    }
  }
  done.add(id);
  return undefined;
}

function* unused(list: string, entries: readonly { id: string }[], used: readonly string[]): Generator<Problem> {
  const names = new Set(used);
  for (const [index, { id }] of entries.entries()) {
    if (!names.has(id)) yield { path: `${list}[${index}]`, reason: `“${id}” is used by no session: use or remove it` };
  }
}
