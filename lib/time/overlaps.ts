/** Sessions at the same time. Instants are milliseconds since the epoch. */
import { areIntervalsOverlapping } from 'date-fns/areIntervalsOverlapping';

/** The other sessions that run while this one does. One that starts as this one ends does not overlap it. */
export function findOverlaps<S extends { start: number; end: number }>(session: S, sessions: readonly S[]): S[] {
  return sessions.filter((other) => other !== session && areIntervalsOverlapping(session, other));
}
