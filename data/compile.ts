/**
 * The guide as the extension ships it. The build compiles it from the checked guide file, so that browsers need neither zod
 * nor a time-zone library.
 */
import type { GuideEvent, GuideFile, Link, Mentions, SessionFile } from './schema.ts';

export interface Session extends Omit<SessionFile, 'start' | 'end'> {
  /** Milliseconds since the epoch. */
  start: number;
  end: number;
  /** The canonical address on Sched. */
  url: string;
}

export interface Guide extends Omit<GuideFile, 'sessions' | '$schema' | 'linkHosts'> {
  sessions: Session[];
}

/** The fields of a session that are needed when it is opened. */
const LATER = [
  'summary',
  'why',
  'points',
  'pointsFrom',
  'textFrom',
  'terms',
  'related',
  'changes',
  'links',
  'speakers',
] as const satisfies (keyof Session)[];

type Later = Pick<Session, (typeof LATER)[number]>;

/** What a row of the agenda shows before it is opened. */
export interface AgendaSession extends Omit<Session, keyof Later> {
  speakers: { name: string }[];
  links: AgendaLink[];
  /** Whether something changed since the source. */
  changed: boolean;
}

/** The fields of a link that say what can be watched. */
type AgendaLink = Pick<Link, 'kind' | 'url'>;

/** What the agenda paints first. The longer texts are a separate chunk, loaded later. */
export interface AgendaGuide
  extends Pick<Guide, 'id' | 'name' | 'subject' | 'zone' | 'lastDay' | 'place' | 'sites' | 'topics'> {
  source: Pick<Guide['source'], 'title' | 'url' | 'published'>;
  /** Words of related topics that pages mark too. */
  quiet: string[];
  events: (Pick<GuideEvent, 'id' | 'name'> & { links: AgendaLink[] })[];
  sessions: AgendaSession[];
}

/** The rest of the guide: sessions in the same order, with the fields that AgendaSession lacks. */
export interface GuideRest extends Omit<Guide, 'sessions'> {
  sessions: Later[];
}

/** What the content script needs to find sessions. All texts come from the background. */
export interface PageIndex {
  guide: string;
  subject: string;
  hosts: string[];
  /** The ids of the guide's sessions. */
  sessions: string[];
  /** The words by which other sessions mention the subject. */
  mentions: Mentions;
}

/**
 * The shipped form of a guide.
 * @param instantOf milliseconds since the epoch of a local time (`YYYY-MM-DDTHH:MM`) in a zone
 */
export function compileGuide(file: GuideFile, instantOf: (local: string, zone: string) => number): Guide {
  // Only editors of the guide need these two.
  const { $schema: _, linkHosts: __, sessions, ...rest } = file;
  const hosts = new Map(file.sites.map(({ id, host }) => [id, host]));
  return {
    ...rest,
    sessions: sessions.map((session) => ({
      ...session,
      start: instantOf(session.start, file.zone),
      end: instantOf(session.end, file.zone),
      url: `https://${hosts.get(session.site)}/event/${session.id}`,
    })),
  };
}

/** The part of a guide that the agenda paints first. */
export function toAgendaGuide(guide: Guide): AgendaGuide {
  const { id, name, subject, zone, lastDay, place, source, sites, events, topics, sessions } = guide;
  return {
    id,
    name,
    subject,
    zone,
    lastDay,
    place,
    source: { title: source.title, url: source.url, published: source.published },
    sites,
    quiet: guide.mentions?.quiet ?? [],
    events: events.map(({ id, name, links }) => ({ id, name, links: watchable(links) })),
    topics,
    sessions: sessions.map((session) => ({
      ...splitSession(session).shown,
      speakers: session.speakers.map(({ name }) => ({ name })),
      links: watchable(session.links),
      changed: session.changes.length > 0,
    })),
  };
}

/** The other part of a guide, so that no text is shipped twice. */
export function toGuideRest(guide: Guide): GuideRest {
  return { ...guide, sessions: guide.sessions.map((session) => splitSession(session).later) };
}

function splitSession(session: Session): { shown: Omit<Session, keyof Later>; later: Later } {
  const isLater = ([key]: [string, unknown]) => (LATER as readonly string[]).includes(key);
  const { true: later = [], false: shown = [] } = Object.groupBy(
    Object.entries(session),
    (entry) => `${isLater(entry)}`,
  );
  return { shown: Object.fromEntries(shown) as typeof session, later: Object.fromEntries(later) as typeof session };
}

/** Joins the two parts to the whole guide. */
export function joinGuide(agenda: AgendaGuide, rest: GuideRest): Guide {
  return {
    ...rest,
    sessions: agenda.sessions.map(({ changed: _, ...shown }, index) => ({
      ...shown,
      ...(rest.sessions[index] as Later),
    })),
  };
}

function watchable(links: readonly Link[]): AgendaLink[] {
  const shown = links.filter(({ kind }) => kind === 'recording' || kind === 'slides' || kind === 'playlist');
  return shown.map(({ kind, url }) => ({ kind, url }));
}

/** The part of a guide that the content script carries. */
export function toPageIndex(file: GuideFile): PageIndex {
  return {
    guide: file.id,
    subject: file.subject,
    hosts: file.sites.map(({ host }) => host),
    sessions: file.sessions.map(({ id }) => id),
    mentions: file.mentions ?? { strong: [], beside: [], quiet: [] },
  };
}
