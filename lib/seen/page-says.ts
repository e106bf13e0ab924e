/** What was read from Sched's pages, as the agenda shows it. */
import type { AgendaSession } from '../../data/agenda.ts';
import { type Change, findDifferences, isUrgent } from './differences.ts';
import type { SeenFacts } from './seen.ts';

/** What was read from a session's page, as far as the agenda needs it. */
export interface PageSays {
  /** The page's times, in milliseconds since the epoch. */
  start?: number | undefined;
  end?: number | undefined;
  room?: string | undefined;
  video?: string | undefined;
  slides?: readonly { name: string; url: string }[] | undefined;
  /** Whether the reader saved the session on Sched. */
  saved: boolean;
  /** Where the page differs from the guide. */
  changes: readonly (Pick<Change, 'text'> & { urgent: boolean })[];
}

/**
 * By session id, for sessions whose page was read.
 * @param zone IANA zone of the times in the texts
 */
export function resolvePageSays(
  sessions: readonly AgendaSession[],
  all: ReadonlyMap<string, SeenFacts>,
  zone: string,
): Map<string, PageSays> {
  const known = sessions.flatMap((session): [string, PageSays][] => {
    const seen = all.get(session.id);
    if (!seen) return [];
    const { start, end, room, video, slides, saved } = seen;
    const changes = findDifferences(session, seen, zone).map((change) => ({
      text: change.text,
      urgent: isUrgent(change),
    }));
    return [[session.id, { start, end, room, video, slides, saved: saved === true, changes }]];
  });
  return new Map(known);
}
