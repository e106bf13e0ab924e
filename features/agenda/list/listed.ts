/** The sessions as the agenda lists them: with the times on Sched's pages, and the reader's picks, seen marks and notes. */
import type { AgendaGuide, AgendaSession } from '../../../data/agenda.ts';
import { findWatchLinks, isRecorded, type Watch } from '../../../lib/guide/watch.ts';
import type { Own } from '../../../lib/own/own.ts';
import type { PageSays } from '../../../lib/seen/page-says.ts';
import { dayKey } from '../../../lib/time/format.ts';
import type { Entry } from './filter.ts';
import type { Placed } from './rows.ts';

export interface Listed extends Entry, Placed {
  says: PageSays | undefined;
  watch: Watch;
  /** The name of the session's event. */
  eventName: string;
  noted: boolean;
  /** How many others are at the same time. */
  overlaps: number;
}

interface Known {
  own: Own;
  pages: ReadonlyMap<string, PageSays>;
}

/**
 * Every session of the guide, in order of time.
 * @param zone IANA zone of the days
 */
export function listSessions(guide: AgendaGuide, zone: string, { own, pages }: Known): Listed[] {
  const events = new Map(guide.events.map((event) => [event.id, event]));
  const listed = guide.sessions.map((planned): Listed => {
    const { id } = planned;
    const says = pages.get(id);
    const session = says?.start === undefined ? planned : { ...planned, ...resolveTimes(planned, says) };
    const watch = findWatchLinks(session, events.get(session.event), says);
    return {
      id,
      start: session.start,
      end: session.end,
      event: session.event,
      site: session.site,
      room: says?.room,
      session,
      day: dayKey(session.start, zone),
      picked: own.picks.has(id),
      watched: own.watched.has(id),
      noted: own.notes.has(id),
      recorded: isRecorded(watch),
      changed: session.changed || (says?.changes.length ?? 0) > 0,
      says,
      watch,
      eventName: events.get(session.event)?.name ?? session.event,
      overlaps: 0,
    };
  });
  listed.sort((a, b) => a.start - b.start || a.end - b.end);
  countOverlaps(listed);
  return listed;
}

/** Counts what findOverlaps() finds, in one pass: the list is sorted, so each session only looks at those after it. */
function countOverlaps(listed: readonly Listed[]): void {
  for (const [index, one] of listed.entries()) {
    for (let next = index + 1; next < listed.length; next++) {
      const other = listed[next];
      if (!other || other.start >= one.end) break;
      if (other.end <= one.start) continue;
      one.overlaps += 1;
      other.overlaps += 1;
    }
  }
}

/** A page with a single time says nothing about the end, so the session keeps its length. */
function resolveTimes({ start, end }: AgendaSession, says: PageSays): { start: number; end: number } {
  const from = says.start ?? start;
  const until = says.end ?? from;
  return { start: from, end: until > from ? until : from + (end - start) };
}
