/** What the replica knows about a conference: one programme per site, and one visit per request. */
import type { GuideFile, Site } from '../../data/schema.ts';
import type { Planted } from './subject.ts';

export interface SessionType {
  /** The N of `ev_N`; Sched numbers types per event, with gaps. */
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
  /** HTML, or null where the organiser left it out. */
  description: string | null;
  files: { name: string; url: string }[];
  /** True where the page shows the video placeholder without any switch. */
  video: boolean;
  /** Sched's label for seats, null where there are enough. */
  seats: string | null;
  level: string;
  /** True for the guide's own sessions. */
  real: boolean;
  /** True where the guide notes that the session left the published schedule. */
  unpublished: boolean;
  /** The word of the guide's list that makes it a mention. */
  planted?: Planted | undefined;
}

export type Cookies = Readonly<Record<string, string>>;

export interface Reply {
  status: number;
  /** Content type. */
  type: string;
  body: string;
}

/** One request for a page of one of the two sites, with everything that the markup depends on. */
export interface Visit {
  guide: GuideFile;
  site: Site;
  url: URL;
  /** IANA zone in which times are rendered. */
  zone: string;
  /** The embed parameters exactly as they came (`iframe=yes&w=100%…`), or '' outside an embed. */
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
