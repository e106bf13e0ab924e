import { t } from '../lib/text.ts';
import { Outcome, useOutcome } from './Outcome.tsx';

interface Props {
  onExport: () => void | Promise<void>;
  /** Imports a file. Resolves with an error message if it is refused. Missing where no file can be chosen. */
  onImport?: ((file: File) => Promise<string | undefined>) | undefined;
  onOpenPage?: (() => void) | undefined;
}

/** Saves all of the reader's data as a file, and imports such a file. */
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
                // Emptied, so that choosing the same file again fires a change event.
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
