/**
 * Syncs this device with the browser's account (`storage.sync`). Under the keys of own.ts, the account holds
 * `{ v: record, of }`, or a tombstone `{ gone: at, of }` for a removed record; `of` lists the versions that it replaced.
 * sync-merge.ts decides between two copies. Instants are milliseconds since the epoch.
 */
import { canonical, isOwnKey, OWN, type OwnRecord, parseOwnKey, parseRecord } from './own.ts';
import type { Patch, Values } from './patches.ts';
import {
  type Entry,
  entryValue,
  type Known,
  mergeEntries,
  parseEntry,
  readKnown,
  splitVersions,
} from './sync-merge.ts';

/** QUOTA_BYTES, QUOTA_BYTES_PER_ITEM and MAX_ITEMS of `storage.sync`. */
export const LIMITS = { bytes: 102_400, itemBytes: 8_192, items: 512 } as const;

/** Bytes that notes leave free: enough for the picks and seen marks of 100 sessions. */
const NOTES_LEAVE = 20_480;
const DAY = 86_400_000;
/** After this, a tombstone is dropped. A device that was away for longer brings the record back. */
const TOMBSTONE_DAYS = 180;

/** When the reader changed a record, by key, for changes that may not have reached the account yet. */
export type Acts = Readonly<Record<string, number>>;

/** The storage key of these. */
export const ACTS = 'sync:acts';

interface Skipped {
  key: string;
  /**
   * `unreadable`: the account's value can't be parsed, and stays.
   * `unmerged`: two notes don't fit into one, and each side keeps its own.
   */
  why: 'item-too-large' | 'full' | 'too-many' | 'unreadable' | 'unmerged';
}

/**
 * The reader's acts in a change of storage.local. Quarantining a value is no removal.
 * @param after the new values of the changed keys, and `before` the old ones
 * @param now when the browser reported the change
 * @param account what storage.sync held then
 */
export function actsFromChange(after: Patch, before: Values, now: number, account: Values): Acts {
  const acts: Record<string, number> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = parseRecord(key, before[key]);
    const fresh = parseRecord(key, value);
    if ((!fresh && !(old && value === undefined)) || canonical(old) === canonical(fresh)) continue;
    // Later than the old values, even if those come from a device whose clock is fast. Only now is it known that the act
    // came after a tombstone: later it could be one that the reader had not received.
    const earlier = [old, parseEntry(key, account[key])].map((entry) => (entry ? entry.at + 1 : now));
    acts[key] = Math.max(now, ...earlier);
  }
  return acts;
}

/** The acts in a storage area. */
export function readActs(stored: Values): Acts {
  const value = stored[ACTS];
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([key, at]) => isOwnKey(key) && Number.isFinite(at)));
}

/**
 * The patches after which both sides hold the same. No record is lost that the reader did not remove. A value that can't
 * be parsed stays on its side. What the account has no room for stays on this device only.
 * @param local all of storage.local
 * @param remote all of storage.sync
 * @param acts the reader's acts since the last sync: a record missing here was removed by one, and a record with an older
 *   time (after an undo or an import) gets a new time
 * @returns also the versions that this device knows then, by key
 */
export function reconcile(
  local: Values,
  remote: Values,
  now: number,
  acts: Acts = {},
): { toLocal: Patch; toRemote: Patch; known: Known; skipped: Skipped[] } {
  const toLocal: Record<string, unknown> = {};
  const before = readKnown(local);
  const known: Record<string, readonly string[]> = { ...before };
  const wanted: [string, Entry][] = [];
  const skipped: Skipped[] = [];
  const keys = new Set([...Object.keys(local), ...Object.keys(remote), ...Object.keys(acts)].filter(isOwnKey));
  for (const key of keys) {
    const record = parseRecord(key, local[key]);
    const theirs = parseEntry(key, remote[key]);
    if (remote[key] !== undefined && !theirs) {
      if (record) skipped.push({ key, why: 'unreadable' });
      continue;
    }
    if (local[key] !== undefined && !record) continue;
    const act = acts[key];
    const ours = localEntry(record, theirs, act, before[key]);
    const entry = ours && theirs ? mergeEntries(ours, theirs, act !== undefined) : (ours ?? theirs);
    if (entry) {
      known[key] = splitVersions(entry);
      if (canonical(entry.record) !== canonical(record)) toLocal[key] = entry.record;
      wanted.push([key, entry]);
    } else skipped.push({ key, why: 'unmerged' });
  }
  const { toRemote, unfit } = fitIn(remote, wanted, now);
  return { toLocal, toRemote, known, skipped: [...skipped, ...unfit].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function localEntry(
  record: OwnRecord | undefined,
  theirs: Entry | undefined,
  act: number | undefined,
  of: readonly string[] = [],
): Entry | undefined {
  if (!record) return act === undefined ? undefined : { at: act, of };
  const ours = { at: record.at, record, of };
  if (act === undefined || !theirs || theirs.at < record.at) return ours;
  if (theirs.record && canonical(theirs.record) === canonical(record)) return ours;
  const at = Math.max(act, record.at);
  return { at, record: { ...record, at }, of };
}

/**
 * Fits the wanted entries into the room that the account has left. Nothing there is evicted, or two devices could evict
 * each other's records forever; only tombstones that are too old go.
 */
function fitIn(remote: Values, wanted: readonly [string, Entry][], now: number) {
  const toRemote: Record<string, unknown> = {};
  const unfit: Skipped[] = [];
  const sizes = new Map(Object.entries(remote).map(([key, value]) => [key, itemSize(key, value)]));
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let items = sizes.size;

  const kept: { key: string; entry: Entry; value: unknown; size: number; kind: number }[] = [];
  for (const [key, entry] of wanted) {
    const { at, record } = entry;
    const value = entryValue(entry);
    if (record || now - at <= TOMBSTONE_DAYS * DAY) {
      const kind = record ? OWN.indexOf(parseOwnKey(key)?.kind ?? 'note') : -1;
      kept.push({ key, entry, value, size: itemSize(key, value), kind });
    } else if (sizes.has(key)) {
      toRemote[key] = undefined;
      bytes -= sizes.get(key) ?? 0;
      items -= 1;
    }
  }

  const isNote = (kind: number) => OWN[kind] === 'note';
  kept.sort((a, b) => a.kind - b.kind || (isNote(a.kind) ? a.size - b.size : b.entry.at - a.entry.at));
  for (const { key, entry, value, size, kind } of kept) {
    if (canonical(value) === canonical(remote[key])) continue;
    const before = sizes.get(key);
    const more = size - (before ?? 0);
    const room = LIMITS.bytes - (isNote(kind) ? NOTES_LEAVE : 0);
    const why =
      size > LIMITS.itemBytes
        ? 'item-too-large'
        : before === undefined && items >= LIMITS.items
          ? 'too-many'
          : more > 0 && bytes + more > room && 'full';
    if (!why) {
      toRemote[key] = value;
      bytes += more;
      items += before === undefined ? 1 : 0;
    } else if (entry.record) unfit.push({ key, why });
  }
  return { toRemote, unfit };
}

/**
 * The most bytes that a browser counts for an item: its key, and its value as JSON in UTF-8. Chrome escapes some
 * characters with six bytes and writes large integers with “.0”; Firefox also counts quotes, colon and comma.
 */
export function itemSize(key: string, value: unknown): number {
  const json = (JSON.stringify(value) ?? '').replace(/[<\u2028\u2029]/gu, '\\u003C');
  return new TextEncoder().encode(key + json).length + 8;
}
