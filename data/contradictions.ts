/** What can only be seen with the whole guide in view: references, order, days, circles. */
import type { GuideFile } from './schema.ts';

/** One fault of a guide file: where it is (a JSON path such as `sessions[3].end`), and what is wrong. */
export interface Problem {
  path: string;
  reason: string;
}

/** Everything in a guide of the right shape that contradicts itself. */
export function* contradictions(guide: GuideFile): Generator<Problem> {
  yield* unknownZone(guide);
  yield* sharedHosts(guide);
  yield* impossibleDates(guide);
  for (const list of ['sites', 'events', 'topics', 'goals', 'terms', 'context', 'sessions'] as const) {
    yield* duplicates(list, guide[list]);
  }
  yield* brokenReferences(guide);
  yield* idleGoals(guide);
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

function* sharedHosts({ sites }: GuideFile): Generator<Problem> {
  for (const [index, { id, host }] of sites.entries()) {
    const other = sites.slice(0, index).find((site) => site.host === host);
    if (other) yield { path: `sites[${index}].host`, reason: `${host} of ${id} is already the host of ${other.id}` };
  }
}

function* impossibleDates(guide: GuideFile): Generator<Problem> {
  const links = (at: string, entries: readonly { links: readonly { asOf: string }[] }[]) =>
    entries.flatMap((entry, i) => entry.links.map(({ asOf }, j) => [`${at}[${i}].links[${j}].asOf`, asOf] as const));
  const dates = [
    ['firstDay', guide.firstDay] as const,
    ['lastDay', guide.lastDay] as const,
    ['source.published', guide.source.published] as const,
    ...links('events', guide.events),
    ...links('context', guide.context),
    ...links('sessions', guide.sessions),
    ...guide.sessions.flatMap(({ changes }, i) =>
      changes.map(({ asOf }, j) => [`sessions[${i}].changes[${j}].asOf`, asOf] as const),
    ),
  ];
  for (const [path, date] of dates) if (!exists(`${date}T00:00`)) yield { path, reason: `${date} does not exist` };
}

/** A day that is not in the calendar (31 November) rolls over and reads back differently. */
function exists(time: string): boolean {
  const read = new Date(`${time}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(time);
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

/** A goal is a promise that the guide has something for it. */
function* idleGoals({ goals, topics, sessions }: GuideFile): Generator<Problem> {
  const known = new Set(topics.map(({ id }) => id));
  for (const [index, goal] of goals.entries()) {
    const at = `goals[${index}]`;
    const unknown = goal.topics.filter((id) => !known.has(id));
    for (const id of unknown) {
      yield {
        path: `${at}.topics[${goal.topics.indexOf(id)}]`,
        reason: `goal ${goal.id} names “${id}”, which is not in topics`,
      };
    }
    if (unknown.length > 0) continue;
    const met = sessions.some(
      (session) => goal.levels.includes(session.level) || session.topics.some((id) => goal.topics.includes(id)),
    );
    if (goal.topics.length + goal.levels.length === 0) {
      yield { path: at, reason: `goal ${goal.id} names no topic and no level: say what it is about` };
    } else if (!met) yield { path: at, reason: `no session meets the goal ${goal.id}: widen or remove it` };
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
      if (!exists(time)) yield { path: `${at}.${field}`, reason: `${time} of session ${id} does not exist` };
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
