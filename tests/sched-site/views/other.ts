/** My schedule, popular, print and mobile (inferred: links are certain, containers are ours). */
import { moment, span } from '../clock.ts';
import { esc } from '../html.ts';
import { bareSession, simpleSession } from '../session-markup.ts';
import type { Visit } from '../types.ts';
import { groups, momentOf, simpleList } from './simple.ts';

/** The saved sessions as a simple list; a signed-out visitor is asked to log in. */
export function mySchedule(visit: Visit): string {
  const saved = visit.sessions.filter((session) => visit.saved.has(session.id));
  const login = visit.user === '' ? '<p class="sched-empty"><a href="/login">Log in</a> to see your schedule.</p>' : '';
  return saved.length === 0
    ? login || '<p class="sched-empty">Nothing saved yet.</p>'
    : login + simpleList(visit, saved);
}

/** Sixty sessions in an order that looks like popularity. */
export function popularView(visit: Visit): string {
  const ranked = [...visit.sessions].sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, 60);
  return `<ol class="list-popular">
${ranked.map((session) => `<li>${simpleSession(visit, session)}</li>`).join('\n')}
</ol>`;
}

/** A table per day with plain links. */
export function printView(visit: Visit): string {
  const days = groups(visit.sessions, (s) => moment(s.start, visit.zone).day).map(([, ofDay]) => {
    const at = momentOf(visit, ofDay);
    const rows = ofDay.map(
      (session) =>
        `<tr><td>${moment(session.start, visit.zone).clock} &ndash; ${moment(session.end, visit.zone).clock}</td>` +
        `<td>${bareSession(visit, session)}</td><td>${esc(session.venue ?? '')}</td></tr>`,
    );
    return `<h2>${at.weekday}, ${at.date}</h2><table class="print-table"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  });
  return `<div class="list-print">${days.join('\n')}</div>`;
}

/** A flat list of plain links, with the date in words below each. */
export function mobileView(visit: Visit): string {
  const items = visit.sessions.map((session) => {
    const tz = moment(session.start, visit.zone).tz;
    const place = session.venue === null ? '' : ` &middot; ${esc(session.venue)}`;
    return `<li>${bareSession(visit, session)}<small>${span(session.start, session.end, visit.zone)} ${esc(tz)}${place}</small></li>`;
  });
  return `<p>Save this page to your phone, or subscribe to the calendar.</p>
<ul class="list-mobile">
${items.join('\n')}
</ul>`;
}
