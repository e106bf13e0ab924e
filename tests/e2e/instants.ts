/** Instants at which the agenda must show different things, of any guide, with what must be shown. */
import type { GuideFile } from '../../data/schema.ts';
import { instantsOf } from './expected.ts';

export interface Instant {
  /** ISO 8601 */
  at: string;
  kind: 'odd' | 'before' | 'on' | 'between' | 'overnight' | 'after';
  /** The id of the session in the first row. */
  first: string;
  /** The ids of the sessions that run, and of those that begin next. */
  on: string[];
  next: string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In order of time: before, at and after every edge that is of a kind of its own, a few of each kind. */
export function instantsOfKind(guide: GuideFile, atMost = 3): Instant[] {
  const published = Date.parse(guide.source.published);
  const edges = guide.sessions.flatMap((session) => instantsOf(guide, session));
  const [first, last] = [Math.min(...edges), Math.max(...edges)];
  const tried = [
    ...[published - 1, published + 12 * HOUR, first - 36 * HOUR],
    ...edges.flatMap((edge) => [edge - 1, edge, edge + MINUTE]),
    last + 365 * 24 * HOUR,
  ];
  const all = [...new Set(tried)].sort((one, other) => one - other).map((now) => instantAt(guide, now));
  const kinds = new Map<string, Instant[]>();
  // With different numbers of sessions that run, the kind “on” is several.
  for (const one of all) {
    const key = `${one.kind} ${one.on.length}`;
    kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  return [...kinds.values()].flatMap((some) => evenly(some, atMost)).sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The first, the last and what lies between them at equal steps. */
function evenly<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, nth) => all[Math.round((nth * (all.length - 1)) / (count - 1))] as T);
}

/** What must be shown at an instant, in milliseconds since the epoch. */
export function instantAt(guide: GuideFile, now: number): Instant {
  const timed = guide.sessions.map((session) => {
    const [start, end] = instantsOf(guide, session);
    return { id: session.id, start, end };
  });
  const on = timed.filter(({ start, end }) => start <= now && now < end);
  const soonest = Math.min(...timed.filter(({ start }) => start > now).map(({ start }) => start));
  const next = timed.filter(({ start }) => start === soonest);
  const begun = timed.some(({ start }) => start <= now);
  const day = (instant: number) => new Intl.DateTimeFormat('en', { timeZone: guide.zone }).format(instant);
  const kind = () => {
    if (now < Date.parse(guide.source.published)) return 'odd';
    if (on.length > 0) return 'on';
    if (next.length === 0) return 'after';
    if (!begun) return 'before';
    return day(now) === day(soonest) ? 'between' : 'overnight';
  };
  const over = begun && timed.some(({ end }) => end > now) ? timed.filter(({ end }) => end <= now) : [];
  const [first] = timed.filter((session) => !over.includes(session));
  const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
  return { at: new Date(now).toISOString(), kind: kind(), first: first?.id ?? '', on: ids(on), next: ids(next) };
}
