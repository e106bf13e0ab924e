import { t } from '../lib/text.ts';
import { Outcome, useOutcome } from './Outcome.tsx';

interface Props {
  onExport: () => void | Promise<void>;
  /** Adds what a file holds, and says so. Resolves with what is wrong with it, in words. Missing where none can be chosen. */
  onImport?: ((file: File) => Promise<string | undefined>) | undefined;
  onOpenPage?: (() => void) | undefined;
}

/** Everything that is the reader's own as a file, and what another file holds. */
export function BackupFile({ onExport, onImport, onOpenPage }: Props) {
  const [outcome, run] = useOutcome();
  const save = () =>
    run(async () => {
      await onExport();
      return { done: t('share.fileSaved') };
    });
  return (
    <div class="transfer">
      <h3>{t('share.file')}</h3>
      <p class="hint">{t('share.fileHint')}</p>
      {!onImport && (
        <p class="hint" id="share-import-place">
          {t('share.importPlace')}
        </p>
      )}
      <p class="presses">
        <button type="button" class="press" onClick={save}>
          {t('share.fileSave')}
        </button>
        {onImport && (
          <label class="press">
            {t('share.fileRead')}
            <input
              type="file"
              class="unseen"
              accept=".json,application/json"
              aria-invalid={outcome.refused !== undefined}
              aria-describedby={outcome.refused === undefined ? undefined : 'share-file-refused'}
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                // Empty again, so that choosing the same file once more is a change.
                currentTarget.value = '';
                if (file) run(async () => ({ refused: await onImport(file) }));
              }}
            />
          </label>
        )}
        {!onImport && onOpenPage && (
          <button type="button" class="press" aria-describedby="share-import-place" onClick={onOpenPage}>
            {t('agenda.page')}
          </button>
        )}
      </p>
      <Outcome {...outcome} id="share-file-refused" />
    </div>
  );
}
