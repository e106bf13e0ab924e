import { t } from '../lib/text.ts';
import { Outcome, useOutcome } from './TakeAlongOutcome.tsx';

interface Props {
  onExport: () => void | Promise<void>;
  /** Adds what a file holds, and says so. Resolves with what is wrong with it, in words. Missing where none can be chosen. */
  onImport?: ((file: File) => Promise<string | undefined>) | undefined;
  onOpenPage?: (() => void) | undefined;
}

/** Everything that is the reader's own as a file, and what another file holds. */
export function TakeAlongFile({ onExport, onImport, onOpenPage }: Props) {
  const [outcome, run] = useOutcome();
  const save = () =>
    run(async () => {
      await onExport();
      return { done: t('take.fileSaved') };
    });
  return (
    <div class="way">
      <h3>{t('take.file')}</h3>
      <p class="hint">{t('take.fileHint')}</p>
      {!onImport && (
        <p class="hint" id="take-import-place">
          {t('take.importPlace')}
        </p>
      )}
      <p class="presses">
        <button type="button" class="press" onClick={save}>
          {t('take.fileSave')}
        </button>
        {onImport && (
          <label class="press">
            {t('take.fileRead')}
            <input
              type="file"
              class="unseen"
              accept=".json,application/json"
              aria-invalid={outcome.refused !== undefined}
              aria-describedby={outcome.refused === undefined ? undefined : 'take-file-refused'}
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
          <button type="button" class="press" aria-describedby="take-import-place" onClick={onOpenPage}>
            {t('take.openPage')}
          </button>
        )}
      </p>
      <Outcome {...outcome} id="take-file-refused" />
    </div>
  );
}
