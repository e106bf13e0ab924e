/** Stores what pages say about the guide's sessions, so that the agenda knows rooms and changes without any request. */
import { guide } from '../../data/index.ts';
import type { Message } from '../../lib/messages.ts';
import { read, write } from '../../lib/own/storage.ts';
import { report } from '../../lib/report/report.ts';
import { missingFrom } from '../../lib/seen/missing.ts';
import { chosenZone, interpret } from '../../lib/seen/page-facts.ts';
import { pairRows } from '../../lib/seen/print-rows.ts';
import { mergeSeen, type PageFacts, readSeen, type SeenFacts, seenKey } from '../../lib/seen/seen.ts';

type Seen = Extract<Message, { type: 'seen' }>;

/** Checksums kept for each host: more than a session has views. */
const CHECKSUMS_MAX = 100;

/** The key in session storage of the checksums of a host's messages since the last one with news. */
function checksumsKey(host: string): string {
  return `checksums:${host}`;
}

/** Whether a message with this checksum would change nothing: it was received before, and nothing new since. */
export async function isKnown(host: string, hash: string): Promise<boolean> {
  return (await readChecksums(host)).includes(hash);
}

async function readChecksums(host: string): Promise<string[]> {
  const stored = await read('session', [checksumsKey(host)]).catch((error: unknown) => report(error, 'facts'));
  return (stored?.[checksumsKey(host)] ?? []) as string[];
}

/** Runs merges one after another: pages send at the same time, and each merge reads what the last stored. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Merges what a page prints with the known facts, and stores what is new.
 * @param now milliseconds since the epoch
 */
export function keepSeen(seen: Seen, now: number): Promise<void> {
  const kept = last.then(() => merge(seen, now));
  last = kept.catch(() => {});
  return kept;
}

async function merge({ host, hash, zone, whole, sessions }: Seen, now: number): Promise<void> {
  const known = readSeen(await read('local'));
  const chosen = chosenZone(zone);
  const zones = { event: guide.zone, ...(chosen && { chosen }) };
  const site = guide.sites.find((one) => one.host === host)?.id;
  const fresh = new Map<string, SeenFacts>();
  const add = (id: string, facts: PageFacts) => {
    const merged = mergeSeen(known.get(id), facts, now);
    if (merged !== known.get(id)) fresh.set(id, merged);
  };
  // A host only knows its own sessions.
  const own = guide.sessions.filter((session) => session.site === site);
  for (const { id } of own) {
    const raw = sessions[id];
    if (raw) add(id, { ...interpret(raw, zones), missing: false });
  }
  const missing = whole ? missingFrom({ ...whole, zone: chosen ?? guide.zone }, own) : [];
  for (const id of missing) add(id, { missing: true });
  await write('local', Object.fromEntries([...fresh].map(([id, facts]) => [seenKey(id), facts])));
  const checksums = fresh.size > 0 ? [] : await readChecksums(host);
  await write('session', { [checksumsKey(host)]: [...new Set([...checksums, hash])].slice(-CHECKSUMS_MAX) }).catch(
    (error: unknown) => report(error, 'facts'),
  );
}

/** The ids of the guide's sessions, by the ids of a print view's rows. */
export async function pairPrintRows({
  host,
  rows,
}: Extract<Message, { type: 'print' }>): Promise<Record<string, string>> {
  const site = guide.sites.find((one) => one.host === host)?.id;
  const own = guide.sessions.filter((session) => session.site === site);
  return pairRows(rows, own, readSeen(await read('local')));
}
