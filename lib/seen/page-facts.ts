/** What the texts of a session's page mean: read in the page, interpreted here, where bytes and time cost no page. */
import { timesOf, type ZoneHint } from './page-time.ts';
import type { PageFactsLike } from './seen.ts';

/** What a page prints of a session, as texts. A field that the page does not have is missing. */
export interface RawFacts {
  /** As printed, with the tail of speakers that organisers append. */
  title?: string;
  /** Printed times, the most trusted first; each with the zone's name where the page has one, and the heading's day. */
  times?: { text: string; zone?: string | undefined; day?: string | undefined }[];
  room?: string;
  /** Names in the page's order, moderators included. */
  speakers?: string[];
  /** Uploaded files, and the addresses of embedded frames. */
  files?: { name: string; url: string }[];
  frames?: string[];
  /** Sched's own star; missing where nobody is signed in. */
  saved?: boolean;
}

/** Where a session's files are that were handed in to the site; another address in that place is not one of them. */
const FILES = /(?:^|\.)sched\.com?$/u;
const PLAYER = /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)$/u;

/** The facts in what a page prints: instants in milliseconds since the epoch, https addresses of known places only. */
export function interpret(raw: RawFacts, zones: ZoneHint): PageFactsLike {
  const { room, speakers, saved } = raw;
  const title = raw.title || undefined;
  const times = firstOf(raw.times ?? [], ({ text, zone, day }) => timesOf(text, zones, zone, day));
  const slides = (raw.files ?? []).flatMap(({ name, url }) => {
    const address = https(url);
    return address && FILES.test(address.hostname)
      ? [{ name: name || address.pathname.replace(/^.*\//u, ''), url }]
      : [];
  });
  const video = (raw.frames ?? []).find((url) => PLAYER.test(https(url)?.hostname ?? ''));
  const facts = { title, ...times, room, speakers, slides: slides.length > 0 ? slides : undefined, video, saved };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** The IANA zone that the visitor chose on Sched, from its cookie's value; undefined without a choice, or a broken one. */
export function chosenZone(value: string | undefined): string | undefined {
  try {
    const zone = decodeURIComponent(value ?? '').trim();
    // Throws for a zone that the browser does not know.
    return zone ? new Intl.DateTimeFormat('en-US', { timeZone: zone }) && zone : undefined;
  } catch {
    return undefined;
  }
}

function https(address: string): URL | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' ? url : undefined;
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
