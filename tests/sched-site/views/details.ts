/** The details of a session below its title, in the expanded list and on the event page. */
import { moment, span } from '../clock.ts';
import { esc, urlName } from '../html.ts';
import { inPage } from '../links.ts';
import type { ReplicaSession, ReplicaSpeaker, Visit } from '../types.ts';

// Rooms, types and people recur, so a list of 30,000 sessions renders each only once.
const kept = new WeakMap<Visit, Map<string, string>>();

function once(visit: Visit, key: string, make: () => string): string {
  const ofVisit = kept.get(visit) ?? new Map<string, string>();
  kept.set(visit, ofVisit);
  const markup = ofVisit.get(key) ?? make();
  ofVisit.set(key, markup);
  return markup;
}

function venueHref(visit: Visit, venue: string): string {
  return once(visit, `venue ${venue}`, () => esc(inPage(visit, `venue/${urlName(venue)}`)));
}

function when(visit: Visit, session: ReplicaSession, quote: '"' | "'"): string {
  const tz = moment(session.start, visit.zone).tz;
  return `${span(session.start, session.end, visit.zone)} <span class=${quote}tz${quote}>${esc(tz)}</span>`;
}

/** Date and room in `.list-single__details`, without the room if the session has none. */
export function dateAndPlace(visit: Visit, session: ReplicaSession): string {
  const place =
    session.venue === null
      ? ''
      : `
        <div class="list-single__location">
      <a target="_blank" href="${venueHref(visit, session.venue)}">
        ${esc(session.venue)}      </a>
          </div>`;
  return `<div class="list-single__details">
    <div class="list-single__date">
    ${when(visit, session, "'")}  </div>
${place}

</div>`;
}

function describe(session: ReplicaSession): string {
  if (session.description === null) return '';
  return `<div class='sched-scrollable-details'>
<div class="tip-description">
<strong></strong>  ${session.description === '' ? '<br>' : session.description}
</div>
</div>`;
}

function people(visit: Visit, heading: string, list: readonly ReplicaSpeaker[]): string {
  if (list.length === 0) return '';
  const cards = list.map((s) => once(visit, `speaker ${s.slug}`, () => personCard(visit, s)));
  return `<div class="tip-roles">
<strong>${heading}</strong>  <div class="sched-event-details-roles has-avatars">${cards.join('')}</div>
</div>
`;
}

function personCard(visit: Visit, speaker: ReplicaSpeaker): string {
  const href = esc(inPage(visit, `speaker/${speaker.slug}`));
  const name = esc(speaker.name);
  const initials = speaker.name.replace(/\B./gu, '').replace(/\W/gu, '').slice(0, 2);
  return `<div class="sched-person-session"><a class="sched-avatar" href="${href}"><span><em class="sched-avatar-letter" style="color:#9D9DA0;">${initials}</em></span></a>
<div><h2><a href="${href}" title="${name}">${name}</a></h2><div class="sched-event-details-role-company">${esc(speaker.company)}</div><div class="sched-person-session-role">${speaker.biography === '' ? '<br/><br/>' : esc(speaker.biography)}</div></div></div>`;
}

function files(session: ReplicaSession): string {
  return session.files
    .map(
      (file) => `<div class="sched-file">
<a class="file-uploaded file-uploaded-pdf" href="${esc(file.url)}" target="_blank">${esc(file.name)} </a>
<span class="sched-file-extension">pdf</span>
</div>
`,
    )
    .join('');
}

/** The iframe of a recording, with a placeholder. */
function video(session: ReplicaSession): string {
  if (!session.video) return '';
  return `<div style="padding:56.25% 0 0 0;position:relative;"><iframe src="/replica/video" style="position:absolute;top:0;left:0;width:100%;height:100%;" frameborder="0" allowfullscreen=""></iframe></div><br/><br/>`;
}

/** Everything in `.sched-event-details`, in Sched's order. */
export function sessionDetails(visit: Visit, session: ReplicaSession, withDate: boolean): string {
  const place =
    session.venue === null ? '' : `<br /><a href='${venueHref(visit, session.venue)}'>${esc(session.venue)}</a>`;
  return `${withDate ? dateAndPlace(visit, session) : ''}
${video(session)}
${describe(session)}
${people(visit, 'Speakers', session.speakers)}${people(visit, 'Moderators', session.moderators)}${files(session)}<div class="sched-event-details-timeandplace">
${when(visit, session, '"')}
${place}
</div>
${once(visit, `type ${session.type.n} ${session.level}`, () => typeAndLevel(visit, session))}`;
}

function typeAndLevel(visit: Visit, session: ReplicaSession): string {
  const level = esc(session.level);
  return `<div class="sched-event-type">
 <a href="${esc(inPage(visit, `type/${urlName(session.type.name)}`))}"><span style="float: none; display: inline-block; margin-right: 0px; line-height: 14px;" class="box  ev_${session.type.n}">&nbsp;</span> ${esc(session.type.name)}</a>
<ul class="tip-custom-fields">
<li><strong>Content Experience Level</strong>  <a href="/company/${level}">${level}</a></li>
</ul>
                </div>`;
}
