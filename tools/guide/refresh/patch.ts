/** The patch (JSON Patch, RFC 6902) that brings a guide's file up to what was found. */
import type { GuideFile, SessionFile } from '../../../data/schema.ts';
import { toChange } from './changes.ts';
import type { Finding } from './findings.ts';

export type Operation =
  | { op: 'test' | 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move'; from: string; path: string };

/**
 * Operations in the order in which they are to be done: first those on sessions in their places, each after a test that
 * the right session stands there, then those that bring sessions to their new places in order of time.
 * @param guide as its file has it
 * @param asOf the day of the calendar, `YYYY-MM-DD`
 */
export function createPatch(guide: GuideFile, findings: readonly Finding[], asOf: string): Operation[] {
  const operations: Operation[] = [];
  const starts = guide.sessions.map(({ id, start }) => ({ id, start }));
  const moved = new Set<string>();
  for (const [index, session] of guide.sessions.entries()) {
    const own = findings.filter(
      (one) => one.sure && one.session.id === session.id && one.difference.kind !== 'unclear',
    );
    if (own.length === 0) continue;
    const at = `/sessions/${index}`;
    operations.push({ op: 'test', path: `${at}/id`, value: session.id }, ...sessionEdits(at, session, own));
    operations.push(...sessionChanges(at, session, own, guide.zone, asOf));
    for (const { difference } of own) {
      if (difference.kind !== 'moved') continue;
      starts[index] = { id: session.id, start: difference.start };
      moved.add(session.id);
    }
  }
  return [...operations, ...orderMoves(starts, moved)];
}

/** Sched's second ids that pages told, for sessions that have none yet: a calendar pairs by them alone. */
export function learnedIds({ sessions }: GuideFile, ids: ReadonlyMap<string, string>): Operation[] {
  const byId = new Map([...ids].map(([schedId, id]) => [id, schedId]));
  return sessions.flatMap(({ id, schedId }, index): Operation[] => {
    const value = byId.get(id);
    return value === undefined || schedId !== undefined
      ? []
      : [{ op: 'add', path: `/sessions/${index}/schedId`, value }];
  });
}

/** The facts themselves. */
function sessionEdits(at: string, session: SessionFile, findings: readonly Finding[]): Operation[] {
  const replace = (path: string, value: string): Operation => ({ op: 'replace', path: `${at}/${path}`, value });
  return findings.flatMap(({ difference }) => {
    if (difference.kind === 'moved') return [replace('start', difference.start), replace('end', difference.end)];
    if (difference.kind === 'renamed') return [replace('title', difference.title)];
    if (difference.kind !== 'companies') return [];
    return difference.moves.flatMap(({ names, now }) =>
      session.speakers.flatMap(({ name }, index) =>
        names.includes(name) ? [replace(`speakers/${index}/organisation`, now)] : [],
      ),
    );
  });
}

/**
 * What is said of them, as the whole list: whether the file has one can't be told from a guide that was read. A session
 * that is back is no longer said to be gone, and of two rooms only the last is said.
 */
function sessionChanges(
  at: string,
  session: SessionFile,
  findings: readonly Finding[],
  zone: string,
  asOf: string,
): Operation[] {
  const kinds = new Set(findings.map(({ difference }) => difference.kind));
  const kept = session.changes.filter(
    ({ kind }) => !(kind === 'unpublished' && kinds.has('back')) && !(kind === 'room' && kinds.has('roomed')),
  );
  const more = findings.flatMap(({ difference }) => toChange(session, difference, zone, asOf) ?? []);
  const value = [...kept, ...more];
  if (value.length > 0) return [{ op: 'add', path: `${at}/changes`, value }];
  return [{ op: 'remove', path: `${at}/changes` }];
}

/** Sessions stand in order of start: each that has another one now goes behind the last that starts no later. */
function orderMoves(sessions: { id: string; start: string }[], moved: Set<string>): Operation[] {
  const waiting = new Set(moved);
  return [...moved].flatMap((id): Operation[] => {
    const from = sessions.findIndex((one) => one.id === id);
    const [session] = sessions.splice(from, 1);
    if (!session) return [];
    waiting.delete(id);
    const to = sessions.findLastIndex((one) => !waiting.has(one.id) && one.start <= session.start) + 1;
    sessions.splice(to, 0, session);
    return from === to ? [] : [{ op: 'move', from: `/sessions/${from}`, path: `/sessions/${to}` }];
  });
}
