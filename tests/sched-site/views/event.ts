/** The page of one session, modelled on captures of four event pages (July 2026). */
import { esc } from '../html.ts';
import { inPage } from '../links.ts';
import { saveControl, seats } from '../session-markup.ts';
import { shell } from '../shell.ts';
import type { ReplicaSession, Reply, Visit } from '../types.ts';
import { dateAndPlace, sessionDetails } from './details.ts';

/** An event page. Its title link is `href="#"`: only the path, the short address and the hash id identify the session. */
export function eventPage(visit: Visit, session: ReplicaSession): Reply {
  const saved = visit.saved.has(session.id) ? ' sub' : '';
  const content = `
    <div class="list-single">

      <header class="list-single__header">
        <div class="back-to-schedule">
                      <a href="${esc(inPage(visit, 'list/simple'))}" class="schedule-dynamic-link" id="back_to_schedule">← Back to schedule</a>
                  </div>
              </header>

      <div class="list-single__event">

        <span class="event ev_${session.type.n}${saved}">
                    <a href="#" style="padding-right: 15px" class="name" onclick="return false" id="${session.hash}"><span class="session-title">${esc(session.title)}</span>
                    ${seats(session)}
                                              </a>
                    ${saveControl(visit, session)}
        </span>
                                </div>

      ${dateAndPlace(visit, session)}

      <div class="sched-container sched-container-wide">
        <div class="sched-container-inner">

          <div class="sched-event-details-container">

            <a name="video_stream" style="display: block; position: relative;"></a>

            <div class="sched-event-details" style="margin-left: 0px; border-left: none; padding-left: 0px; padding-bottom: 0px;">
        ${sessionDetails(visit, session, false)}

      <div id="sched-page-event-attendees"></div>
                        <div id="sched-page-event-sharing">
                    <h4><a href="/signup">Sign up</a> or <a href="/login">log in</a> to save this to your schedule, view media, leave feedback and see who&#39;s attending!</h4>
                      <div id="sched-page-event-shorturl">
              <input value="https://sched.co/${session.id}" id="shorturl" onclick="this.select()" type="text"/>
            </div>
            <div class="sched-share" style="height:32px">
              <a target="_blank" class="sched-share-link" title="Share" href="https://social.example/share?url=https%3A%2F%2Fsched.co%2F${session.id}"><span></span> Share</a>
            </div>
                              </div>

    </div>    </div>    </div>    </div>
                </div>`;
  return shell(visit, { title: `${visit.site.name}: ${session.title}`, view: 'event', content });
}

/** Sched's page for an unknown id, in the shell. */
export function notFound(visit: Visit): Reply {
  const content = `
    <div class="sched-not-found">
      <h2>Page not found</h2>
      <p>The page that you are looking for is not here. It may have been removed from the schedule.</p>
      <p><a href="${esc(inPage(visit, 'list/simple'))}">Go to the schedule</a></p>
    </div>`;
  return shell(visit, { title: `${visit.site.name}: Page not found`, view: 'list', content, status: 404 });
}
