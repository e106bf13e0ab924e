/** The learning path: the order in which the sessions of a guide build on each other. */
import type { Guide, Session } from '../../../data/index.ts';
import { LEVELS } from '../../../data/levels.ts';

export interface Step {
  session: Session;
  /** The sessions that it names as its background. */
  after: Session[];
  /** Later sessions that name it as their background, or that it continues in. */
  leadsTo: Session[];
}

interface Stage {
  level: Session['level'];
  steps: Step[];
}

interface Path {
  /** From beginner to advanced, without empty stages. */
  stages: Stage[];
}

/**
 * Every session of the guide once, after its background. Otherwise sessions of a stage are sorted by start, then by id, with
 * welcomes and keynotes last, because they teach less than a talk. A session whose background has a higher level is in that
 * level's stage. Never throws: in a circle, which no checked guide has, the session that starts first comes first.
 */
export function buildPath(guide: Guide): Path {
  const before = findBackgrounds(guide.sessions);
  const stageBySession = assignStages(guide.sessions, before);
  const isOpening = ({ kind }: Session) => (kind === 'welcome' || kind === 'keynote' ? 1 : 0);
  const sorted = guide.sessions.toSorted(
    (a, b) => isOpening(a) - isOpening(b) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  const placed = new Set<Session>();
  for (const stage of LEVELS.keys()) {
    const waiting = sorted.filter((session) => stageBySession.get(session) === stage);
    while (waiting.length > 0) {
      const ready = waiting.findIndex((session) => before.get(session)?.every((one) => placed.has(one)));
      for (const next of waiting.splice(Math.max(0, ready), 1)) placed.add(next);
    }
  }
  const order = [...placed];
  const leadsTo = findFollowers(order, before);
  const stages = LEVELS.map((level, stage) => ({
    level,
    steps: order
      .filter((session) => stageBySession.get(session) === stage)
      .map((session) => ({ session, after: before.get(session) ?? [], leadsTo: leadsTo.get(session) ?? [] })),
  }));
  return { stages: stages.filter(({ steps }) => steps.length > 0) };
}

function findBackgrounds(sessions: readonly Session[]): Map<Session, Session[]> {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return new Map(
    sessions.map((session) => {
      const ids = new Set(session.related.filter(({ how }) => how === 'background').map(({ id }) => id));
      const named = [...ids].map((id) => byId.get(id)).filter((one) => one !== undefined);
      return [session, named.filter((one) => one !== session)];
    }),
  );
}

/** The index of each session's stage: its level, or the highest level of its background. */
function assignStages(sessions: readonly Session[], before: ReadonlyMap<Session, Session[]>): Map<Session, number> {
  const stages = new Map(sessions.map((session) => [session, LEVELS.indexOf(session.level)]));
  // Stages only rise, so this ends even in a circle.
  for (let risen = true; risen; ) {
    risen = false;
    for (const session of sessions) {
      const stage = stages.get(session) ?? 0;
      const least = Math.max(stage, ...(before.get(session) ?? []).map((one) => stages.get(one) ?? 0));
      if (least > stage) {
        stages.set(session, least);
        risen = true;
      }
    }
  }
  return stages;
}

function findFollowers(order: readonly Session[], before: ReadonlyMap<Session, Session[]>): Map<Session, Session[]> {
  // Filled in order, so that a session leads only to later ones.
  const followers = new Map<Session, Session[]>();
  const continued = new Map<string, Session[]>();
  for (const session of order) {
    const leading = new Set([...(before.get(session) ?? []), ...(continued.get(session.id) ?? [])]);
    for (const one of leading) followers.get(one)?.push(session);
    followers.set(session, []);
    for (const { id, how } of session.related) {
      if (how === 'continues') continued.set(id, [...(continued.get(id) ?? []), session]);
    }
  }
  return followers;
}
