/**
 * The reader's picks, seen marks and notes. Each has its own storage key, so that two windows never overwrite each other,
 * and is kept by the session's id even if the guide loses that session.
 */

/** A pick or a seen mark. */
export interface OwnRecord {
  /** The session's id on Sched; ids are global, so a record outlives the guide that it was made with. */
  id: string;
  guide: string;
  /** When it was made, in milliseconds since the epoch. */
  at: number;
  /** The session's title at that time, in case the guide loses the session. */
  title?: string | undefined;
}

export interface Note extends OwnRecord {
  /** Plain text: markup in it means nothing. */
  text: string;
}

/** About five pages. */
export const NOTE_MAX = 10_000;

export const OWN = ['pick', 'watched', 'note'] as const;
export type OwnKind = (typeof OWN)[number];

export interface Own {
  picks: ReadonlyMap<string, OwnRecord>;
  watched: ReadonlyMap<string, OwnRecord>;
  notes: ReadonlyMap<string, Note>;
  /** The storage keys of values that could not be parsed. */
  broken: readonly string[];
}

/** The storage key of a session's record. */
export function ownKey(kind: OwnKind, id: string): string {
  return `${kind}:${id}`;
}

/** The kind and session of a storage key, or undefined if it is not a record's. */
export function parseOwnKey(key: string): { kind: OwnKind; id: string } | undefined {
  const kind = OWN.find((name) => key.startsWith(`${name}:`));
  return kind && { kind, id: key.slice(kind.length + 1) };
}

/** Whether a storage key is a record's. */
export function isOwnKey(key: string): boolean {
  return parseOwnKey(key) !== undefined;
}

/** The reader's records in a storage area. */
export function readOwn(stored: Readonly<Record<string, unknown>>): Own {
  const picks = new Map<string, OwnRecord>();
  const watched = new Map<string, OwnRecord>();
  const notes = new Map<string, Note>();
  const broken: string[] = [];
  for (const [key, value] of Object.entries(stored)) {
    const own = parseOwnKey(key);
    if (!own) continue;
    const record = parseRecord(key, value);
    if (!record) broken.push(key);
    else if (own.kind === 'note') notes.set(own.id, record as Note);
    else (own.kind === 'pick' ? picks : watched).set(own.id, record);
  }
  return { picks, watched, notes, broken };
}

/** The record under a key, or undefined if the key is not a record's or the value can't be parsed. */
export function parseRecord(key: string, value: unknown): OwnRecord | Note | undefined {
  const own = parseOwnKey(key);
  if (!own || typeof value !== 'object' || value === null) return undefined;
  const { id, guide, at, title, text } = value as Record<string, unknown>;
  const isRecord = id === own.id && typeof guide === 'string' && Number.isFinite(at) && isTitle(title);
  return isRecord && (own.kind !== 'note' || typeof text === 'string') ? (value as OwnRecord) : undefined;
}

/** A title may be missing: picks made on a page have none. */
function isTitle(title: unknown): boolean {
  return title === undefined || typeof title === 'string';
}

/** JSON with sorted keys, for comparing values: browsers may return stored objects with their keys in another order. */
export function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    // Browsers store a lone surrogate as U+FFFD.
    typeof part === 'string'
      ? part.toWellFormed()
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part;
  return JSON.stringify(value, sorted) ?? '';
}
