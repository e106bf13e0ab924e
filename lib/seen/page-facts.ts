/** Interprets what was read from a session's page. In the background, so that no page pays for the code. */
import { parseTimes, type ZoneHint } from './page-time.ts';
import type { PageFacts } from './seen.ts';
import { structuredFacts } from './structured.ts';

/** What a page prints about a session, as texts. A field that the page lacks is missing. */
export interface RawFacts {
  /** As printed, with the speakers that some organisers append. */
  title?: string;
  /** Printed times, the most reliable first, each with the zone's name and the heading's day if the page has them. */
  times?: { text: string; zone?: string | undefined; day?: string | undefined }[];
  room?: string;
  /** Names in the page's order, including moderators. */
  speakers?: string[];
  /** Uploaded files, the addresses of embedded frames, and links where a recording may be linked instead. */
  files?: { name: string; url: string }[];
  frames?: string[];
  links?: string[];
  /** JSON-LD, unparsed. */
  data?: string[];
  /** Sched's other id of the session, 32 hexadecimal digits. */
  schedId?: string;
  /** Whether the reader saved the session on Sched; missing if not signed in. */
  saved?: boolean;
}

/** Hosts of files that speakers uploaded to Sched. */
const FILES = /(?:^|\.)sched\.com?$/u;
/** Addresses of a single video, not of a channel or its stream, a playlist or a redirect. */
const VIDEO = [
  /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\/?\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)\/(?!videoseries|live_stream\b))[\w-]/u,
  /^youtu\.be\/[\w-]/u,
  /^(?:www\.)?vimeo\.com\/(?:[a-z]+\/)*\d+|^player\.vimeo\.com\/video\/\d+/u,
];

/** The facts in a page's texts: instants in milliseconds since the epoch, https addresses of known hosts only. */
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
  // Printed facts win over structured data, because the reader sees them.
  return { ...structuredFacts(raw.data ?? [], title, schedId), ...printed };
}

function isVideo(address: string): boolean {
  const url = https(address);
  return url !== undefined && VIDEO.some((video) => video.test(url.host + url.pathname + url.search));
}

/** The IANA zone that the visitor chose on Sched, from the cookie's value; undefined if there is none or it is invalid. */
export function chosenZone(value: string | undefined): string | undefined {
  try {
    const zone = decodeURIComponent(value ?? '').trim();
    // Throws for a zone that the browser does not know.
    return zone ? new Intl.DateTimeFormat('en-US', { timeZone: zone }) && zone : undefined;
  } catch {
    return undefined;
  }
}

/** An https URL without port and user. */
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
