import { t } from '../lib/text.ts';

/** What went wrong and what became of it, until the reader dismisses it. */
export function Notice({ text, onDismiss }: { text: string | undefined; onDismiss: () => void }) {
  if (!text) return null;
  return (
    <div class="notice" role="alert">
      <p>{text}</p>
      <button type="button" onClick={onDismiss}>
        {t('agenda.understood')}
      </button>
    </div>
  );
}
