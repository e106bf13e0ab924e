/**
 * What the browser's account (`storage.sync`) and this device tell each other. Under the keys of own.ts the account
 * holds `{ v: record, of }`, or the tombstone `{ gone: at, of }` of a record that was removed; `of` lists the versions that
 * it replaced. sync-merge.ts decides between two copies. Instants are milliseconds since the epoch.
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

/** Notes leave so much free: picks and what was watched of 100 sessions. */
const NOTES_LEAVE = 20_480;
const DAY = 86_400_000;
/** A device that was away for longer brings a removed record back. */
const TOMBSTONE_DAYS = 180;

/** When the reader changed what is under a key, for what may not have reached the account yet. */
export type Acts = Readonly<Record<string, number>>;

/** The storage key of acts that have not reached the account. */
export const ACTS = 'sync:acts';

interface Skipped {
  key: string;
  /**
   * `unreadable`: the account holds a value that no version has written, which is left alone.
   * `unmerged`: two notes are too long for one, and each side keeps its own.
   */
  why: 'item-too-large' | 'full' | 'too-many' | 'unreadable' | 'unmerged';
}

/**
 * What the reader did, of a change of storage.local. Quarantining a value that can't be parsed is no removal.
 * @param after what the changed keys hold now, and `before` what they held
 * @param now when the browser reported it
 * @param account what storage.sync held then
 */
export function actsFromChange(after: Patch, before: Values, now: number, account: Values): Acts {
  const acts: Record<string, number> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = parseRecord(key, before[key]);
    const fresh = parseRecord(key, value);
    if ((!fresh && !(old && value === undefined)) || canonical(old) === canonical(fresh)) continue;
    // Later than what came before, also where that is of a device whose clock is fast. Whether an act came after a
    // tombstone can be told now alone: once both are there, it may as well be one that the reader knew nothing of.
    const earlier = [old, parseEntry(key, account[key])].map((entry) => (entry ? entry.at + 1 : now));
    acts[key] = Math.max(now, ...earlier);
  }
  return acts;
}

/** The acts that a storage area holds. */
export function readActs(stored: Values): Acts {
  const value = stored[ACTS];
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([key, at]) => isOwnKey(key) && Number.isFinite(at)));
}

/**
 * What to write on either side so that both hold the same; nothing where they do. No text and no star is lost that the
 * reader didn't remove knowingly. A value that can't be parsed stays as it is on its side. What the account has no room for
 * stays on this device.
 * @param local what storage.local holds, with keys of others
 * @param remote what storage.sync holds
 * @param acts what the reader did since the last exchange: a missing record was removed then, and one with an older time
 *   (undone, or imported) gets a new one
 * @returns `known` too: the versions that this device knows after it, by key
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
 * What of the wanted entries the account has room for beside what it holds. Nothing that it holds makes way, or two
 * devices could take turns for ever; only tombstones that are too old go.
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
 * The most bytes that an item counts: the key and its value's JSON in UTF-8. Chrome writes some characters as an escape
 * of six bytes and large whole numbers with “.0”; Firefox counts quotes, colon and comma of the whole.
 */
export function itemSize(key: string, value: unknown): number {
  const json = (JSON.stringify(value) ?? '').replace(/[<\u2028\u2029]/gu, '\\u003C');
  return new TextEncoder().encode(key + json).length + 8;
}
