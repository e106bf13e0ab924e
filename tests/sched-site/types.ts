/** The replica's data: one programme per site, and one visit per request. */
import type { GuideFile, Site } from '../../data/schema.ts';
import type { Planted } from './subject.ts';

export interface SessionType {
  /** The N of `ev_N`. Sched numbers types per event, with gaps. */
  n: number;
  name: string;
  /** Background colour, `#RRGGBB`. */
  colour: string;
}

export interface ReplicaSpeaker {
  slug: string;
  name: string;
  company: string;
  biography: string;
}

export interface ReplicaSession {
  /** Sched's short id, base-62. */
  id: string;
  /** 32 hex digits: the anchor's id and the calendar UID. */
  hash: string;
  title: string;
  /** Instants in milliseconds. */
  start: number;
  end: number;
  venue: string | null;
  type: SessionType;
  speakers: ReplicaSpeaker[];
  moderators: ReplicaSpeaker[];
  /** HTML, or null if the organiser omitted it. */
  description: string | null;
  files: { name: string; url: string }[];
  /** Whether the page shows the video placeholder without a switch. */
  video: boolean;
  /** Sched's seat label, or null if there are enough seats. */
  seats: string | null;
  level: string;
  /** Whether the session is in the guide. */
  real: boolean;
  /** Whether the session left the published schedule, according to the guide. */
  unpublished: boolean;
  /** The word from the guide that makes it a mention. */
  planted?: Planted | undefined;
}

export type Cookies = Readonly<Record<string, string>>;

export interface Reply {
  status: number;
  /** Content type. */
  type: string;
  body: string;
}

/** One request for a page, with everything that the markup depends on. */
export interface Visit {
  guide: GuideFile;
  site: Site;
  url: URL;
  /** IANA zone of the rendered times. */
  zone: string;
  /** The embed parameters, unchanged (`iframe=yes&w=100%…`), or '' outside an embed. */
  embed: string;
  /** User name, '' when signed out. */
  user: string;
  /** Ids of the sessions that the visitor saved. */
  saved: ReadonlySet<string>;
  /** The comma-separated values of `?replica=`. */
  switches: ReadonlySet<string>;
  types: readonly SessionType[];
  sessions: readonly ReplicaSession[];
}
