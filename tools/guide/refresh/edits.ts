/** Applies findings to the text of a guide file, and preserves the formatting of everything else. */
import { applyEdits, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import type { Change, GuideFile, SessionFile } from '../../../data/schema.ts';
import { toChange } from './changes.ts';
import type { Finding } from './findings.ts';

type Edit = [path: JSONPath, value: unknown];

/**
 * Applies the certain findings to the text: new facts, texts for readers, and the order of sessions by start.
 * New text is not yet formatted.
 * @param guide the guide that the text contains
 * @param asOf the day of the calendar, `YYYY-MM-DD`
 */
export function applyFindings(text: string, guide: GuideFile, findings: readonly Finding[], asOf: string): string {
  const sure = findings.filter((one) => one.sure && one.difference.kind !== 'unclear');
  const edits = guide.sessions.flatMap((session, index) => {
    const own = sure.filter((one) => one.session.id === session.id);
    if (own.length === 0) return [];
    const changes: Edit = [['changes'], nextChanges(session, own, guide.zone, asOf)];
    return [...own.flatMap((one) => factEdits(session, one)), changes].map(
      ([path, value]): Edit => [['sessions', index, ...path], value],
    );
  });
  const moved = sure.filter(({ difference }) => difference.kind === 'moved');
  return sortSessions(applyAll(text, edits), new Set(moved.map(({ session }) => session.id)));
}

/**
 * Adds Sched's second ids to sessions without one, because calendars contain only these.
 * @returns the text, and the number of added ids
 */
export function addSchedIds(text: string, { sessions }: GuideFile, ids: ReadonlyMap<string, string>) {
  const byId = new Map([...ids].map(([schedId, id]) => [id, schedId]));
  const edits = sessions.flatMap(({ id, schedId }, index): Edit[] =>
    schedId === undefined && byId.has(id) ? [[['sessions', index, 'schedId'], byId.get(id)]] : [],
  );
  return { text: applyAll(text, edits), count: edits.length };
}

function applyAll(text: string, edits: readonly Edit[]): string {
  return edits.reduce((edited, [path, value]) => applyEdits(edited, modify(edited, path, value, {})), text);
}

function factEdits({ speakers }: SessionFile, { difference }: Finding): Edit[] {
  switch (difference.kind) {
    case 'moved':
      return [
        [['start'], difference.start],
        [['end'], difference.end],
      ];
    case 'renamed':
      return [[['title'], difference.title]];
    case 'companies':
      return difference.moves.flatMap(({ names, now }) =>
        speakers.flatMap(({ name }, index): Edit[] =>
          names.includes(name) ? [[['speakers', index, 'organisation'], now]] : [],
        ),
      );
    default:
      return [];
  }
}

/** Removes the “unpublished” change of a session that is back, and all rooms but the last. An empty list removes the field. */
function nextChanges(session: SessionFile, findings: readonly Finding[], zone: string, asOf: string) {
  const kinds = new Set(findings.map(({ difference }) => difference.kind));
  const changes: Change[] = [
    ...session.changes.filter(
      ({ kind }) => !(kind === 'unpublished' && kinds.has('back')) && !(kind === 'room' && kinds.has('roomed')),
    ),
    ...findings.flatMap(({ difference }) => toChange(session, difference, zone, asOf) ?? []),
  ];
  return changes.length > 0 ? changes : undefined;
}

/** Moves each rescheduled session after those that do not start later. */
function sortSessions(text: string, moved: ReadonlySet<string>): string {
  const root = parseTree(text);
  const sessions = (moved.size > 0 && root && findNodeAtLocation(root, ['sessions'])?.children) || [];
  const valueIn = (session: Node, key: string): string => findNodeAtLocation(session, [key])?.value;
  const sortKey = (session: Node) => `${valueIn(session, 'start')} ${Number(moved.has(valueIn(session, 'id')))}`;
  const sorted = sessions.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
  const edits = sessions.map(({ offset, length }, index) => {
    const session = sorted[index] as Node;
    return { offset, length, content: text.slice(session.offset, session.offset + session.length) };
  });
  return applyEdits(text, edits);
}
