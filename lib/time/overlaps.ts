/** Sessions at the same time. Instants are milliseconds since the epoch. */
import { areIntervalsOverlapping } from 'date-fns/areIntervalsOverlapping';

/** The other sessions at the same time. One that starts when this one ends does not overlap it. */
export function findOverlaps<S extends { start: number; end: number }>(session: S, sessions: readonly S[]): S[] {
  return sessions.filter((other) => other !== session && areIntervalsOverlapping(session, other));
}
