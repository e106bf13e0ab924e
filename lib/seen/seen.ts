/** What the pages of sessions were seen to say, kept for the surfaces that have no page. */
import { sameWords } from './titles.ts';

/** What a page can say of a session; a field that it does not show is missing. */
export interface PageFacts {
  title?: string;
  /** Milliseconds since the epoch; both or none. Equal where the page tells a single time. */
  start?: number;
  end?: number;
  room?: string;
  speakers?: string[];
  slides?: { name: string; url: string }[];
  video?: string;
  /** The star of the site itself. */
  saved?: boolean;
  /** Sched's other id of the session, which print views and calendars use: 32 hexadecimal digits. */
  schedId?: string;
  /** A full list no longer has the session. */
  missing?: boolean;
}

/** The facts of a session's pages, under a storage key per session. */
export interface SeenFacts extends PageFacts {
  /** When it was read, in milliseconds since the epoch. */
  at: number;
  /** The room that was seen first, where it is another one now. */
  roomBefore?: string;
}

const PREFIX = 'seen:';
/** Longer than any name, room or label; a page's text may be of any length. */
const TEXT_MAX = 200;
/** A title with all its speakers and their companies. */
export const TITLE_MAX = 400;
/** An address is worth nothing when it is cut, so a longer one is dropped. */
const URL_MAX = 500;
/** People on one stage, files of one session. */
const LIST_MAX = 20;
const DAY = 86_400_000;

/** The storage key of what was seen of a session. */
export function seenKey(id: string): string {
  return PREFIX + id;
}

/** The day of an instant in UTC, counted from the epoch: what is seen again is stored again once a day. */
export function utcDay(at: number): number {
  return Math.floor(at / DAY);
}

/** What a storage area holds of pages seen, by session id; fields of a wrong shape are left out. */
export function readSeen(stored: Readonly<Record<string, unknown>>): Map<string, SeenFacts> {
  const seen = new Map<string, SeenFacts>();
  for (const [key, value] of Object.entries(stored)) {
    const at = (value as { at?: unknown } | null | undefined)?.at;
    if (key.startsWith(PREFIX) && isInstant(at)) seen.set(key.slice(PREFIX.length), { at, ...valid(value as object) });
  }
  return seen;
}

/**
 * What is known after another look at a session's page: the newer look wins, and what it does not show is kept. A look
 * that shows the session ends `missing`: one with its title, or that says so itself.
 * @param at when the newer look was, in milliseconds since the epoch
 * @returns the older object itself when it says the same and is of the same day (UTC), so that nothing need be written
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

/** The fields of a right shape, in one order, texts cut to what a surface can show. */
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
