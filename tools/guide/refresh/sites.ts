/** Which site of a guide a calendar is of, and which session each of its events is: by ids, never by words. */
import { Window } from 'happy-dom';
import type { GuideFile, Site } from '../../../data/schema.ts';
import { EVENT_LINK } from '../../../sched/selectors.ts';
import { parseSessionId } from '../../../sched/session-id.ts';
import { Refusal } from '../command.ts';
import type { Entry } from './calendar.ts';

/**
 * The site that a calendar is of, by the hosts of its events' addresses.
 * @param asked the id of a site, where somebody said it
 * @param name of the file, for the messages
 * @throws {Refusal} when it is not a site of the guide, or the calendar does not tell the site
 */
export function findSite(guide: GuideFile, entries: readonly Entry[], asked: string | undefined, name: string): Site {
  const sites = guide.sites.map(({ id, host }) => `${id} (${host})`).join(', ');
  const chosen = guide.sites.find(({ id }) => id === asked);
  if (asked !== undefined && !chosen) throw new Refusal(`The guide has no site “${asked}”. Its sites are ${sites}.`);
  const hosts = new Set(entries.flatMap(({ url }) => url?.host ?? []));
  if (hosts.size === 0) {
    if (chosen) return chosen;
    throw new Refusal(`No event of ${name} has an address, so its site can’t be told. Say it with --site: ${sites}.`);
  }
  const known = guide.sites.filter(({ host }) => hosts.has(host));
  if (chosen && known.includes(chosen)) return chosen;
  if (!chosen && known.length === 1 && known[0]) return known[0];
  const found = [...hosts].slice(0, 5).join(', ');
  if (known.length > 1)
    throw new Refusal(`${name} has events of several sites (${found}). Choose one with --site: ${sites}.`);
  throw new Refusal(
    `${name} is of ${found}, which is ${chosen ? `not ${chosen.host}` : 'no site of the guide'}. Nothing was compared: the guide’s sites are ${sites}.`,
  );
}

/** The events of a site: those with its host, and those without an address. */
export function selectEntries({ host }: Site, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ url }) => url === undefined || url.host === host);
}

/**
 * The session's id of an event: from its address, which may have the short id; else by its UID, which a page of the site
 * has beside the short id. Undefined where neither tells it.
 * @param ids by UID, from pages of the site
 */
export function findId({ uid, url }: Entry, { host }: Site, ids: ReadonlyMap<string, string>): string | undefined {
  const short = url && parseSessionId(url.href, url.href, [host]);
  if (short !== undefined) return short;
  const hash = /^\/event\/([0-9a-f]{32})(?:\/|$)/u.exec(url?.pathname ?? '')?.[1];
  return ids.get(hash ?? '') ?? ids.get(plainUid(uid));
}

/** Other programs put a host behind an id to make it a UID. */
function plainUid(uid: string): string {
  return uid.replace(/@.*$/su, '').toLowerCase();
}

/**
 * The sessions' ids by their events' UIDs, from a page of the site on which they are listed.
 * @param html the page as a browser saved it
 * @param name of its file, for the message
 * @throws {Refusal} when no session of the site is on it
 */
export function idsOnPage(html: string, { host }: Site, name: string): Map<string, string> {
  const page = new new Window().DOMParser().parseFromString(html, 'text/html');
  const ids = new Map<string, string>();
  for (const link of page.querySelectorAll(EVENT_LINK)) {
    const id = parseSessionId(link.getAttribute('href') ?? '', `https://${host}/`, [host]);
    if (id !== undefined && /^[0-9a-f]{32}$/u.test(link.id)) ids.set(link.id, id);
  }
  if (ids.size > 0) return ids;
  throw new Refusal(`${name} lists no session of ${host}. Save https://${host}/list/simple in a browser, as HTML.`);
}
