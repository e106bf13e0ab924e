/**
 * What the reader made of sessions: picks, what was watched, notes. One storage key for each session and kind, so that
 * two windows never overwrite each other, and kept by the session's id whatever becomes of the guide.
 */
import { type Pick, readPicks } from './picks.ts';

/** That a session was watched. */
export interface Watched {
  id: string;
  guide: string;
  /** When that was said, in milliseconds since the epoch. */
  at: number;
  /** The session's title then, for when a guide no longer has it. */
  title?: string | undefined;
}

export interface Note extends Watched {
  /** Plain text, whatever stands in it. */
  text: string;
}

/** Some five pages: more is a document of its own, and 15 of them fit the smallest storage. */
export const NOTE_MAX = 10_000;

export const OWN = ['pick', 'watched', 'note'] as const;
export type OwnKind = (typeof OWN)[number];

export type OwnRecord = Pick | Watched | Note;

export interface Own {
  picks: ReadonlyMap<string, Pick>;
  watched: ReadonlyMap<string, Watched>;
  notes: ReadonlyMap<string, Note>;
  /** The storage keys of what no version of ours has written. */
  broken: readonly string[];
}

/** The storage key of what the reader made of a session. */
export function ownKey(kind: OwnKind, id: string): string {
  return `${kind}:${id}`;
}

/** The kind and session of a storage key, or undefined where it is another's. */
export function ownOf(key: string): { kind: OwnKind; id: string } | undefined {
  const kind = OWN.find((one) => key.startsWith(`${one}:`));
  return kind && { kind, id: key.slice(kind.length + 1) };
}

/** What a storage area holds of the reader's own. */
export function readOwn(stored: Readonly<Record<string, unknown>>): Own {
  const { picks, broken } = readPicks(stored);
  const watched = new Map<string, Watched>();
  const notes = new Map<string, Note>();
  for (const [key, value] of Object.entries(stored)) {
    const own = ownOf(key);
    if (!own || own.kind === 'pick') continue;
    if (own.kind === 'watched' && isWatched(value) && value.id === own.id) watched.set(own.id, value);
    else if (own.kind === 'note' && isNote(value) && value.id === own.id) notes.set(own.id, value);
    else broken.push(key);
  }
  return { picks, watched, notes, broken };
}

/** What is stored of a session under a key, or undefined where the key or the value is none of ours. */
export function recordOf(key: string, value: unknown): OwnRecord | undefined {
  const id = ownOf(key)?.id;
  if (id === undefined) return undefined;
  const { picks, watched, notes } = readOwn({ [key]: value });
  return picks.get(id) ?? watched.get(id) ?? notes.get(id);
}

/** JSON that is the same for the same value: browsers give objects back with their keys in another order. */
export function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? '';
}

function isWatched(value: unknown): value is Watched {
  if (typeof value !== 'object' || value === null) return false;
  const { id, guide, at } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof guide === 'string' && Number.isFinite(at);
}

function isNote(value: unknown): value is Note {
  return isWatched(value) && typeof (value as { text?: unknown }).text === 'string';
}
