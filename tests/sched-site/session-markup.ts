/** The markup of one session. Attribute order, quotes and white space differ by view, as on Sched. */
import { esc, makeSlug } from './html.ts';
import { inPage } from './links.ts';
import type { ReplicaSession, Visit } from './types.ts';

/** The session's address in lists: relative, without a leading slash. */
export function sessionHref(visit: Visit, session: ReplicaSession): string {
  return esc(inPage(visit, `event/${session.id}/${makeSlug(session.title)}`));
}

function classes(visit: Visit, session: ReplicaSession, role: boolean): string {
  const list = ['event', `ev_${session.type.n}`];
  if (role) list.push('event-role-attendee');
  if (visit.saved.has(session.id)) list.push('sub');
  return list.join(' ');
}

/** The save control, for signed-in visitors only. */
export function saveControl(visit: Visit, session: ReplicaSession): string {
  if (visit.user === '') return '';
  const word = visit.saved.has(session.id) ? 'Remove from' : 'Add to';
  return `<span class="ev-save" role="button" tabindex="0" title="${word} my schedule"></span>`;
}

function details(session: ReplicaSession, venue: boolean): string {
  const where = venue && session.venue !== null ? ` <span class="vs">${esc(session.venue)}</span>` : '';
  const names = session.speakers.map((s) => esc(s.name)).join(' &bull; ');
  const who = names === '' ? '' : `<span class="sched-event-evpeople">${names}</span>`;
  return `${where}${who}${seats(session)}`;
}

/** The seat label, in an element with this class prefix (2026). */
export function seats({ seats }: ReplicaSession): string {
  return seats === null ? '' : ` <span class="ev-badge ev-badge--${makeSlug(seats)}">${seats}</span>`;
}

/** In the simple list: one line, single quotes, href before class before id; on the home page the id before the class. */
export function simpleSession(visit: Visit, session: ReplicaSession): string {
  const [name, id] = ["class='name'", `id='${session.hash}'`];
  const rest = visit.url.pathname === '/' ? `${id} ${name}` : `${name} ${id}`;
  return (
    `<span class='${classes(visit, session, true)}'><a href='${sessionHref(visit, session)}' ${rest}>` +
    `<span class="session-title">${esc(session.title)}</span>${details(session, true)}</a>` +
    `${saveControl(visit, session)}</span>`
  );
}

/** In the expanded list: many lines, double quotes, id before class. */
export function expandedSession(visit: Visit, session: ReplicaSession): string {
  return `
              <span class="${classes(visit, session, false)}">

                                    <a href="${sessionHref(visit, session)}" id="${session.hash}" class="name">
                                      <span class="session-title">${esc(session.title)}</span>
                  ${seats(session)}
                  </a>
                  ${saveControl(visit, session)}
              </span>`;
}

/** In the grid and by venue (inferred): class first, href last, no rooms. */
export function cellSession(visit: Visit, session: ReplicaSession): string {
  return (
    `<span class="${classes(visit, session, false)}"><a id="${session.hash}" class='name' title="${esc(session.title)}" ` +
    `href="${sessionHref(visit, session)}"><span class='session-title'>${esc(session.title)}</span>` +
    `${details(session, false)}</a>${saveControl(visit, session)}</span>`
  );
}
