/** Finds the site of a calendar and the sessions of its events, only by hosts and ids. */
import { Window } from 'happy-dom';
import type { GuideFile, Site } from '../../../data/schema.ts';
import { EVENT_LINK } from '../../../sched/selectors.ts';
import { parseSessionId } from '../../../sched/session-id.ts';
import { Refusal } from '../command.ts';
import type { Entry } from './calendar.ts';

/**
 * Finds the site of a calendar by the hosts in its events' addresses.
 * @param asked the id of a site, from --site
 * @param name the file's name, for messages
 * @throws {Refusal} if it is not a site of the guide, or the site is unknown
 */
export function findSite(guide: GuideFile, entries: readonly Entry[], asked: string | undefined, name: string): Site {
  const sites = guide.sites.map(({ id, host }) => `${id} (${host})`).join(', ');
  const chosen = guide.sites.find(({ id }) => id === asked);
  if (asked !== undefined && !chosen) throw new Refusal(`The guide has no site “${asked}”. Its sites are ${sites}.`);
  const hosts = new Set(entries.flatMap(({ url }) => url?.host ?? []));
  if (hosts.size === 0) {
    if (chosen) return chosen;
    throw new Refusal(`No event of ${name} has an address, so its site is unknown. Choose it with --site: ${sites}.`);
  }
  const known = guide.sites.filter(({ host }) => hosts.has(host));
  if (chosen && known.includes(chosen)) return chosen;
  if (!chosen && known.length === 1 && known[0]) return known[0];
  const found = [...hosts].slice(0, 5).join(', ');
  if (known.length > 1)
    throw new Refusal(`${name} has events of several sites (${found}). Choose one with --site: ${sites}.`);
  throw new Refusal(
    `${name} is from ${found}, which is ${chosen ? `not ${chosen.host}` : 'not a site of the guide'}. Nothing was compared: the guide’s sites are ${sites}.`,
  );
}

/** The events of a site: those with its host, and those without an address. */
export function selectEntries({ host }: Site, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ url }) => url === undefined || url.host === host);
}

/**
 * The session id of an event: from its address, if that has the short id; else by its UID, which pages of the site have
 * beside the short id. Undefined if neither is known.
 * @param ids session ids by UID, from pages of the site
 */
export function findId({ uid, url }: Entry, { host }: Site, ids: ReadonlyMap<string, string>): string | undefined {
  const short = url && parseSessionId(url.href, url.href, [host]);
  if (short !== undefined) return short;
  const hash = /^\/event\/([0-9a-f]{32})(?:\/|$)/u.exec(url?.pathname ?? '')?.[1];
  return ids.get(hash ?? '') ?? ids.get(plainUid(uid));
}

/** Removes the host that other programs append to an id to make it a UID. */
function plainUid(uid: string): string {
  return uid.replace(/@.*$/su, '').toLowerCase();
}

/**
 * Reads session ids by UID from a list page of the site.
 * @param html the page, saved from a browser
 * @param name its file's name, for messages
 * @throws {Refusal} if the page has no session of the site
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
