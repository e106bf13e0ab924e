/** Compares a site's calendar with a guide. */
import type { GuideFile, SessionFile, Site } from '../../../data/schema.ts';
import { type Mention, mentionFinder } from '../../../lib/guide/mentions.ts';
import type { Entry } from './calendar.ts';
import { absence, compareEntry, type Difference } from './compare.ts';
import { likelyPairs } from './likely.ts';
import { findId, selectEntries } from './sites.ts';

export interface Finding {
  session: SessionFile;
  difference: Difference;
  /** Whether it was matched by id. Only these findings change a guide. */
  sure: boolean;
}

export interface Comparison {
  site: Site;
  /** The number of compared sessions and events, and of events without an id. */
  sessions: number;
  events: number;
  unnamed: number;
  /** The number of sessions without an event by id. */
  unmatched: number;
  findings: Finding[];
  /** Sessions outside the guide that mention its subject, earliest first. */
  perhaps: { entry: Entry; mention: Mention }[];
}

/**
 * Compares the sessions of one site with its calendar.
 * @param ids session ids by UID, from pages of the site
 */
export function compare(
  guide: GuideFile,
  site: Site,
  all: readonly Entry[],
  ids: ReadonlyMap<string, string>,
): Comparison {
  const entries = selectEntries(site, all);
  const byId = Map.groupBy(entries, (entry) => findId(entry, site, ids));
  const unnamed = byId.get(undefined) ?? [];
  const sessions = guide.sessions.filter((session) => session.site === site.id);
  const likely = likelyPairs(
    sessions.filter(({ id }) => !byId.has(id)),
    unnamed,
    guide.zone,
  );
  const compare = (session: SessionFile, entry: Entry) => compareEntry(session, entry, guide.zone, guide.place);
  const findings = sessions.flatMap((session): Finding[] => {
    const named = byId.get(session.id) ?? [];
    const sure = named.length > 0 || unnamed.length === 0;
    const guessed = likely.get(session);
    const differences = named[0]
      ? ofEvents(session, named, compare)
      : guessed
        ? compare(session, guessed)
        : absence(session);
    return differences.map((difference) => ({ session, difference, sure }));
  });
  const known = new Set([...likely.values(), ...sessions.flatMap(({ id }) => byId.get(id) ?? [])]);
  const others = entries.filter((entry) => !known.has(entry) && !entry.cancelled);
  return {
    site,
    sessions: sessions.length,
    events: entries.length,
    unnamed: unnamed.length,
    unmatched: sessions.filter(({ id }) => !byId.has(id)).length,
    findings,
    perhaps: perhaps(guide, others),
  };
}

/** For a session with several entries in the calendar, only facts on which all agree count. */
function ofEvents(
  session: SessionFile,
  [first, ...more]: Entry[],
  compare: (session: SessionFile, entry: Entry) => Difference[],
): Difference[] {
  if (!first) return [];
  const one = compare(session, first);
  const same = more.every((other) => JSON.stringify(compare(session, other)) === JSON.stringify(one));
  const why = `the calendar has it ${more.length + 1} times, with different facts`;
  return same ? one : [{ kind: 'unclear', why }];
}

function perhaps({ mentions }: GuideFile, entries: readonly Entry[]): Comparison['perhaps'] {
  if (!mentions) return [];
  const find = mentionFinder(mentions);
  const found = entries.flatMap((entry) => {
    const mention = find(entry);
    return mention?.degree === 'strong' ? [{ entry, mention }] : [];
  });
  return found.sort((a, b) => getStart(a.entry) - getStart(b.entry));
}

function getStart({ when }: Entry): number {
  if ('start' in when) return when.start;
  return 'day' in when ? Date.parse(when.day) : Number.POSITIVE_INFINITY;
}
