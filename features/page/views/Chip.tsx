import { Icon } from '../../../components/Icon.tsx';
import { t } from '../../../lib/text.ts';

/** A sample of the mark of a session in the guide. */
export function GuideChip({ subject }: { subject: string }) {
  return (
    <span class="chip">
      <Icon shape="hexagon" /> {subject}
    </span>
  );
}

/** A sample of the mark of a mention, of the subject or of a related topic (`quiet`). */
export function MentionChip({ quiet }: { quiet?: boolean }) {
  return <span class={quiet ? 'chip weak quiet' : 'chip weak'}>{t('page.legend.words')}</span>;
}
