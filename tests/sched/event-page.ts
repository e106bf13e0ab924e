/** Builds event pages from parts, for the tests that read one. */
import { CO_LOCATED, openPage } from './open-page.ts';

export const ZONES = { event: 'America/New_York' };
export const START = Date.parse('2025-11-10T14:10Z');
export const END = Date.parse('2025-11-10T14:35Z');

const person = (name: string) =>
  `<div class="sched-person-session"><a class="sched-avatar" href="speaker/x"><span><em>XX</em></span></a><div>
   <h2><a href="speaker/x" title="${name}">${name}</a></h2><div class="sched-event-details-role-company">Kelp &amp; Co</div>
   <div class="sched-person-session-role"><strong>Sponsors</strong> of <h2>Not a name</h2></div></div></div>`;
export const roles = (heading: string, ...names: string[]) =>
  `<div class="tip-roles"><strong>${heading}</strong> <div class="sched-event-details-roles">${names.map(person).join('')}</div></div>`;
export const WHEN = "Monday November 10, 2025 9:10am - 9:35am <span class='tz'>EST</span>";
export const VENUE = '<a target="_blank" href="venue/B+%7C+Hall"> B | Level&nbsp;3 |\n <b>Hall</b> &amp; Foyer </a>';

export interface Parts {
  session?: string;
  when?: string;
  where?: string;
  details?: string;
}

/** An event page with the markup that Sched has used since 2024. */
export function eventPage({ session, when = WHEN, where = VENUE, details = '' }: Parts = {}): Document {
  const bar =
    session ??
    '<span class="event ev_2"><a href="#" class="name"><span class="session-title"> A  <i>Title</i>\n&amp; More </span></a></span>';
  return openPage(
    `${CO_LOCATED}/event/28D1Y/a-title`,
    `<div id="tip"><span class="event"><a class="name">Hovered</a></span></div><div id="sched-content-inner"><div class="list-single">
       <div class="list-single__event">${bar}</div>
       <div class="list-single__details"><div class="list-single__date"> ${when} </div>
         ${where && `<div class="list-single__location">${where}</div>`}</div>
       <div class="sched-container"><div class="sched-container-inner"><div class="sched-event-details-container">
         <div class="sched-event-details">${details}</div></div></div></div></div></div>`,
  );
}
