/** What the texts of a session's page mean: read in the page, interpreted here, where bytes and time cost no page. */
import { parseTimes, type ZoneHint } from './page-time.ts';
import type { PageFacts } from './seen.ts';
import { structuredFacts } from './structured.ts';

/** What a page prints of a session, as texts. A field that the page does not have is missing. */
export interface RawFacts {
  /** As printed, with the tail of speakers that organisers append. */
  title?: string;
  /** Printed times, the most trusted first; each with the zone's name where the page has one, and the heading's day. */
  times?: { text: string; zone?: string | undefined; day?: string | undefined }[];
  room?: string;
  /** Names in the page's order, moderators included. */
  speakers?: string[];
  /** Uploaded files, the addresses of embedded frames, and links where a recording may be linked instead. */
  files?: { name: string; url: string }[];
  frames?: string[];
  links?: string[];
  /** JSON-LD, as the page has it. */
  data?: string[];
  /** Sched's other id of the session, 32 hexadecimal digits. */
  schedId?: string;
  /** Sched's own star; missing where the reader is not signed in. */
  saved?: boolean;
}

/** Where a session's files are that were handed in to the site; another address in that place is not one of them. */
const FILES = /(?:^|\.)sched\.com?$/u;
/** Addresses that play one video; a channel, a playlist or a redirect on the same hosts does not. */
const VIDEO = [
  /^(?:www\.|m\.)?youtube\.com\/(?:watch\/?\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)\/(?!videoseries)[\w-])/u,
  /^(?:www\.)?youtube-nocookie\.com\/embed\/(?!videoseries)[\w-]/u,
  /^youtu\.be\/[\w-]/u,
  /^(?:www\.)?vimeo\.com\/(?:[a-z]+\/)*\d+|^player\.vimeo\.com\/video\/\d+/u,
];

/** The facts in what a page prints: instants in milliseconds since the epoch, https addresses of known places only. */
export function interpret(raw: RawFacts, zones: ZoneHint): PageFacts {
  const { room, speakers, saved, schedId } = raw;
  const title = raw.title || undefined;
  const times = findFirst(raw.times ?? [], ({ text, zone, day }) => parseTimes(text, zones, zone, day));
  const slides = (raw.files ?? []).flatMap(({ name, url }) => {
    const address = https(url);
    return address && FILES.test(address.hostname)
      ? [{ name: name || address.pathname.replace(/^.*\//u, ''), url }]
      : [];
  });
  const video = [...(raw.frames ?? []), ...(raw.links ?? [])].find(isVideo);
  const facts = {
    title,
    ...times,
    room,
    speakers,
    slides: slides.length > 0 ? slides : undefined,
    video,
    saved,
    schedId,
  };
  const printed = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  // A reader sees what is printed; structured data completes it.
  return { ...structuredFacts(raw.data ?? [], title, schedId), ...printed };
}

function isVideo(address: string): boolean {
  const url = https(address);
  return url !== undefined && VIDEO.some((video) => video.test(url.host + url.pathname + url.search));
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

/** An https address of a host itself: no port, no user. */
function https(address: string): URL | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && !url.port && !url.username && !url.password ? url : undefined;
}

function findFirst<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
