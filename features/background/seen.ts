/** Keeps what pages say of the guide's sessions, so that the agenda knows rooms and changes without any request. */
import { guide } from '../../data/index.ts';
import type { Message } from '../../lib/messages.ts';
import { read, write } from '../../lib/own/storage.ts';
import { missingFrom } from '../../lib/seen/missing.ts';
import { chosenZone, interpret } from '../../lib/seen/page-facts.ts';
import { pairRows } from '../../lib/seen/print-rows.ts';
import { mergeSeen, type PageFactsLike, readSeen, type SeenFacts, seenKey } from '../../lib/seen/seen.ts';

type Seen = Extract<Message, { type: 'seen' }>;

/**
 * Merges what a page prints with what is known, and stores what is new.
 * @param now milliseconds since the epoch
 */
export async function keepSeen({ host, zone, whole, sessions }: Seen, now: number): Promise<void> {
  const known = readSeen(await read('local'));
  const chosen = chosenZone(zone);
  const zones = { event: guide.zone, ...(chosen && { chosen }) };
  const site = guide.sites.find((one) => one.host === host)?.id;
  const fresh = new Map<string, SeenFacts>();
  const merge = (id: string, facts: PageFactsLike) => {
    const merged = mergeSeen(known.get(id), facts, now);
    if (merged !== known.get(id)) fresh.set(id, merged);
  };
  // A host speaks for its own sessions alone.
  const own = guide.sessions.filter((session) => session.site === site);
  for (const { id } of own) {
    const raw = sessions[id];
    if (raw) merge(id, { ...interpret(raw, zones), missing: false });
  }
  const missing = whole ? missingFrom({ ...whole, zone: chosen ?? guide.zone }, own) : [];
  for (const id of missing) merge(id, { missing: true });
  await write('local', Object.fromEntries([...fresh].map(([id, facts]) => [seenKey(id), facts])));
}

/** The ids of the guide's sessions by the ids in the rows of a print view. */
export async function pairPrintRows({
  host,
  rows,
}: Extract<Message, { type: 'print' }>): Promise<Record<string, string>> {
  const site = guide.sites.find((one) => one.host === host)?.id;
  const own = guide.sessions.filter((session) => session.site === site);
  return pairRows(rows, own, readSeen(await read('local')));
}
