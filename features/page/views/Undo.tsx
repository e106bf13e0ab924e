import { Icon } from '../../../components/Icon.tsx';
import { t } from '../../../lib/text.ts';

interface Props {
  text: string;
  /** Whether a setting was changed, which no script of a page may change back. */
  isSetting: boolean;
}

/** Says what was removed, with an undo button. */
export function Undo({ text, isSetting }: Props) {
  return (
    <div class="surface undo">
      <p>{text}</p>
      <button type="button" class="back" data-action="undo" data-setting={isSetting || undefined}>
        {t('done.undo')}
      </button>
      <button type="button" data-action="close" aria-label={t('done.close')}>
        <Icon shape="cross" />
      </button>
    </div>
  );
}
