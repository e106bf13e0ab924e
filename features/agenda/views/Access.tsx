import { t } from '../../../lib/text.ts';

/** Says that nothing can be marked on Sched's pages, and asks the browser to allow it. */
export function Access({ onAsk }: { onAsk: () => void }) {
  return (
    <div class="notice" role="alert">
      <p>{t('notice.access')}</p>
      <button type="button" onClick={onAsk}>
        {t('notice.allow')}
      </button>
    </div>
  );
}
