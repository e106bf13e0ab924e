import { Icon } from '../../../components/Icon.tsx';
import { eventAndSite, SessionBody, SessionLink } from '../../../components/SessionBody.tsx';
import { Star } from '../../../components/Star.tsx';
import { WatchLinks } from '../../../components/WatchLinks.tsx';
import type { SessionDetail, SessionRef } from '../../../lib/guide/detail.ts';
import { t } from '../../../lib/text.ts';
import { timeRange } from '../../../lib/time/format.ts';

interface Props {
  detail: SessionDetail;
  subject: string;
}

/** The panel below the title of a session's own page. */
export function Briefing({ detail, subject }: Props) {
  const { session, event, seen, previous, next, zone } = detail;
  return (
    <section class="surface briefing">
      <div class="head">
        <h2>
          <span class="mark">
            <Icon shape="hexagon" /> {t('page.guide', { subject })}
          </span>
          <span class="lead">{session.takeaway}</span>
        </h2>
        <span class="buttons">
          <WatchLinks session={session} event={event} seen={seen} />
          <Star title={session.title} picked={false} />
        </span>
      </div>
      <SessionBody detail={detail} />
      <nav aria-label={t('page.neighbours', { subject })}>
        {previous && <Neighbour label={t('page.previousInGuide')} session={previous} zone={zone} />}
        {next && <Neighbour label={t('page.nextInGuide')} session={next} zone={zone} />}
      </nav>
      <p class="foot">
        <button type="button" class="all" data-action="all" aria-expanded="false">
          {t('page.showAll')}
        </button>
      </p>
    </section>
  );
}

function Neighbour({ label, session, zone }: { label: string; session: SessionRef; zone: string }) {
  const time = timeRange(session.start, session.end, zone);
  return (
    <p>
      <span class="how">{label}</span>
      <SessionLink session={session} />
      <span class="where">{t('page.neighbourAt', { time, place: eventAndSite(session) })}</span>
    </p>
  );
}
