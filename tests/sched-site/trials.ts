/** Pages of links that must be recognised as a guide session's, and of look-alikes that must not. */
import type { GuideFile } from '../../data/schema.ts';
import { esc, makeSlug } from './html.ts';
import { shell } from './shell.ts';
import type { ReplicaSession, Reply, Visit } from './types.ts';

/** The forms of a session's address. */
export function writeForms(host: string, id: string, slug: string): string[] {
  return [
    `event/${id}/${slug}`,
    `event/${id}`,
    `event/${id}/`,
    `/event/${id}/${slug}`,
    `event/${id}?iframe=no`,
    `event/${id}/${slug}?iframe=yes&w=100%&sidebar=yes&bg=no`,
    `event/${id}#x`,
    `https://${host}/event/${id}/${slug}`,
    `//${host}/event/${id}`,
    `event/${id}/one-+-two`,
    `event/${id}/#s1a-three`,
  ];
}

/** Addresses that only look like the session's. */
export function listTraps(host: string, id: string, taken: ReadonlySet<string>): string[] {
  const flipped = [...id].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const lookAlikes = [flipped, id.toLowerCase(), id.toUpperCase(), id.slice(0, -1), `${id}2`, `2${id}`].filter(
    (other, i, all) => other !== id && !taken.has(other) && all.indexOf(other) === i,
  );
  return [
    ...lookAlikes.map((other) => `event/${other}/x`),
    `search?u=event/${id}/x`,
    `event/ZZZZ9?next=event/${id}/`,
    `event/ZZZZ9#event/${id}/`,
    `https://other2025.sched.com/event/${id}/x`,
    `https://example.org/event/${id}`,
    `https://${host}.evil.example/event/${id}`,
    `https://${host}@example.org/event/${id}`,
    `speaker/${id}`,
    `event-goers/${id}`,
    `event/x/${id}`,
    `type/event/${id}`,
    `javascript:void('event/${id}/x')`,
    `blob:https://${host}/event/${id}`,
    `mailto:event/${id}`,
    `event/%E0%A4%A/${id}`,
    `event/%/${id}`,
    `event/${id}%E0%A4%A`,
    `https://[event/${id}`,
    '',
    '#',
    '?',
  ];
}

function realOnes(visit: Visit): ReplicaSession[] {
  return visit.sessions.filter((session) => session.real);
}

/** A link, alternately inside a session's markup and on its own. */
function link(href: string, text: string, n: number, framed: boolean): string {
  return framed
    ? `<span class="event ev_${n}"><a class="name" href="${esc(href)}"><span class="session-title">${esc(text)}</span></a></span>`
    : `<a href="${esc(href)}">${esc(text)}</a>`;
}

function trialPage(visit: Visit, title: string, content: string): Reply {
  return shell(visit, { title, view: 'list', content: `<div class="list-trials">${content}</div>` });
}

/** `/replica/forms`: every link must match. `data-expect` is on the list, `data-of` has the session's id. */
export function formsPage(visit: Visit): Reply {
  const content = realOnes(visit).map((session) => {
    const items = writeForms(visit.site.host, session.id, makeSlug(session.title)).map(
      (href, i) => `<li>${link(href, href, session.type.n, i % 2 === 0)}</li>`,
    );
    return `<ul data-expect="match" data-of="${session.id}">\n${items.join('\n')}\n</ul>`;
  });
  return trialPage(visit, 'Links that must match', content.join('\n'));
}

/** `/replica/traps`: no link may match, for the sessions of all hosts of the guide. */
export function trapsPage(visit: Visit): Reply {
  const taken = new Set(visit.guide.sessions.map((session) => session.id));
  const content = visit.guide.sessions.map((session) => {
    const host = readHost(visit.guide, session.site);
    const items = listTraps(host, session.id, taken).map(
      (href, i) => `<li>${link(href, `${href} (${session.title})`, visit.types[0]?.n ?? 1, i % 2 === 0)}</li>`,
    );
    const svg = `<li><svg width="200" height="20" xmlns:xlink="http://www.w3.org/1999/xlink"><a href="event/${session.id}/x"><text y="15">drawn link</text></a><a xlink:href="event/${session.id}"><text y="15" x="90">old form</text></a></svg></li>`;
    const nameless = `<li><a name="event/${session.id}">no href</a></li>`;
    return `<ul data-expect="none" data-of="${session.id}">\n${items.join('\n')}\n${svg}\n${nameless}\n</ul>`;
  });
  const [first] = visit.guide.sessions;
  const long = `search?x=${'a'.repeat(100_000)}&u=event/${first?.id ?? ''}/x`;
  const huge = `<ul data-expect="none"><li><a href="${esc(long)}">100 kB</a></li></ul>`;
  return trialPage(visit, 'Links that must not match', `${content.join('\n')}\n${huge}`);
}

function readHost(guide: GuideFile, siteId: string): string {
  const site = guide.sites.find(({ id }) => id === siteId);
  if (!site) throw new Error(`replica: the guide has no site ${siteId}`);
  return site.host;
}
