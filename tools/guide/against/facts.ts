/** Compares the facts of a guide with its source: sessions, titles, times and speakers. */
import type { Problem } from '../../../data/check.ts';
import type { GuideFile, SessionFile, Speaker } from '../../../data/schema.ts';
import { type Alternative, Doubts } from '../draft/doubts.ts';
import { type DraftGuide, draftGuide } from '../draft/guide.ts';
import { splitWords } from './words.ts';

type Posted = Pick<DraftGuide['sessions'][number], 'site' | 'title' | 'start' | 'end' | 'speakers'>;

/** A session that only the post has. */
interface Missing {
  id: string;
  title: string;
  /** The post's first line with a link to it; 0 if unknown. */
  line: number;
}

export interface Compared {
  /** In the guide. */
  problems: Problem[];
  missing: Missing[];
  /** Contradictions in the post. */
  ambiguous: Alternative[];
}

/**
 * Compares a guide with the post that it was made from.
 * @param text the post, in Markdown
 * @param post its file's name, for messages
 */
export function compareFacts(guide: GuideFile, text: string, post: string): Compared {
  const doubts = new Doubts();
  const year = Number(guide.firstDay.slice(0, 4)) || undefined;
  // A short address (sched.co/ID) names no site, so the guide's is used.
  const drafted = draftGuide(text, { id: guide.id, zone: guide.zone, year }, doubts);
  const hosts = new Map(drafted.sites.map(({ id, host }) => [id, host]));
  const posted = new Map(drafted.sessions.map((session) => [session.id, session]));
  const problems = guide.sessions.flatMap((session, index) => {
    const main = posted.get(session.id);
    // The post has one address for two talks. A person chose one, or found the id of the other.
    const isChosen = (one: Alternative) =>
      (one.about === session.id || !main) && sameWords(one.title, session.title) && one.start === session.start;
    const chosen = doubts.alternatives.find(isChosen);
    const other = chosen ? { site: main?.site ?? '', ...chosen } : main;
    const at = `sessions[${index}]`;
    const notLinked = `session ${session.id}, “${session.title}”, is not linked in ${post}: correct the id, or remove the session`;
    if (!other) return [{ path: `${at}.id`, reason: notLinked }];
    const host = guide.sites.find(({ id }) => id === session.site)?.host ?? '';
    return compareSession(session, host, other, hosts.get(other.site) ?? '').map(({ field, kind, own, its }) => ({
      path: `${at}.${field}`,
      reason: `session ${session.id} has “${own}”, ${post} has “${its}”: correct it${kind ? ', or explain it in changes' : ''}`,
    }));
  });
  const known = new Set(guide.sessions.map(({ id }) => id));
  const missing = drafted.sessions
    .filter(({ id }) => !known.has(id))
    .map(({ id, title }) => ({ id, title, line: findLine(id, text) }));
  return { problems, missing, ambiguous: doubts.alternatives };
}

/** Finds values that differ without a change of that kind. A missing value is no difference. */
function compareSession(session: SessionFile, host: string, other: Posted, otherHost: string) {
  const explained = session.changes.map(({ kind }) => kind);
  const { title, start, end, speakers } = session;
  const all = [
    { field: 'site', kind: undefined, own: host, its: otherHost },
    { field: 'title', kind: 'title', own: title, its: sameWords(title, other.title) ? title : other.title },
    { field: 'start', kind: 'time', own: start, its: other.start },
    { field: 'end', kind: 'time', own: end, its: other.end },
    { field: 'speakers', kind: 'speakers', ...comparePeople(speakers, other.speakers) },
  ] as const;
  return all.filter(({ kind, own, its }) => own && its && own !== its && !(kind && explained.includes(kind)));
}

/** Formats both lists of people. The lines are equal for the same people in the same organisations. */
function comparePeople(own: readonly Speaker[], others: readonly Speaker[]): { own: string; its: string } {
  const posted = new Map(others.map((one) => [normaliseText(one.name), one]));
  const same =
    own.length === others.length &&
    own.every((one) => {
      const other = posted.get(normaliseText(one.name));
      return (
        other && (!other.organisation || normaliseText(one.organisation ?? '') === normaliseText(other.organisation))
      );
    });
  const its = inLine(others);
  return { own: same ? its : inLine(own), its };
}

function inLine(people: readonly Speaker[]): string {
  return people.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)).join(', ');
}

/** Compares words, ignoring case, punctuation and symbols. “@” between names counts as “at”. */
function normaliseText(text: string): string {
  return splitWords(text.replace(/\s@\s/gu, ' at '))
    .map(({ word }) => word)
    .join(' ');
}

function sameWords(one: string, other: string): boolean {
  return normaliseText(one) === normaliseText(other);
}

function findLine(id: string, text: string): number {
  const link = new RegExp(`(?:/event/|sched\\.co/)${id}(?![0-9A-Za-z])`, 'u');
  return text.split('\n').findIndex((line) => link.test(line)) + 1;
}
