/** Collects what a card, a briefing or an opened row shows about a session. Instants are milliseconds since the epoch. */
import type { Guide, GuideEvent, Link, Related, Session, Term } from '../../data/index.ts';
import { type Change, findDifferences } from '../seen/differences.ts';
import type { SeenFacts } from '../seen/seen.ts';
import { findOverlaps } from '../time/overlaps.ts';
import { findPlaylist, findRecording } from './watch.ts';

/** A session that another one refers to. */
export interface SessionRef {
  id: string;
  title: string;
  url: string;
  event: string;
  /** The name of its Sched site, if it differs from the other session's. */
  otherSite?: string;
  start: number;
  end: number;
}

export interface SessionDetail {
  session: Session;
  event: GuideEvent;
  zone: string;
  topics: string[];
  terms: Term[];
  related: Relation[];
  overlaps: SessionRef[];
  previous?: SessionRef;
  next?: SessionRef;
  /** What was read from the session's page. */
  seen?: SeenFacts;
  /** Where the page differs from the guide. */
  differences: Change[];
  /** The event's playlist, if the session has no recording. */
  playlist?: Link;
  source: Guide['source'];
}

/** `background-for` is the inverse of `background`; its reason is the takeaway of the session it leads to. */
export interface Relation {
  how: Related['how'] | 'background-for';
  reason: string;
  session: SessionRef;
}

/**
 * The details of a session.
 * @throws {RangeError} if the guide has no session with this id
 */
export function buildDetail(guide: Guide, id: string, seen?: SeenFacts): SessionDetail {
  const index = guide.sessions.findIndex((session) => session.id === id);
  const session = guide.sessions[index];
  const event = guide.events.find((one) => one.id === session?.event);
  if (!session || !event) throw new RangeError(`no session ${id} in the guide ${guide.id}`);
  const ref = (other: Session) => toRef(guide, session, other);
  const previous = guide.sessions[index - 1];
  const next = guide.sessions[index + 1];
  const playlist = findRecording(session) ? undefined : findPlaylist(event);
  return {
    session,
    event,
    zone: guide.zone,
    topics: guide.topics.filter((topic) => session.topics.includes(topic.id)).map(({ name }) => name),
    terms: guide.terms.filter((term) => session.terms.includes(term.id)),
    related: findRelations(guide, session, ref),
    ...(seen && { seen }),
    differences: seen ? findDifferences(session, seen, guide.zone) : [],
    overlaps: findOverlaps(session, guide.sessions).map(ref),
    ...(previous && { previous: ref(previous) }),
    ...(next && { next: ref(next) }),
    ...(playlist && { playlist }),
    source: guide.source,
  };
}

function findRelations(guide: Guide, session: Session, ref: (other: Session) => SessionRef): Relation[] {
  const named = session.related.flatMap(({ id, how, reason }) => {
    const other = guide.sessions.find((one) => one.id === id);
    return other ? [{ how, reason, session: ref(other) }] : [];
  });
  const naming = guide.sessions.filter(({ related }) =>
    related.some(({ id, how }) => id === session.id && how === 'background'),
  );
  const shown = new Set(session.related.map(({ id }) => id));
  const further = naming.filter(({ id }) => !shown.has(id));
  return [
    ...named,
    ...further.map((other) => ({ how: 'background-for' as const, reason: other.takeaway, session: ref(other) })),
  ];
}

function toRef(guide: Guide, from: Session, to: Session): SessionRef {
  const site = guide.sites.find(({ id }) => id === to.site);
  return {
    id: to.id,
    title: to.title,
    url: to.url,
    event: guide.events.find(({ id }) => id === to.event)?.name ?? to.event,
    ...(site && to.site !== from.site && { otherSite: site.name }),
    start: to.start,
    end: to.end,
  };
}
