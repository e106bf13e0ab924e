/** The expanded list, modelled on a capture of October 2026: each session has its own heading and container. */
import { moment } from '../clock.ts';
import { expandedSession } from '../session-markup.ts';
import type { ReplicaSession, Visit } from '../types.ts';
import { sessionDetails } from './details.ts';
import { dayHeading, groups, timeHeading, writeMoment } from './simple.ts';

/** The sessions as an expanded list. */
export function expandedList(visit: Visit, sessions: readonly ReplicaSession[]): string {
  const days = groups(sessions, (s) => moment(s.start, visit.zone).day).map(
    ([, ofDay]) => dayHeading(writeMoment(visit, ofDay)) + ofDay.map((session) => entry(visit, session)).join(''),
  );
  return `
<div class="list-expanded">
${days.join('\n')}
</div>
`;
}

function entry(visit: Visit, session: ReplicaSession): string {
  return `
                                    ${timeHeading(visit, session)}
                    <div class="sched-container">
            <div class="sched-container-inner">
${expandedSession(visit, session)}

                        <div class="sched-event-details-container">
                                          <div class="sched-event-details">
                ${sessionDetails(visit, session, true)}
                </div>
            </div>

      </div><!-- container-inner -->
    </div><!-- container -->
`;
}
