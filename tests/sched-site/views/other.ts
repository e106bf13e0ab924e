/** My schedule and popular (inferred: the links are known, the containers are guesses), and the app page. */
import { esc } from '../html.ts';
import { simpleSession } from '../session-markup.ts';
import type { Visit } from '../types.ts';
import { simpleList } from './simple.ts';

/** The saved sessions as a simple list; asks signed-out visitors to log in. */
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

/** The page for the app and the calendar feed, which has no sessions, according to public descriptions. */
export function mobileView(visit: Visit): string {
  return `<div class="mobile-site"><h2>Mobile App + iCal</h2>
<p>Save this page to your phone: <a href="https://${esc(visit.site.host)}/mobile-site">${esc(visit.site.host)}/mobile-site</a>.</p>
<p>Subscribe to the calendar: <a href="https://${esc(visit.site.host)}/all.ics">all.ics</a>.</p></div>`;
}
