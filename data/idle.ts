/** Finds entries of a guide that no session uses. */
import { linkedHosts } from './links.ts';
import type { Problem } from './problem.ts';
import type { GuideFile } from './schema.ts';

/** Unused entries, and goals that no session meets. */
export function* idleEntries(guide: GuideFile): Generator<Problem> {
  const { sessions } = guide;
  yield* unused('sites', guide.sites, new Set(sessions.map(({ site }) => site)));
  yield* unused('events', guide.events, new Set(sessions.map(({ event }) => event)));
  yield* unused('topics', guide.topics, new Set(sessions.flatMap(({ topics }) => topics)));
  yield* unused('terms', guide.terms, new Set(sessions.flatMap(({ terms }) => terms)));
  yield* idleGoals(guide);
  const hosts = linkedHosts(guide);
  for (const [index, { host }] of guide.linkHosts.entries()) {
    if (!hosts.has(host)) yield { path: `linkHosts[${index}]`, reason: `no link leads to ${host}: use or remove it` };
  }
}

function* unused(list: string, entries: readonly { id: string }[], used: ReadonlySet<string>): Generator<Problem> {
  for (const [index, { id }] of entries.entries()) {
    if (!used.has(id)) yield { path: `${list}[${index}]`, reason: `“${id}” is used by no session: use or remove it` };
  }
}

/** Goals without topics and levels, and goals that no session meets. */
function* idleGoals({ goals, topics, sessions }: GuideFile): Generator<Problem> {
  const known = new Set(topics.map(({ id }) => id));
  for (const [index, { id, topics: wanted, levels }] of goals.entries()) {
    const path = `goals[${index}]`;
    if (wanted.length + levels.length === 0) {
      yield { path, reason: `goal ${id} names no topic and no level: say what it is about` };
    } else if (
      // An unknown topic is reported elsewhere.
      wanted.every((topic) => known.has(topic)) &&
      !sessions.some(
        (session) => levels.includes(session.level) || session.topics.some((topic) => wanted.includes(topic)),
      )
    ) {
      yield { path, reason: `no session meets the goal ${id}: widen or remove it` };
    }
  }
}
