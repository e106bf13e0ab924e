import { t } from '../../../lib/text.ts';

/** Warns that nothing is marked on Sched's pages, with a button that asks for access. */
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
