/** The rows of a day. Overlapping sessions share a row. Instants are milliseconds since the epoch. */
import type { Timed } from '../../../lib/time/moment.ts';

/** One session, or several that overlap. Rows never overlap. */
export interface Row<S> {
  sessions: S[];
  start: number;
  end: number;
  /** The gap before this row; the first row has none. */
  gap?: Gap;
}

/** The gap between two rows. What is not certain is left out. */
export interface Gap {
  /** Whole minutes from the latest end to the start; 0 if they touch. */
  minutes: number;
  /** The id of the next row's event, if no session before is part of it. */
  otherEvent?: string;
  /** The id of the next row's site, likewise. */
  otherSite?: string;
  /** The next room, unless all sessions before are in it. */
  room?: string;
}

/** A session and where it is. */
export interface Placed extends Timed {
  event: string;
  site: string;
  room?: string | undefined;
}

/**
 * Groups sessions that overlap, directly or through others, in order of time and then of the input. Sessions that only
 * touch do not overlap. A session without length overlaps the one around it, as in findOverlaps().
 */
export function groupOverlapping<S extends Timed>(sessions: readonly S[]): S[][] {
  const clusters: S[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const session of sessions.toSorted(inTime)) {
    if (session.start < until) clusters.at(-1)?.push(session);
    else clusters.push([session]);
    until = Math.max(until, session.end);
  }
  return clusters;
}

/** A session without length comes before those that start with it, so that it only touches them. */
function inTime(one: Timed, other: Timed): number {
  return one.start - other.start || Number(one.end > one.start) - Number(other.end > other.start);
}

/** The rows of the sessions of one day. */
export function toRows<S extends Placed>(sessions: readonly S[]): Row<S>[] {
  let before: Row<S> | undefined;
  return groupOverlapping(sessions).map((cluster) => {
    const row: Row<S> = { sessions: cluster, start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
    for (const { start, end } of cluster) {
      row.start = Math.min(row.start, start);
      row.end = Math.max(row.end, end);
    }
    if (before) row.gap = measureGap(before, row);
    before = row;
    return row;
  });
}

function measureGap(before: Row<Placed>, row: Row<Placed>): Gap {
  const gap: Gap = { minutes: Math.floor((row.start - before.end) / 60_000) };
  const event = findOther(before.sessions, row.sessions, 'event');
  const site = findOther(before.sessions, row.sessions, 'site');
  const room = row.sessions.length === 1 ? row.sessions[0]?.room : undefined;
  if (event !== undefined) gap.otherEvent = event;
  if (site !== undefined) gap.otherSite = site;
  if (room && before.sessions.some((session) => session.room !== room)) gap.room = room;
  return gap;
}

/** The event or site that all these sessions share, if none of those before has it. */
function findOther(
  before: readonly Placed[],
  sessions: readonly Placed[],
  field: 'event' | 'site',
): string | undefined {
  const place = sessions[0]?.[field];
  const isOther = sessions.every((session) => session[field] === place) && before.every((one) => one[field] !== place);
  return isOther ? place : undefined;
}
