import type { SessionDetail, SessionRef } from '../lib/detail.ts';
import { timeRange } from '../lib/format.ts';
import { Icon } from './Icon.tsx';
import { placeOf, SessionBody, SessionLink } from './SessionBody.tsx';
import { Star } from './Star.tsx';

interface Props {
  detail: SessionDetail;
  subject: string;
}

/** The guide's panel on a session's own page, open under the title. */
export function Briefing({ detail, subject }: Props) {
  const { session, previous, next, zone } = detail;
  return (
    <section class="surface briefing">
      <div class="head">
        <h2>
          <span class="mark">
            <Icon shape="hexagon" /> {subject} guide
          </span>
          <span class="lead">{session.takeaway}</span>
        </h2>
        <button type="button" class="all" data-action="all" aria-expanded="false">
          Show all
        </button>
        <Star title={session.title} picked={false} />
      </div>
      <SessionBody detail={detail} />
      <nav aria-label={`${subject} sessions before and after`}>
        {previous && <Neighbour label="Previous in the guide" session={previous} zone={zone} />}
        {next && <Neighbour label="Next in the guide" session={next} zone={zone} />}
      </nav>
    </section>
  );
}

function Neighbour({ label, session, zone }: { label: string; session: SessionRef; zone: string }) {
  const time = timeRange(session.start, session.end, zone);
  return (
    <p>
      <span class="how">{label}</span>
      <SessionLink session={session} />
      <span class="where">
        {time}, {placeOf(session)}
      </span>
    </p>
  );
}
