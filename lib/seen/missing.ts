/** Finds sessions that have left the schedule. */
import { dayKey } from '../time/format.ts';

export interface WholeList {
  /** ISO dates of the list's days. */
  days: readonly string[];
  /** IANA zone of those days. */
  zone: string;
  /** Ids of the guide's sessions on it. */
  ids: readonly string[];
}

/**
 * The ids of the sessions that are missing from a whole list. Only sessions whose day is on the list count, and only if
 * most of the others are there: a list that lacks more may be filtered in a way that the page does not show.
 * @param sessions the guide's sessions of the list's host
 */
export function missingFrom(
  { days, zone, ids }: WholeList,
  sessions: readonly { id: string; start: number }[],
): string[] {
  const isOn = ({ id }: { id: string }) => ids.includes(id);
  const absent = sessions.filter((session) => !isOn(session) && days.includes(dayKey(session.start, zone)));
  // “The others” are all sessions but the missing one.
  return sessions.filter(isOn).length * 2 > sessions.length - 1 ? absent.map(({ id }) => id) : [];
}
