/**
 * Guesses which event is a session without a matching id: at least two of title, time and speakers must be equal. That is
 * enough to report it, but too little to change a guide.
 */
import type { SessionFile } from '../../../data/schema.ts';
import { mentionFinder } from '../../../lib/guide/mentions.ts';
import { sameTitle, splitTitle } from '../../../lib/seen/titles.ts';
import { localAt } from '../when.ts';
import type { Entry } from './calendar.ts';

/** Pairs sessions and events that are each other's only best match. */
export function likelyPairs(
  sessions: readonly SessionFile[],
  entries: readonly Entry[],
  zone: string,
): Map<SessionFile, Entry> {
  const candidates = entries.map((entry) => ({
    entry,
    letters: keepLetters(entry.title),
    times: formatWhen(entry, zone),
  }));
  const best = new Map(sessions.map((session) => [session, bestFor(session, candidates)]));
  const claims = [...best.values()];
  return new Map(
    [...best].flatMap(([session, entry]) =>
      entry && claims.filter((other) => other === entry).length === 1 ? [[session, entry]] : [],
    ),
  );
}

interface Candidate {
  entry: Entry;
  letters: string;
  times: string;
}

function bestFor(session: SessionFile, candidates: readonly Candidate[]): Entry | undefined {
  const letters = keepLetters(session.title);
  const times = `${session.start} ${session.end}`;
  // Two of three always include title or time, which are compared faster than speakers.
  const near = candidates.filter((one) => one.times === times || one.letters.startsWith(letters));
  const all = near.map(({ entry, times: its }) => ({ entry, shared: sharedBy(session, entry, its === times) }));
  const most = Math.max(2, ...all.map(({ shared }) => shared));
  const found = all.filter(({ shared }) => shared === most);
  return found.length === 1 ? found[0]?.entry : undefined;
}

/** How many of title, time and speakers are equal. */
function sharedBy(session: SessionFile, { title, description }: Entry, sameTime: boolean): number {
  const names = session.speakers.map(({ name }) => name);
  const { head } = splitTitle(title, session.title, names, []);
  const named = mentionFinder({ strong: names, beside: [], quiet: [] })({ title, description })?.words ?? [];
  return [sameTitle(head, session.title), sameTime, named.length === names.length].filter(Boolean).length;
}

function keepLetters(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function formatWhen({ when }: Entry, zone: string): string {
  return 'start' in when ? `${localAt(when.start, zone)} ${localAt(when.end, zone)}` : '';
}
