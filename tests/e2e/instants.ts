/** Instants at which the agenda of any guide must show different things. */
import type { GuideFile } from '../../data/schema.ts';
import { instantsOf } from './expected.ts';

export interface Instant {
  /** ISO 8601 */
  at: string;
  kind: 'odd' | 'before' | 'on' | 'between' | 'overnight' | 'after';
  /** How many sessions are running. */
  running: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One instant of each kind, around the starts and ends of sessions: the one with the most running sessions. */
export function instantOfEachKind(guide: GuideFile): Instant[] {
  const published = Date.parse(guide.source.published);
  const edges = guide.sessions.flatMap((session) => instantsOf(guide, session));
  const [first, last] = [Math.min(...edges), Math.max(...edges)];
  const tried = [
    ...[published - 1, published + 12 * HOUR, first - 36 * HOUR],
    ...edges.flatMap((edge) => [edge - 1, edge, edge + MINUTE]),
    last + 365 * 24 * HOUR,
  ];
  const all = tried.map((now) => instantAt(guide, now)).sort((one, other) => one.running - other.running);
  return [...new Map(all.map((instant) => [instant.kind, instant])).values()];
}

/** What the agenda must show at an instant, given in milliseconds since the epoch. */
export function instantAt(guide: GuideFile, now: number): Instant {
  const timed = guide.sessions.map((session) => instantsOf(guide, session));
  const running = timed.filter(([start, end]) => start <= now && now < end).length;
  const soonest = Math.min(...timed.map(([start]) => start).filter((start) => start > now));
  const day = (instant: number) => new Intl.DateTimeFormat('en', { timeZone: guide.zone }).format(instant);
  const kind = () => {
    if (now < Date.parse(guide.source.published)) return 'odd';
    if (running > 0) return 'on';
    if (soonest === Number.POSITIVE_INFINITY) return 'after';
    if (timed.every(([start]) => start > now)) return 'before';
    return day(now) === day(soonest) ? 'between' : 'overnight';
  };
  return { at: new Date(now).toISOString(), kind: kind(), running };
}
