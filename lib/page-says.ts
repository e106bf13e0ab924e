/** What Sched's pages were seen to say, as the agenda shows it. */
import type { AgendaSession } from '../data/agenda.ts';
import { differencesOf } from './differences.ts';
import type { SeenFacts } from './seen.ts';
import type { PageSays } from './surface.ts';

/**
 * By session id; only sessions whose pages were seen.
 * @param zone IANA zone of the clocks on which changes are told
 */
export function pageSaysOf(
  sessions: readonly AgendaSession[],
  all: ReadonlyMap<string, SeenFacts>,
  zone: string,
): Map<string, PageSays> {
  const known = sessions.flatMap((session): [string, PageSays][] => {
    const seen = all.get(session.id);
    if (!seen) return [];
    const { start, end, room, video, slides, saved } = seen;
    const changes = differencesOf(session, seen, zone).map(({ text }) => text);
    return [[session.id, { start, end, room, video, slides, saved: saved === true, changes }]];
  });
  return new Map(known);
}
