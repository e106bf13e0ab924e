import { Icon } from '../../../components/Icon.tsx';
import { SessionBody } from '../../../components/SessionBody.tsx';
import { Star } from '../../../components/Star.tsx';
import { WatchLinks } from '../../../components/WatchLinks.tsx';
import type { GuideEvent, Session } from '../../../data/index.ts';
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import type { SeenFacts } from '../../../lib/seen/seen.ts';
import { t } from '../../../lib/text.ts';

interface BarProps {
  session: Session;
  event: GuideEvent | undefined;
  seen?: SeenFacts | undefined;
}

/** A closed card, in the session's bar: the takeaway, where to watch, the star, and the button that opens the rest. */
export function CardBar({ session, event, seen }: BarProps) {
  const { title, takeaway } = session;
  return (
    <div class="surface bar">
      <span class="takeaway">
        <span class="lines">{takeaway}</span>
      </span>
      <span class="buttons">
        <WatchLinks session={session} event={event} seen={seen} />
        <Star title={title} picked={false} />
        <button
          type="button"
          class="toggle"
          aria-expanded="false"
          aria-label={t('page.aboutOf', { title })}
          data-action="toggle"
        >
          <span class="word">{t('page.about')}</span> <Icon shape="chevron" />
        </button>
      </span>
    </div>
  );
}

/** What an open card shows. */
export function CardPanel({ detail }: { detail: SessionDetail }) {
  return (
    <section class="surface panel" aria-labelledby="heading">
      <h3 id="heading" class="lead">
        {detail.session.takeaway}
      </h3>
      <SessionBody detail={detail} />
    </section>
  );
}
