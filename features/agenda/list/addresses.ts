/** Queries that are addresses: they find sessions by ids and links, never by words. */
import type { Guide } from '../../../data/index.ts';
import { getSchedId } from '../../../lib/seen/seen.ts';
import { sessionIdInText } from '../../../sched/session-id.ts';
import type { Seen } from './fields.ts';

/** Returns the ids of the sessions at an address, or undefined if the query is not an address of the guide or of Sched. */
export type FindByAddress = (query: string) => ReadonlySet<string> | undefined;

/**
 * Finds sessions by the addresses of their pages on Sched, of their recordings and of their other links.
 * @param seen has the ids of 32 digits that the guide does not have
 */
export function addressFinder(guide: Guide, seen: ReadonlyMap<string, Seen>): FindByAddress {
  let links: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (query) => {
    const id = sessionIdInText(query);
    if (id !== undefined) return findOnSched(guide, seen, id);
    const key = linkKey(query);
    if (key === undefined) return undefined;
    links ??= indexLinks(guide);
    return links.get(key);
  };
}

function findOnSched({ sessions }: Guide, seen: ReadonlyMap<string, Seen>, address: string): Set<string> {
  const isThere = (session: Guide['sessions'][number]) =>
    session.id === address || getSchedId(session, seen) === address.toLowerCase();
  return new Set(sessions.filter(isThere).map(({ id }) => id));
}

function indexLinks({ sessions, events }: Guide): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const { id, event, links } of sessions) {
    for (const { url } of [...links, ...(events.find((one) => one.id === event)?.links ?? [])]) {
      const key = linkKey(url) ?? url;
      index.set(key, (index.get(key) ?? new Set()).add(id));
    }
  }
  return index;
}

/** The id of a video in any of its YouTube addresses. */
const VIDEO =
  /\b(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)\/))([\w-]{11})(?![\w-])/u;

/** A key that all addresses of the same page or video share, or undefined if the text is not an address. */
function linkKey(text: string): string | undefined {
  const video = VIDEO.exec(text)?.[1];
  if (video) return video;
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  return url.host.replace(/^www\./u, '') + url.pathname.replace(/\/$/u, '') + url.search;
}
