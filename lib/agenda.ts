/** The agenda of a guide over all its sites: days, overlaps, phase. Instants are milliseconds since the epoch. */
import { areIntervalsOverlapping } from 'date-fns/areIntervalsOverlapping';
import type { Link, Session } from '../data/index.ts';
import { dayKey } from './format.ts';

export interface AgendaDay<S> {
  /** `YYYY-MM-DD` in the zone asked for. */
  key: string;
  sessions: S[];
}

/** Milliseconds since the epoch. */
interface Interval {
  start: number;
  end: number;
}

/** The sessions by calendar day in a zone, both in order of time. */
export function daysOf<S extends Interval>(sessions: readonly S[], zone: string): AgendaDay<S>[] {
  const days = Map.groupBy(sessions, ({ start }) => dayKey(start, zone));
  return [...days].map(([key, ofDay]) => ({ key, sessions: ofDay }));
}

/** The other sessions that run while this one does. One that starts as this one ends does not overlap it. */
export function overlapsOf<S extends Interval>(session: S, sessions: readonly S[]): S[] {
  return sessions.filter((other) => other !== session && areIntervalsOverlapping(session, other));
}

/** Where the event stands at an instant. */
export function phaseOf(sessions: readonly Interval[], now: number): 'before' | 'during' | 'after' {
  if (sessions.every(({ start }) => now < start)) return 'before';
  return sessions.every(({ end }) => now >= end) ? 'after' : 'during';
}

/** The session's own recording, or undefined where none is known. */
export function recordingOf(session: Pick<Session, 'links'>): Link | undefined {
  return session.links.find(({ kind }) => kind === 'recording');
}
