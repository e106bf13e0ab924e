import { Icon } from '../../../components/Icon.tsx';
import { SessionBody } from '../../../components/SessionBody.tsx';
import { Star } from '../../../components/Star.tsx';
import type { SessionDetail } from '../../../lib/guide/detail.ts';
import { t } from '../../../lib/text.ts';

/** A closed card: one line in the session's own bar, with the star and the button that opens the rest. */
export function CardBar({ title, takeaway }: { title: string; takeaway: string }) {
  return (
    <div class="surface bar">
      <span class="takeaway">{takeaway}</span>
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
