/** Finds the guide's sessions in a print view. Only here may a title decide (docs/decisions.md). */
import type { Session } from '../../data/compile.ts';
import { getSchedId, type SeenFacts, TITLE_MAX } from './seen.ts';
import { folded, toSetKey } from './titles.ts';

/** A session in a print view. */
export interface Row {
  /** The short id, or Sched's other id of 32 hexadecimal digits. */
  id: string;
  /** As printed, with the people at its end. */
  title: string;
  /** Names beside the title. */
  people: string[];
  /** ISO date, in a zone that the page does not name. */
  day?: string;
}

type Known = Pick<Session, 'id' | 'title' | 'start' | 'speakers' | 'schedId'>;

const HOUR = 3_600_000;

/**
 * The ids of sessions by the ids of their rows. Rows match by either id, else by the whole title including the people. If
 * a title matches two rows or two sessions, none of them is paired.
 * @param sessions the guide's sessions on the page's host
 * @param seen what was read from their pages
 */
export function pairRows(
  rows: readonly Row[],
  sessions: readonly Known[],
  seen: ReadonlyMap<string, SeenFacts>,
): Record<string, string> {
  const pairs = new Map<string, string>();
  for (const { id } of rows) {
    const session = sessions.find((one) => one.id === id || getSchedId(one, seen) === id);
    if (session) pairs.set(id, session.id);
  }
  const paired = new Set(pairs.values());
  // A session whose Sched id is known can't be a row with a different one.
  const open = sessions.filter((session) => !paired.has(session.id) && getSchedId(session, seen) === undefined);
  const guesses = rows
    .filter(({ id }) => id.length === 32 && !pairs.has(id))
    .flatMap((row) => {
      const fitting = open.filter((session) => isSame(row, session, seen.get(session.id)));
      return fitting.map((session) => ({ row: row.id, session: session.id, only: fitting.length === 1 }));
    });
  for (const { row, session, only } of guesses)
    if (only && guesses.filter((other) => other.session === session).length === 1) pairs.set(row, session);
  return Object.fromEntries(pairs);
}

function isSame(row: Row, session: Known, seen: SeenFacts | undefined): boolean {
  const starts = [session.start, ...(seen?.start === undefined ? [] : [seen.start])];
  if (row.day !== undefined && !starts.some((start) => mayBeOn(start, row.day ?? ''))) return false;
  const title = plainly(row.title);
  // The rest of a title that was cut may differ.
  if (seen?.title !== undefined && seen.title.length < TITLE_MAX && plainly(seen.title) === title) return true;
  return isGuideTitle(title, row.people, session);
}

/** “A @ B” is also printed as “A at B”. */
function plainly(text: string): string {
  return folded(text).replace(/ ?@ ?/gu, ' at ');
}

/** Whether an instant is on a day in any zone, from UTC−12 to UTC+14. */
function mayBeOn(instant: number, day: string): boolean {
  const dayAt = (hours: number) => new Date(instant + hours * HOUR).toISOString().slice(0, 10);
  return dayAt(-12) <= day && day <= dayAt(14);
}

/**
 * Whether a printed title is the guide's title, followed by exactly its speakers in any order and with any separators. A
 * title without people needs them beside it.
 */
function isGuideTitle(printed: string, people: readonly string[], { title, speakers }: Known): boolean {
  const head = plainly(title);
  if (!printed.startsWith(head)) return false;
  const names = speakers.map(({ name }) => name);
  if (printed === head) return people.length > 0 && toSetKey(people) === toSetKey(names);
  const tail = / ?- (.*)$/su.exec(printed.slice(head.length));
  if (tail?.index !== 0) return false;
  const companies = speakers.flatMap(({ organisation }) => organisation ?? []);
  const parts = [...names, ...companies].map(plainly).sort((a, b) => b.length - a.length);
  let rest = tail[1] ?? '';
  if (!names.every((name) => rest.includes(plainly(name)))) return false;
  for (const part of parts) rest = rest.replaceAll(part, ' ');
  return /^(?:[\s,;&|/()-]|\b(?:and|at)\b)*$/u.test(rest);
}
