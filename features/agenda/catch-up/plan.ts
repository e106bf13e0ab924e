/** Plans what to watch and read in a number of minutes. Instants are milliseconds since the epoch. */
import type { Goal, Guide, Session } from '../../../data/index.ts';
import { findWatchLinks, isRecorded, type Watch } from '../../../lib/guide/watch.ts';
import type { Plan } from '../../../lib/own/settings.ts';
import { buildPath } from './path.ts';

/**
 * Words a minute. Most adults read English non-fiction at 175 to 300 (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). This
 * is the slow end: the texts are dense, and English is not the first language of many readers.
 */
export const READING_SPEED = 175;

const MINUTE = 60_000;

export interface Item {
  session: Session;
  /** `read` if no recording is known, or if the time is too short to watch it. */
  how: 'watch' | 'read';
  minutes: number;
  /** How it can be watched, even if it is read. */
  recording: Watch['how'];
  /** The recording, or the session's page if it is read. */
  url: string;
  /** Why it is in the list: it meets the goal, or a later session builds on it. */
  because: { kind: 'goal' } | { kind: 'background'; for: Session };
  /** Watched since the plan was made. */
  done: boolean;
}

export interface CatchUpList {
  /** Recorded sessions first, otherwise in the order of the learning path. */
  items: Item[];
  /** The minutes of all items; never more than the plan has. */
  minutes: number;
  /** The minutes of the items that are done. */
  done: number;
  /** The minutes of the items that are not. */
  left: number;
  /** The first item that is not done. */
  next?: Item | undefined;
  /** Sessions that meet the goal but did not fit, in the order of the learning path. */
  skipped: Session[];
}

/** How to take in a session, and how long that takes. */
type Way = Pick<Item, 'how' | 'minutes'>;

/**
 * The list for a plan. It is a pure function, so the list does not change while the reader goes through it.
 *
 * Sessions seen before the plan was made are left out. Sessions that meet the goal are taken by how well they meet it, those
 * with their own recording first, each with the background that it needs. First what can be watched in the time, then what
 * can be read in the time left. At the end, time that is still left turns reading into watching. So a session that is left
 * out did not fit.
 * @param plan a goal that the guide does not have counts as none, which every session meets
 * @param watched when sessions were watched, by id
 * @param seen videos on Sched's pages, by session id
 */
export function makePlan(
  guide: Guide,
  plan: Plan,
  watched: ReadonlyMap<string, { at: number }>,
  seen: ReadonlyMap<string, { video?: string | undefined }>,
): CatchUpList {
  const known = ({ id }: Session) => (watched.get(id)?.at ?? plan.at) < plan.at;
  const steps = buildPath(guide).stages.flatMap((stage) => stage.steps);
  const before = new Map(steps.map(({ session, after }) => [session, after.filter((one) => !known(one))]));
  const path = steps.map(({ session }) => session).filter((session) => !known(session));

  const events = new Map(guide.events.map((event) => [event.id, event]));
  const recordings = new Map(path.map((one) => [one, findWatchLinks(one, events.get(one.event), seen.get(one.id))]));
  const goal = guide.goals.find(({ id }) => id === plan.goal);
  const meeting = path.filter((session) => !goal || scoreFit(session, goal) > 0);
  const chosen = choose(rank(meeting, goal, recordings), before, recordings, plan.minutes);

  const isWatched = (session: Session) => chosen.get(session)?.how === 'watch';
  const playsRecording = (session: Session) => isWatched(session) && hasOwnRecording(session, recordings);
  // Sessions that must be looked for in a playlist come last, even if others build on them.
  const isInPlaylist = (session: Session) => isWatched(session) && !playsRecording(session);
  const taken = path.filter((session) => chosen.has(session));
  const order = [
    ...recordedFirst(
      taken.filter((session) => !isInPlaylist(session)),
      before,
      playsRecording,
    ),
    ...taken.filter(isInPlaylist),
  ];
  const meets = new Set(meeting);
  const items = order.map((session): Item => {
    const { how, minutes } = chosen.get(session) ?? toReading(session);
    const recording = recordings.get(session);
    const builds = meets.has(session) ? undefined : order.find((other) => before.get(other)?.includes(session));
    return {
      session,
      how,
      minutes,
      recording: recording?.how ?? 'unknown',
      url: (how === 'watch' && recording?.url) || session.url,
      because: builds ? { kind: 'background', for: builds } : { kind: 'goal' },
      done: watched.has(session.id),
    };
  });
  const minutes = sumMinutes(items);
  const done = sumMinutes(items.filter((item) => item.done));
  const skipped = meeting.filter((session) => !chosen.has(session));
  return { items, minutes, done, left: minutes - done, next: items.find((item) => !item.done), skipped };
}

/** How many of a goal's topics and levels a session has. */
function scoreFit({ topics, level }: Session, goal: Goal): number {
  return topics.filter((topic) => goal.topics.includes(topic)).length + (goal.levels.includes(level) ? 1 : 0);
}

/** Sessions in the order in which they are taken. */
function rank(path: readonly Session[], goal: Goal | undefined, recordings: ReadonlyMap<Session, Watch>): Session[] {
  const meets = new Map(path.map((session) => [session, goal ? scoreFit(session, goal) : 0]));
  const degree = (session: Session) => meets.get(session) ?? 0;
  const own = (session: Session) => Number(hasOwnRecording(session, recordings));
  return path.toSorted((a, b) => degree(b) - degree(a) || own(b) - own(a));
}

function hasOwnRecording(session: Session, recordings: ReadonlyMap<Session, Watch>): boolean {
  const watch = recordings.get(session);
  return watch !== undefined && isRecorded(watch);
}

/** Sessions in the same order, but recorded ones first, and each after its background. */
function recordedFirst(
  path: readonly Session[],
  before: ReadonlyMap<Session, readonly Session[]>,
  isRecorded: (session: Session) => boolean,
): Session[] {
  const waiting = new Set(path);
  const ordered: Session[] = [];
  const isReady = (session: Session) => !before.get(session)?.some((earlier) => waiting.has(earlier));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(isReady);
    // In a circle, which no checked guide has, the path decides.
    const [next = path[0] as Session] = [...ready.filter(isRecorded), ...ready, ...waiting];
    ordered.push(next);
    waiting.delete(next);
  }
  return ordered;
}

function choose(
  ranked: readonly Session[],
  before: ReadonlyMap<Session, readonly Session[]>,
  recordings: ReadonlyMap<Session, Watch>,
  minutes: number,
): Map<Session, Way> {
  const chosen = new Map<Session, Way>();
  // NaN counts as 0.
  let left = Math.max(minutes || 0, 0);

  const ways = new Map([...recordings].map(([session, { url }]) => [session, findWays(session, url !== undefined)]));
  const full = (session: Session) => ways.get(session)?.full ?? toReading(session);
  const short = (session: Session) => ways.get(session)?.short ?? toReading(session);
  /** Takes a session one way, and its missing background another way, if all of it fits. */
  const take = (session: Session, way: typeof full, others: typeof full): boolean => {
    const taken = new Map([[session, way(session)]]);
    for (const one of taken.keys()) {
      // Chosen sessions have their background already.
      const needed = (before.get(one) ?? []).filter((earlier) => !chosen.has(earlier) && !taken.has(earlier));
      for (const earlier of needed) taken.set(earlier, others(earlier));
    }
    const cost = sumMinutes(taken.values()) - (chosen.get(session)?.minutes ?? 0);
    if (cost > left) return false;
    left -= cost;
    for (const [one, its] of taken) chosen.set(one, its);
    return true;
  };

  for (const session of ranked) if (!take(session, full, full)) take(session, full, short);
  for (const session of ranked) if (!chosen.has(session)) take(session, short, short);
  for (const session of [...chosen.keys()]) take(session, full, full);
  return chosen;
}

/** `full` is watching if possible, in whole minutes of the programme. `short` takes the least time. */
function findWays(session: Session, watchable: boolean): { full: Way; short: Way } {
  const reading = toReading(session);
  if (!watchable) return { full: reading, short: reading };
  const minutes = Math.max(1, Math.ceil((session.end - session.start) / MINUTE));
  const watching: Way = { how: 'watch', minutes };
  return { full: watching, short: minutes <= reading.minutes ? watching : reading };
}

/** Reading the guide's texts on a session. */
function toReading({ summary, why }: Session): Way {
  const words = `${summary} ${why}`.split(/\s+/u).length;
  return { how: 'read', minutes: Math.max(1, Math.ceil(words / READING_SPEED)) };
}

function sumMinutes(ways: Iterable<Way>): number {
  let sum = 0;
  for (const { minutes } of ways) sum += minutes;
  return sum;
}
