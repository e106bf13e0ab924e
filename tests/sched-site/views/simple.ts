/** The simple list, modelled on a capture of September 2026: days, times, and one block per time with all its sessions. */
import { type Moment, moment } from '../clock.ts';
import { esc } from '../html.ts';
import { inPage } from '../links.ts';
import { simpleSession } from '../session-markup.ts';
import type { ReplicaSession, Visit } from '../types.ts';

/** Groups consecutive sessions by key, in order. */
export function groups<T>(list: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const made: [string, T[]][] = [];
  for (const item of list) {
    const key = keyOf(item);
    const last = made.at(-1);
    if (last && last[0] === key) last[1].push(item);
    else made.push([key, [item]]);
  }
  return made;
}

/** The bar above a list with the links to other views. */
export function scheduleHeader(visit: Visit, active: 'simple' | 'expanded' | 'grid' | 'venues' | 'mine'): string {
  const view = (name: string, href: string, text: string): string =>
    `<div class="sched-menu-link-${name}${active === name ? ' active' : ''}"><a href="${esc(inPage(visit, href))}">${text}</a></div>`;
  return `
            <div class="schedule__header">
              <div class="schedule__header-container">
                  <nav class="schedule-nav" aria-label="Schedule Navigation">
                    <div class="schedule-nav__item"><a href="${esc(inPage(visit, 'list/simple'))}" class="${active === 'mine' ? '' : 'sched-menu-link-active'}"><span>Event Schedule</span></a></div>
                    <div class="schedule-nav__item"><a href="${esc(inPage(visit, '/my-schedule'))}" class="${active === 'mine' ? 'sched-menu-link-active' : ''}"><span>My Schedule</span> <span id="sched-confirm-schedule-count">${visit.saved.size}</span></a></div>
                  </nav>
                  <div class="session__view" id="sched-menu-session-view">
                    <div class="session__view-dropdown-wrap">
                      ${view('simple', '/list/simple', 'Simple')}
                      ${view('expanded', 'list/descriptions', 'Expanded')}
                      ${view('grid', 'grid', 'Grid')}
                      ${view('venues', 'venues', 'By Venue')}
                    </div>
                  </div>
              </div>
            </div>
`;
}

/** The heading of a day: the empty anchor with the ISO date, then the date in words. */
export function dayHeading(at: Moment): string {
  return `
                              <a class="sched-container-anchor" id="${at.day}"></a>
          <div class="sched-container-header">
                            <div class="sched-container-dates">


         <div class="sched-current-date"><b>${at.weekday}</b>, ${at.date}</div>
     </div>
             </div>             <div class="sched-container-top">&nbsp;</div>`;
}

/** A time heading: hours below ten are padded with a space; sessions of ten hours or more are "All Day". */
export function timeHeading(visit: Visit, { start, end }: ReplicaSession): string {
  if (isAllDay({ start, end })) return '<h3>All Day</h3>';
  const at = moment(start, visit.zone);
  return `<h3>${at.clock.padStart(7, ' ')} <span class='tz'>${esc(at.tz)}</span></h3>`;
}

function isAllDay({ start, end }: Pick<ReplicaSession, 'start' | 'end'>): boolean {
  return end - start >= 10 * 3_600_000;
}

/** The sessions as a simple list. */
export function simpleList(visit: Visit, sessions: readonly ReplicaSession[]): string {
  const day = (s: ReplicaSession): string => moment(s.start, visit.zone).day;
  const time = (s: ReplicaSession): string => (isAllDay(s) ? 'all day' : String(s.start));
  const days = groups(sessions, day).map(([, ofDay]) => {
    const times = groups(ofDay, time).map(([, atOnce]) => {
      const bars = atOnce.map((session) => simpleSession(visit, session)).join('\n');
      return `
                ${timeHeading(visit, firstIn(atOnce))}
      <div class="sched-container"><div class='sched-container-inner'>
${bars}
</div></div>`;
    });
    return `${dayHeading(writeMoment(visit, ofDay))}${times.join('')}
                              <div class="sched-container-bottom">&nbsp;</div>
`;
  });
  return `
  <div class="list-simple">
${days.join('') || '<p class="sched-empty">No sessions match.</p>'}
      </div>
`;
}

/** The time of a group, which is never empty. */
export function writeMoment(visit: Visit, sessions: readonly ReplicaSession[]): Moment {
  return moment(firstIn(sessions).start, visit.zone);
}

/** The first session of a group, which is never empty. */
export function firstIn(sessions: readonly ReplicaSession[]): ReplicaSession {
  const [first] = sessions;
  if (!first) throw new Error('replica: an empty group');
  return first;
}
