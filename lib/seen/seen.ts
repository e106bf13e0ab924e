/** What was read from sessions' pages, stored for the agenda and other pages. */
import { sameWords } from './titles.ts';

/** What a page can say about a session. A field that it does not show is missing. */
export interface PageFacts {
  title?: string;
  /** Milliseconds since the epoch; both or none. Equal if the page shows a single time. */
  start?: number;
  end?: number;
  room?: string;
  speakers?: string[];
  slides?: { name: string; url: string }[];
  video?: string;
  /** Whether the reader saved the session on Sched. */
  saved?: boolean;
  /** Sched's other id of the session, which print views and calendars use: 32 hexadecimal digits. */
  schedId?: string;
  /** A full list no longer has the session. */
  missing?: boolean;
}

/** The facts read from a session's pages. Each session has its own storage key. */
export interface SeenFacts extends PageFacts {
  /** When they were read, in milliseconds since the epoch. */
  at: number;
  /** The first room that was read, if it differs from the current one. */
  roomBefore?: string;
}

const PREFIX = 'seen:';
/** Longer than any name, room or label. A page's text can have any length. */
const TEXT_MAX = 200;
/** A title with all its speakers and their companies. */
export const TITLE_MAX = 400;
/** A cut address is useless, so a longer one is dropped. */
const URL_MAX = 500;
/** More people or files than a session has. */
const LIST_MAX = 20;
const DAY = 86_400_000;

/** The storage key of a session's facts. */
export function seenKey(id: string): string {
  return PREFIX + id;
}

/** The UTC day of an instant, in days since the epoch. Facts that did not change are stored again once a day. */
export function utcDay(at: number): number {
  return Math.floor(at / DAY);
}

/** The facts in a storage area, by session id. Invalid fields are left out. */
export function readSeen(stored: Readonly<Record<string, unknown>>): Map<string, SeenFacts> {
  const seen = new Map<string, SeenFacts>();
  for (const [key, value] of Object.entries(stored)) {
    const at = (value as { at?: unknown } | null | undefined)?.at;
    if (key.startsWith(PREFIX) && isInstant(at)) seen.set(key.slice(PREFIX.length), { at, ...valid(value as object) });
  }
  return seen;
}

/** Sched's other id of a session, of 32 digits: from the guide, else from what its pages said. */
export function getSchedId(
  { id, schedId }: { readonly id: string; readonly schedId?: string | undefined },
  seen: ReadonlyMap<string, { readonly schedId?: string }>,
): string | undefined {
  return schedId ?? seen.get(id)?.schedId;
}

/**
 * Merges newly read facts of a session into the older ones. New facts win, and what the page did not show is kept. A page
 * with the session's title, or one that says `missing: false`, ends `missing`.
 * @param at when the new facts were read, in milliseconds since the epoch
 * @returns the older object itself if nothing changed on the same day (UTC), so that nothing needs to be stored
 */
export function mergeSeen(older: SeenFacts | undefined, newer: PageFacts, at: number): SeenFacts {
  const before = valid(older ?? {});
  const now = valid(newer);
  const merged: Omit<SeenFacts, 'at'> = { ...before, ...now };
  if ((now.title !== undefined || newer.missing === false) && !now.missing) delete merged.missing;
  if (before.room !== undefined && now.room !== undefined && !sameWords(before.room, now.room)) {
    const first = before.roomBefore ?? before.room;
    if (sameWords(first, now.room)) delete merged.roomBefore;
    else merged.roomBefore = first;
  }
  const facts = valid(merged);
  const sameDay = older && utcDay(older.at) === utcDay(at);
  return sameDay && JSON.stringify(facts) === JSON.stringify(before) ? older : { at, ...facts };
}

/** The valid fields, in a fixed order, with texts cut to what a surface can show. */
function valid(value: object): Omit<SeenFacts, 'at'> {
  const { title, start, end, room, speakers, slides, video, saved, schedId, missing, roomBefore } = value as Record<
    string,
    unknown
  >;
  const timed = isInstant(start) && isInstant(end) && start <= end;
  const names = parseList(speakers, (name) => text(name, TEXT_MAX));
  const files = parseList(slides, (file) => {
    const { name, url } = (file ?? {}) as Record<string, unknown>;
    const label = text(name, TEXT_MAX);
    const address = https(url);
    return label && address ? { name: label, url: address } : undefined;
  });
  const facts = {
    title: text(title, TITLE_MAX),
    start: timed ? start : undefined,
    end: timed ? end : undefined,
    room: text(room, TEXT_MAX),
    speakers: names,
    slides: files,
    video: https(video),
    saved: typeof saved === 'boolean' ? saved : undefined,
    schedId: typeof schedId === 'string' && /^[0-9a-f]{32}$/u.test(schedId) ? schedId : undefined,
    missing: missing === true || undefined,
    roomBefore: text(roomBefore, TEXT_MAX),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function text(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim().slice(0, max) : undefined;
}

function https(value: unknown): string | undefined {
  const right = typeof value === 'string' && value.length <= URL_MAX && /^https:\/\/[^\s/]/u.test(value);
  return right && URL.canParse(value) ? value : undefined;
}

function parseList<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  const items = Array.isArray(value) ? value.slice(0, LIST_MAX).map(read) : [];
  const found = items.filter((item): item is T & {} => item !== undefined);
  return found.length > 0 ? found : undefined;
}
