/** Search: a form, and the sessions whose title, description, room or speakers contain the query. */
import { esc } from '../html.ts';
import type { ReplicaSession, Visit } from '../types.ts';
import { simpleList } from './simple.ts';

/** The search view for the visit's `searchstring`. */
export function searchView(visit: Visit): string {
  const query = (visit.url.searchParams.get('searchstring') ?? '').trim();
  const form = `<form class="search-form" action="/search" method="get">
  <input type="search" name="searchstring" value="${esc(query)}" placeholder="Schedule or people" />
  <input type="submit" value="Search" class="button" />
</form>`;
  if (query === '') return form;
  const found = visit.sessions.filter((session) => readText(session).includes(query.toLowerCase()));
  return `${form}<p class="search-count">${found.length} sessions for <b>${esc(query)}</b></p>${simpleList(visit, found)}`;
}

function readText(session: ReplicaSession): string {
  const people = [...session.speakers, ...session.moderators].map((s) => `${s.name} ${s.company}`).join(' ');
  return `${session.title} ${session.description ?? ''} ${session.venue ?? ''} ${people}`.toLowerCase();
}
