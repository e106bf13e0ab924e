/**
 * The agenda of a guide: days, overlaps and neighbours over all sites, and everything that a card says of one session.
 * Instants are milliseconds since the epoch.
 */
import { areIntervalsOverlapping } from 'date-fns/areIntervalsOverlapping';
import type { Guide, GuideEvent, Link, Related, Session, Term } from '../data/index.ts';
import { dayKey } from './format.ts';

/** A session as another one names it. */
export interface SessionRef {
  id: string;
  title: string;
  url: string;
  event: string;
  /** The name of its Sched site, where that is another one than the naming session's. */
  otherSite?: string;
  start: number;
  end: number;
}

/** All that a card, a briefing or an opened row of the agenda says of one session. */
export interface SessionDetail {
  session: Session;
  event: GuideEvent;
  zone: string;
  topics: string[];
  terms: Term[];
  related: (Pick<Related, 'how' | 'reason'> & { session: SessionRef })[];
  overlaps: SessionRef[];
  previous?: SessionRef;
  next?: SessionRef;
  /** The event's recordings as a whole, where the session has none of its own. */
  playlist?: Link;
  source: Guide['source'];
}

export interface AgendaDay<S> {
  /** `YYYY-MM-DD` in the zone asked for. */
  key: string;
  sessions: S[];
}

/** Milliseconds since the epoch. */
interface Interval {
  start: number;
  end: number;
}

/** The sessions by calendar day in a zone, both in order of time. */
export function daysOf<S extends Interval>(sessions: readonly S[], zone: string): AgendaDay<S>[] {
  const days = Map.groupBy(sessions, ({ start }) => dayKey(start, zone));
  return [...days].map(([key, ofDay]) => ({ key, sessions: ofDay }));
}

/** The other sessions that run while this one does. One that starts as this one ends does not overlap it. */
export function overlapsOf<S extends Interval>(session: S, sessions: readonly S[]): S[] {
  return sessions.filter((other) => other !== session && areIntervalsOverlapping(session, other));
}

/** Where the event stands at an instant. */
export function phaseOf(sessions: readonly Interval[], now: number): 'before' | 'during' | 'after' {
  if (sessions.every(({ start }) => now < start)) return 'before';
  return sessions.every(({ end }) => now >= end) ? 'after' : 'during';
}

/** The session's own recording, or undefined where none is known. */
export function recordingOf(session: Pick<Session, 'links'>): Link | undefined {
  return session.links.find(({ kind }) => kind === 'recording');
}

/**
 * Everything that a card says of a session of the guide.
 * @throws {RangeError} when the guide has no session with this id: callers ask for ids that they took from the guide
 */
export function detailOf(guide: Guide, id: string): SessionDetail {
  const index = guide.sessions.findIndex((session) => session.id === id);
  const session = guide.sessions[index];
  const event = guide.events.find((one) => one.id === session?.event);
  if (!session || !event) throw new RangeError(`no session ${id} in the guide ${guide.id}`);
  const ref = (other: Session) => refOf(guide, session, other);
  const previous = guide.sessions[index - 1];
  const next = guide.sessions[index + 1];
  const playlist = recordingOf(session) ? undefined : event.links.find(({ kind }) => kind === 'playlist');
  return {
    session,
    event,
    zone: guide.zone,
    topics: guide.topics.filter((topic) => session.topics.includes(topic.id)).map(({ name }) => name),
    terms: guide.terms.filter((term) => session.terms.includes(term.id)),
    related: session.related.flatMap(({ id: other, how, reason }) => {
      const found = guide.sessions.find((one) => one.id === other);
      return found ? [{ how, reason, session: ref(found) }] : [];
    }),
    overlaps: overlapsOf(session, guide.sessions).map(ref),
    ...(previous && { previous: ref(previous) }),
    ...(next && { next: ref(next) }),
    ...(playlist && { playlist }),
    source: guide.source,
  };
}

function refOf(guide: Guide, from: Session, to: Session): SessionRef {
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
