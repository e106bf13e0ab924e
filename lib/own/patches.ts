/** Changes to the reader's records, as patches for the storage (see `change` in storage.ts). */
import { TITLE_MAX } from '../seen/seen.ts';
import {
  canonical,
  NOTE_MAX,
  type Note,
  OWN,
  type Own,
  type OwnKind,
  type OwnRecord,
  ownKey,
  parseRecord,
} from './own.ts';

/** What a storage area holds, by storage key. */
export type Values = Readonly<Record<string, unknown>>;

/** Values to store, by storage key; undefined removes the key. */
export type Patch = Values;

/** The values with a patch applied. */
export function applyPatch(values: Values, patch: Patch): Values {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== undefined));
}

/** Prefix for quarantined values that could not be parsed: never deleted, never read. */
const ASIDE = 'aside:';

/** Whether a storage key is of a quarantined value. */
export function isAsideKey(key: string): boolean {
  return key.startsWith(ASIDE);
}

/** Moves the values of some keys into quarantine. */
export function asidePatch(stored: Values, keys: readonly string[], now: number): Patch {
  const time = new Date(now).toISOString();
  return Object.fromEntries(
    keys.flatMap((key) => [
      [`${ASIDE}${time}:${key}`, stored[key]],
      [key, undefined],
    ]),
  );
}

interface Named {
  id: string;
  title: string;
}

/** Adds or removes a pick. Here and below, `now` is in milliseconds since the epoch. */
export function pickPatch(session: Named, guide: string, now: number, on: boolean): Patch {
  return { [ownKey('pick', session.id)]: on ? record(session, guide, now) : undefined };
}

/** Adds or removes a seen mark. */
export function watchedPatch(session: Named, guide: string, now: number, on: boolean): Patch {
  return { [ownKey('watched', session.id)]: on ? record(session, guide, now) : undefined };
}

/**
 * Keeps a session's note; a blank text removes it.
 * @throws {RangeError} for more than NOTE_MAX characters, counted in UTF-16 units as text fields count them
 */
export function notePatch(session: Named, guide: string, text: string, now: number): Patch {
  const { length } = text;
  if (length > NOTE_MAX) throw new RangeError(`the note has ${length} characters, at most ${NOTE_MAX} fit`);
  return { [ownKey('note', session.id)]: text.trim() ? { ...record(session, guide, now), text } : undefined };
}

function record({ id, title }: Named, guide: string, at: number): OwnRecord {
  // A page may print a title of any length.
  return { id, guide, at, ...(title && { title: title.slice(0, TITLE_MAX) }) };
}

/** Removes all records of a session, such as one that the guide no longer has. */
export function vanishedPatch(id: string): Patch {
  return removalPatch(OWN.map((kind) => ownKey(kind, id)));
}

/** Removes keys. */
export function removalPatch(keys: readonly string[]): Patch {
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}

/** Separates two notes that were merged. */
const RULE = '\n\n---\n\n';

/**
 * Adds the records of a file that are missing here or newer. No text is lost: of two notes, the newer is put above the
 * older, and if both don't fit into one, the note that is here stays. Importing the same file again changes nothing.
 */
export function importPatch(
  own: Own,
  incoming: { picks: Iterable<OwnRecord>; watched: Iterable<OwnRecord>; notes: Iterable<Note> },
): Patch {
  const here: Record<OwnKind, Map<string, OwnRecord>> = {
    pick: new Map(own.picks),
    watched: new Map(own.watched),
    note: new Map(own.notes),
  };
  const patch: Record<string, OwnRecord> = {};
  const take = (kind: OwnKind, theirs: OwnRecord) => {
    const key = ownKey(kind, theirs.id);
    const ours = here[kind].get(theirs.id);
    // Picks made on a page have no title.
    const named = ours?.title !== undefined && theirs.title === undefined ? { ...theirs, title: ours.title } : theirs;
    const merged = kind === 'note' ? mergeNotes(ours as Note | undefined, named as Note) : newerRecord(ours, named);
    if (!merged || !parseRecord(key, merged) || (ours && canonical(ours) === canonical(merged))) return;
    here[kind].set(theirs.id, merged);
    patch[key] = merged;
  };
  for (const pick of incoming.picks) take('pick', pick);
  for (const watched of incoming.watched) take('watched', watched);
  for (const note of incoming.notes) take('note', note);
  return patch;
}

/** How many notes of a file are not stored once its patch is: they don't fit into one with the note that is here. */
export function countLeftOut({ notes }: Own, patch: Patch, incoming: Iterable<Note>): number {
  const isThere = ({ id, text }: Note) => {
    const note = (patch[ownKey('note', id)] as Note | undefined) ?? notes.get(id);
    return text.trim() === '' || (note !== undefined && holds(note.text, text));
  };
  return [...incoming].filter((note) => !isThere(note)).length;
}

function newerRecord(ours: OwnRecord | undefined, theirs: OwnRecord): OwnRecord {
  return ours && ours.at >= theirs.at ? ours : theirs;
}

/** A note with both texts, the newer above the older; `ours` if both don't fit into one. */
export function mergeNotes(ours: Note | undefined, theirs: Note): Note | undefined {
  if (!theirs.text.trim() || theirs.text.length > NOTE_MAX) return ours;
  if (!ours) return theirs;
  if (holds(ours.text, theirs.text)) return ours;
  const [first, second] = theirs.at > ours.at ? [theirs, ours] : [ours, theirs];
  // Newer than both, or a copy of either in the browser's account could win over it.
  const at = first.at + 1;
  if (holds(theirs.text, ours.text)) return { ...theirs, at };
  const text = first.text + RULE + second.text;
  return text.length > NOTE_MAX ? ours : { ...first, text, at };
}

/** Whether a text contains another, as whole lines. */
function holds(text: string, other: string): boolean {
  return `\n${text}\n`.includes(`\n${other}\n`);
}
