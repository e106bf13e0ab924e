import { t } from '../lib/text.ts';

/** An error message, shown until the reader dismisses it. */
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
