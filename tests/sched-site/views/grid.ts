/** Grid and "by venue" (inferred: only the session markup is known, the containers are guesses). */
import { moment } from '../clock.ts';
import { esc, urlName } from '../html.ts';
import { inPage } from '../links.ts';
import { cellSession } from '../session-markup.ts';
import type { ReplicaSession, Visit } from '../types.ts';
import { dayHeading, firstIn, groups, timeHeading, writeMoment } from './simple.ts';

const NO_VENUE = 'To be announced';

function findVenue(session: ReplicaSession): string {
  return session.venue ?? NO_VENUE;
}

/** One table per day, with a row per start time and a column per room. */
export function grid(visit: Visit): string {
  const days = groups(visit.sessions, (s) => moment(s.start, visit.zone).day).map(([, ofDay]) => {
    const venues = [...new Set(ofDay.map(findVenue))].sort();
    const head = venues.map((name) => `<th scope="col">${esc(name)}</th>`).join('');
    const rows = groups(ofDay, (s) => String(s.start)).map(([, atOnce]) => {
      const cells = venues.map((name) => {
        const inRoom = atOnce.filter((session) => findVenue(session) === name);
        return `<td>${inRoom.map((session) => cellSession(visit, session)).join('')}</td>`;
      });
      const at = writeMoment(visit, atOnce);
      return `<tr><th scope="row">${at.clock} <span class='tz'>${esc(at.tz)}</span></th>${cells.join('')}</tr>`;
    });
    return `${dayHeading(writeMoment(visit, ofDay))}
<div class="grid-scroll"><table class="grid-table"><thead><tr><th></th>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
  });
  return `<div class="list-grid">${days.join('\n')}</div>`;
}

/** The rooms in alphabetical order, each with its sessions by day and time. */
export function venueList(visit: Visit): string {
  const sorted = [...visit.sessions].sort((a, b) => {
    const [left, right] = [findVenue(a), findVenue(b)];
    return left < right ? -1 : left > right ? 1 : a.start - b.start;
  });
  const rooms = groups(sorted, findVenue).map(([name, inRoom]) => {
    const times = groups(inRoom, (s) => String(s.start)).map(
      ([, atOnce]) => `${timeHeading(visit, firstIn(atOnce))}
<div class="sched-container"><div class="sched-container-inner">
<div class="venue-day">${writeMoment(visit, atOnce).weekday}, ${writeMoment(visit, atOnce).date}</div>
${atOnce.map((session) => cellSession(visit, session)).join('\n')}
</div></div>`,
    );
    return `<h2 class="venue-name"><a href="${esc(inPage(visit, `venue/${urlName(name)}`))}">${esc(name)}</a></h2>${times.join('\n')}`;
  });
  return `<div class="list-venues">${rooms.join('\n')}</div>`;
}
