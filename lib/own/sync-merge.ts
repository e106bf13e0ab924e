/**
 * Merges the two copies of a record, on this device and in the browser's account. Each copy lists the versions that it
 * replaced, as a Git commit names its parents, and loses only to one that lists it. No data is lost because of a wrong
 * clock. Instants are milliseconds since the epoch.
 */
import { checksum } from './checksum.ts';
import { canonical, isOwnKey, type Note, type OwnRecord, parseRecord } from './own.ts';
import { mergeNotes, type Values } from './patches.ts';

/** A copy of a record; without `record`, a tombstone. */
export interface Entry {
  at: number;
  record?: OwnRecord | undefined;
  /** The versions that it replaced, the newest last. Tombstones of version 0.1 have none. */
  of?: readonly string[] | undefined;
}

/** The storage key of the versions that this device knows, by record key. */
export const KNOWN = 'sync:known';
/** Longer histories are cut. A device that missed more versions may merge a text twice. */
const KNOWN_MAX = 12;

export type Known = Readonly<Record<string, readonly string[]>>;

/** The known versions in a storage area. */
export function readKnown(stored: Values): Known {
  const value = stored[KNOWN];
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, list]) => {
      const versions = parseVersions(list);
      return isOwnKey(key) && versions ? [[key, versions]] : [];
    }),
  );
}

/** The entry under a key of the account, or undefined if it can't be parsed. */
export function parseEntry(key: string, value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, gone, of: replaced } = value as Record<string, unknown>;
  const of = parseVersions(replaced);
  if (v === undefined) return Number.isFinite(gone) ? { at: gone as number, of } : undefined;
  const record = parseRecord(key, v);
  return record && { at: record.at, record, of };
}

/** The value to store in the account for an entry. */
export function entryValue({ at, record, of }: Entry): object {
  if (!record) return { gone: at, ...(of && { of }) };
  return { v: record, ...(of && of.length > 0 && { of }) };
}

function parseVersions(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : undefined;
}

/** All versions that an entry knows, including its own. */
export function splitVersions(entry: Entry): string[] {
  return joined(entry.of, [version(entry)]);
}

/** A note's version is a checksum of its text; a pick's or seen mark's, its time. */
function version({ at, record }: Entry): string {
  if (!record) return `-${at.toString(36)}`;
  return 'text' in record ? checksum((record as Note).text) : at.toString(36);
}

/** The lists joined, each version once, at its last position. */
function joined(...lists: (readonly string[] | undefined)[]): string[] {
  const all = lists.flatMap((list) => list ?? []);
  return all.filter((name, i) => all.lastIndexOf(name) === i).slice(-KNOWN_MAX);
}

/**
 * The entry that both sides should hold, or undefined for two notes that don't fit into one: each side then keeps its own.
 * @param acted whether the reader has changed this device's copy since the last exchange
 */
export function mergeEntries(ours: Entry, theirs: Entry, acted: boolean): Entry | undefined {
  const [mine, other] = [version(ours), version(theirs)];
  const from = (winner: Entry): Entry => {
    const own = version(winner);
    const of = joined(ours.of, theirs.of, [mine, other]).filter((name) => name !== own);
    return { ...winner, of };
  };
  if (mine === other) return from(later(ours, theirs));
  const weKnow = ours.of?.includes(other) ?? false;
  // A tombstone of version 0.1 lists nothing, but knew what this device had synced.
  const theyKnow = theirs.of?.includes(mine) ?? (!theirs.record && (ours.of?.includes(mine) ?? false));
  if (weKnow && (acted || !theyKnow)) return from(ours);
  if (theyKnow) return from(theirs);
  if (!ours.record || !theirs.record) return from(ours.record ? ours : theirs.record ? theirs : later(ours, theirs));
  if (!('text' in ours.record)) return from(later(ours, theirs));
  const record = mergeNotes(ours.record as Note, theirs.record as Note);
  if (record && !holdsBoth(record.text, ours.record as Note, theirs.record as Note)) return undefined;
  return record && from({ at: record.at, record });
}

function holdsBoth(text: string, ours: Note, theirs: Note): boolean {
  return text.includes(ours.text) && text.includes(theirs.text.trim());
}

/** The newer of two. With equal times, every device picks the same one, by text. */
function later(a: Entry, b: Entry): Entry {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a.record) >= canonical(b.record) ? a : b;
}
