/** Chooses sites and sessions of a guide by their properties, so that the tests work with any guide. */

import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import type { GuideFile, SessionFile } from '../../data/schema.ts';
import { specialSite } from '../sched-site/subject.ts';
import { instantsOf } from './expected.ts';

type Skip = (note?: string) => never;

/**
 * Returns what a test needs of the guide, or skips the test with a reason. With the released guide it throws instead,
 * because there nobody would notice a skipped test.
 */
export function needed<T>(guide: GuideFile, skip: Skip, value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  if (guide.id === readGuide(GUIDE_FILE).id) throw new Error(`the released guide has no ${what}: choose otherwise`);
  return skip(`the guide ${guide.id} has no ${what}`);
}

/** The sessions of a site, or all, in the guide's order. */
export function sessionsOn({ sessions }: GuideFile, site?: string): SessionFile[] {
  return sessions.filter((session) => site === undefined || session.site === site);
}

export function sessionOf({ sessions, id: guide }: GuideFile, id: string): SessionFile {
  const found = sessions.find((session) => session.id === id);
  if (!found) throw new Error(`no session ${id} in the guide ${guide}`);
  return found;
}

/** The id of the site with mentions and most kinds of pages. */
export function mainSite(guide: GuideFile): string {
  return specialSite(guide).id;
}

/** The id of the first site with the most sessions. */
export function busiestSite(guide: GuideFile): string {
  const [busiest] = guide.sites.toSorted(
    (one, other) => sessionsOn(guide, other.id).length - sessionsOn(guide, one.id).length,
  );
  return busiest?.id ?? '';
}

/** The host of a site of the guide. Throws if there is none. */
export function hostIn({ sites }: GuideFile, site: string): string {
  const found = sites.find(({ id }) => id === site);
  if (!found) throw new Error(`no site ${site} in the guide`);
  return found.host;
}

/** The session with the most related sessions, links, terms and topics. */
export function fullest({ sessions }: GuideFile): SessionFile {
  const weight = ({ related, links, terms, topics }: SessionFile) =>
    related.length + links.length + terms.length + topics.length;
  const [session] = sessions.toSorted((one, other) => weight(other) - weight(one));
  if (!session) throw new Error('the guide has no session');
  return session;
}

/** The sessions of the main site without changes. */
export function steady(guide: GuideFile): SessionFile[] {
  return sessionsOn(guide, mainSite(guide)).filter(({ changes }) => changes.length === 0);
}

/** An instant three days before the event, in ISO 8601. */
export function beforeEvent({ sessions }: GuideFile): string {
  const [first = ''] = sessions.map(({ start }) => start).sort();
  return new Date(Date.parse(`${first}Z`) - 3 * 86_400_000).toISOString();
}

/** A session of the main site that left the published schedule, and one that stayed, on another day. */
export function goneAndStayed(guide: GuideFile): { gone: SessionFile; stayed: SessionFile } | undefined {
  const gone = sessionsOn(guide, mainSite(guide)).find(isGone);
  const stayed = gone && steady(guide).find((one) => dayOf(one) !== dayOf(gone));
  return gone && stayed && { gone, stayed };
}

function isGone({ changes }: SessionFile): boolean {
  return changes.some(({ kind }) => kind === 'unpublished');
}

/** The day on which a session begins, `YYYY-MM-DD` in the guide's zone. */
export function dayOf({ start }: SessionFile): string {
  return start.slice(0, 10);
}

/** The days on which sessions begin, in order. */
export function daysOf(sessions: readonly SessionFile[]): string[] {
  return [...new Set(sessions.map(dayOf))].sort();
}

/** The other sessions that overlap with one, on any site. */
export function atTheSameTime(guide: GuideFile, session: SessionFile): SessionFile[] {
  const [start, end] = instantsOf(guide, session);
  return guide.sessions.filter((other) => {
    const [from, to] = instantsOf(guide, other);
    return other.id !== session.id && from < end && start < to;
  });
}

/** Whether a session has its own recording. */
export function isRecorded({ links }: SessionFile): boolean {
  return links.some(({ kind }) => kind === 'recording');
}

/** A few sessions, taken from each site in turn. */
export function spread({ sessions, sites }: GuideFile, count: number): SessionFile[] {
  const bySite = sites.map(({ id }) => sessions.filter(({ site }) => site === id));
  const inTurn = sessions.flatMap((_, index) => bySite.flatMap((own) => own[index] ?? []));
  return inTurn.slice(0, count);
}
