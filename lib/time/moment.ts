/** Where an instant is within the event. Instants are milliseconds since the epoch; zones are IANA names. */
import { dayKey } from './format.ts';
import { daysBetween } from './zones.ts';

/** Something with a start and an end; the end is exclusive. */
export interface Timed {
  id: string;
  start: number;
  end: number;
}

/** `next` are the sessions that start next, all at the same time. `days` counts calendar days in the zone. */
export type Moment<S> =
  /** The `first` sessions start in `days` (0: today, 1: tomorrow); `plan` is their day, `YYYY-MM-DD`. */
  | { kind: 'before'; first: S[]; days: number; plan: string }
  /** Something is on. `next` may be on another day, or empty. */
  | { kind: 'on'; on: S[]; next: S[] }
  /** Nothing is on, and `next` is today. */
  | { kind: 'between'; next: S[] }
  /** Nothing is on, and `next` is in `days` (1: tomorrow). */
  | { kind: 'overnight'; next: S[]; days: number }
  | { kind: 'after' }
  /** The clock is wrong. */
  | { kind: 'odd' };

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The last instant that a date can have (ECMA-262, Time Values and Time Range). */
const LAST = 8.64e15;

/**
 * Where an instant is within the event. Lists keep the order of the input. Without sessions the event is over.
 * @param published when the guide was published; a clock before that is wrong
 * @throws {RangeError} for an unknown zone
 */
export function findMoment<S extends Timed>(
  sessions: readonly S[],
  now: number,
  zone: string,
  published: number,
): Moment<S> {
  // Negated, so that NaN is odd too.
  if (!(now >= published && now <= LAST)) return { kind: 'odd' };
  const on = sessions.filter((session) => runs(session, now));
  const next = findNext(sessions, now);
  if (on.length > 0) return { kind: 'on', on, next };
  const [first] = next;
  if (!first) return { kind: 'after' };
  const plan = dayKey(first.start, zone);
  const days = daysBetween(dayKey(now, zone), plan);
  if (findPhase(sessions, now) === 'before') return { kind: 'before', first: next, days, plan };
  return days === 0 ? { kind: 'between', next } : { kind: 'overnight', next, days };
}

function runs({ start, end }: Timed, now: number): boolean {
  return start <= now && now < end;
}

/** The sessions that start next: several if they start together. */
function findNext<S extends Timed>(sessions: readonly S[], now: number): S[] {
  const soonest = Math.min(...sessions.map(({ start }) => start).filter((start) => start > now));
  return sessions.filter(({ start }) => start === soonest);
}

/**
 * The next instant after now at which the display may change: a full minute while something is on or starts within 24
 * hours. Earlier than that, a quarter of an hour, because midnight is on one in every zone, or a full hour before the next
 * session. So it is never too far away for a timer (2^31 − 1 ms). Undefined if all is over, or if `now` is no valid time.
 */
export function nextChange(sessions: readonly Timed[], now: number): number | undefined {
  if (!(Math.abs(now) <= LAST)) return undefined;
  const changes = sessions.flatMap(({ start, end }) => [start, end]).filter((instant) => instant > now);
  if (changes.length === 0) return undefined;
  const [next] = findNext(sessions, now);
  const far = next && next.start - now > DAY && !sessions.some((session) => runs(session, now));
  const ticks = far ? [tick(now, QUARTER), tick(now, HOUR, next.start)] : [tick(now, MINUTE)];
  return Math.min(...ticks, ...changes);
}

/** The first instant after now that is a whole number of steps from another. */
function tick(now: number, step: number, from = 0): number {
  return from + (Math.floor((now - from) / step) + 1) * step;
}

/**
 * Splits sessions into those ahead and those over, in their order. Before and after the event none counts as over, because
 * all can be planned or watched.
 */
export function splitNow<S extends Timed>(sessions: readonly S[], now: number): { ahead: S[]; over: S[] } {
  const isOver = ({ end }: S) => end <= now;
  if (findPhase(sessions, now) !== 'during') return { ahead: [...sessions], over: [] };
  return { ahead: sessions.filter((session) => !isOver(session)), over: sessions.filter(isOver) };
}

/** Whether an instant is before, during or after the event. */
export function findPhase(sessions: readonly Omit<Timed, 'id'>[], now: number): 'before' | 'during' | 'after' {
  if (sessions.every(({ start }) => now < start)) return 'before';
  return sessions.every(({ end }) => now >= end) ? 'after' : 'during';
}
