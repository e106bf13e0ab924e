import { Icon } from '../../../components/Icon.tsx';
import { t } from '../../../lib/text.ts';
import { GuideChip, MentionChip } from './Chip.tsx';

interface Props {
  subject: string;
  /** Whether a hint explains the marks. */
  hint: boolean;
  /** Whether the guide marks mentions. */
  mentions: boolean;
}

/** The strip above a list. The content script fills in the counts. */
export function Strip({ subject, hint, mentions }: Props) {
  return (
    <div class="surface strip">
      <div class="tools" role="toolbar" aria-label={t('page.strip', { subject })}>
        <button type="button" data-action="about" aria-expanded="false" title={t('page.marks', { subject })}>
          <span class="mark">
            <Icon shape="hexagon" />
          </span>
          <span class="counts" />
        </button>
        {/* Screen readers read the status below instead. */}
        <span class="position" aria-hidden="true" />
        <button type="button" data-action="previous" tabIndex={-1} title={t('page.previous')}>
          <span class="up">
            <Icon shape="chevron" />
          </span>
        </button>
        <button type="button" data-action="next" tabIndex={-1} title={t('page.next')}>
          <Icon shape="chevron" />
        </button>
        <button type="button" data-action="only" data-setting tabIndex={-1} aria-pressed="false">
          {t('page.only')}
        </button>
        <button
          type="button"
          data-action="close"
          data-setting
          tabIndex={-1}
          aria-label={t('page.close')}
          title={t('page.closeHint')}
        >
          <Icon shape="cross" />
        </button>
      </div>
      <p class="unseen" role="status" />
      {hint && (
        <div class="hint" data-setting>
          <ul>
            <li>
              <GuideChip subject={subject} /> {t('page.hint.guide')}
            </li>
            {mentions && (
              <li>
                <MentionChip /> {t('page.hint.mention')}
              </li>
            )}
          </ul>
          <button type="button" data-action="hint" data-setting>
            {t('page.hint.understood')}
          </button>
        </div>
      )}
    </div>
  );
}
