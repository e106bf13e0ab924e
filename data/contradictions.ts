/** Checks that need the whole guide: ids, references, hosts, order, days, circles. */
import { backgroundCircles } from './circles.ts';
import { misplacedLinks, unnamedFollowUps } from './links.ts';
import { didYouMean } from './nearest.ts';
import type { Problem } from './problem.ts';
import { type GuideFile, RESTS_ON } from './schema.ts';
import { brokenTimes, datesOfThePost, type InstantOf, impossibleDates, skippedTimes } from './times.ts';

/**
 * Finds all contradictions in a guide. Empty values are invalid ones that were left out, so they contradict nothing.
 * @param instantOf throws for local times that clocks skip
 */
export function* contradictions(guide: GuideFile, instantOf: InstantOf): Generator<Problem> {
  yield* impossibleDates(guide);
  yield* datesOfThePost(guide);
  yield* sharedHosts(guide);
  for (const list of ['sites', 'events', 'topics', 'goals', 'terms', 'context', 'sessions'] as const) {
    yield* sharedIds(list, guide[list]);
  }
  yield* sharedSchedIds(guide);
  yield* repetitions(guide);
  yield* brokenReferences(guide);
  yield* misplacedLinks(guide);
  yield* unnamedFollowUps(guide);
  yield* pointsWithoutSource(guide);
  yield* brokenTimes(guide);
  if (isZone(guide.zone)) yield* skippedTimes(guide, instantOf);
  else yield { path: 'zone', reason: `“${guide.zone}” is not an IANA time zone: write one, such as America/New_York` };
  yield* backgroundCircles(guide);
}

/** Whether an IANA time zone of this name exists. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function* sharedHosts({ sites }: GuideFile): Generator<Problem> {
  const owners = new Map<string, string>();
  for (const [index, { id, host }] of sites.entries()) {
    const owner = owners.get(host);
    if (owner === undefined) owners.set(host, id);
    else {
      const reason = `${host} of ${id} is already the host of ${owner}: keep one of them`;
      yield { path: `sites[${index}].host`, reason };
    }
  }
}

/** Repeated names of a list, with the index of their first occurrence. Ignores empty names. */
function* laterOnes(names: readonly string[]): Generator<{ index: number; name: string; first: number }> {
  const places = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const first = places.get(name);
    if (first === undefined) places.set(name, index);
    else if (name !== '') yield { index, name, first };
  }
}

function* sharedIds(list: string, entries: readonly { id: string }[]): Generator<Problem> {
  for (const { index, name, first } of laterOnes(entries.map(({ id }) => id))) {
    const reason = `“${name}” is already the id of ${list}[${first}]: give each its own, or remove one if they are the same`;
    yield { path: `${list}[${index}].id`, reason };
  }
}

function* sharedSchedIds({ sessions }: GuideFile): Generator<Problem> {
  for (const { index, name, first } of laterOnes(sessions.map(({ schedId = '' }) => schedId))) {
    const reason = `“${name}” is already the second id of sessions[${first}]: leave out the wrong one`;
    yield { path: `sessions[${index}].schedId`, reason };
  }
}

/** Values that a session has twice in a list. */
function* repetitions({ sessions }: GuideFile): Generator<Problem> {
  for (const [index, { id, topics, terms, related, links, points, textFrom }] of sessions.entries()) {
    const lists: [list: string, names: string[], field: string][] = [
      ['points', points, ''],
      ['textFrom', textFrom, ''],
      ['topics', topics, ''],
      ['terms', terms, ''],
      ['related', related.map((one) => one.id), '.id'],
      ['links', links.map(({ url }) => url), '.url'],
    ];
    for (const [list, names, field] of lists) {
      for (const { index: nth, name } of laterOnes(names)) {
        const reason = `session ${id} names “${name}” twice in ${list}: remove one`;
        yield { path: `sessions[${index}].${list}[${nth}]${field}`, reason };
      }
    }
  }
}

/** Key points without `pointsFrom`, and the reverse. */
function* pointsWithoutSource({ sessions }: GuideFile): Generator<Problem> {
  for (const [index, { id, points, pointsFrom = '' }] of sessions.entries()) {
    const at = `sessions[${index}]`;
    if (points.length > 0 && pointsFrom === '') {
      const reason = `session ${id} does not say what its key points rest on: add pointsFrom, one of ${RESTS_ON.join(', ')}`;
      yield { path: `${at}.pointsFrom`, reason };
    } else if (points.length === 0 && pointsFrom !== '') {
      const reason = `session ${id} has no key points that rest on ${pointsFrom}: add points, or remove this`;
      yield { path: `${at}.pointsFrom`, reason };
    }
  }
}

const LISTS = ['sites', 'events', 'topics', 'terms', 'sessions'] as const;
type List = (typeof LISTS)[number];

function* brokenReferences(guide: GuideFile): Generator<Problem> {
  // Suggestions by list and name, cached: after a topic is renamed, many sessions may have its old name.
  const said = new Map<string, string>();
  const ids = {} as Record<List, Set<string>>;
  for (const list of LISTS) ids[list] = new Set(guide[list].map(({ id }) => id));
  for (const { path, from, list, id } of referencesOf(guide)) {
    if (from === `session ${id}` && list === 'sessions') {
      yield { path, reason: `${from} is related to itself: remove it` };
    } else if (!ids[list].has(id)) {
      const instead = list === 'sessions' ? 'remove it, or add that session' : 'add it there, or name another';
      const how = said.get(`${list} ${id}`) ?? didYouMean(id, [...ids[list]], instead);
      said.set(`${list} ${id}`, how);
      yield { path, reason: `${from} names “${id}”, which is not in ${list}: ${how}`, needs: list };
    }
  }
}

interface Reference {
  path: string;
  /** What refers to it, such as “session 2abcd”. */
  from: string;
  list: List;
  id: string;
}

function* referencesOf({ sessions, goals }: GuideFile): Generator<Reference> {
  for (const [index, session] of sessions.entries()) {
    const at = `sessions[${index}]`;
    const from = `session ${session.id}`;
    yield { path: `sessions[${index}].site`, from, list: 'sites', id: session.site };
    yield { path: `sessions[${index}].event`, from, list: 'events', id: session.event };
    for (const list of ['topics', 'terms'] as const) {
      for (const [nth, id] of session[list].entries()) yield { path: `${at}.${list}[${nth}]`, from, list, id };
    }
    for (const [nth, { id }] of session.related.entries()) {
      yield { path: `${at}.related[${nth}].id`, from, list: 'sessions', id };
    }
  }
  for (const [index, goal] of goals.entries()) {
    for (const [nth, id] of goal.topics.entries()) {
      yield { path: `goals[${index}].topics[${nth}]`, from: `goal ${goal.id}`, list: 'topics', id };
    }
  }
}
