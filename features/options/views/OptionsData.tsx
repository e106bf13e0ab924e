import { BackupFile } from '../../../components/BackupFile.tsx';
import { counted, t } from '../../../lib/text.ts';
import { ResetAll } from './OptionsReset.tsx';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions, OptionsState } from './OptionsState.ts';

interface Props {
  state: Pick<OptionsState, 'own' | 'stored' | 'removed'>;
  act: Pick<OptionsActions, 'exportFile' | 'importFile' | 'resetChoices' | 'resetAll'>;
}

/** The reader's data: how much there is, export and import, and reset. */
export function OptionsData({ state, act }: Props) {
  const { picks, watched, notes } = state.own;
  return (
    <Section id="data" title={t('options.data.title')}>
      <h3>{t('options.data.own')}</h3>
      <ul class="counts">
        <li>{counted('options.data.picks', picks.size)}</li>
        <li>{counted('options.data.watched', watched.size)}</li>
        <li>{counted('options.data.notes', notes.size)}</li>
      </ul>
      <BackupFile onExport={act.exportFile} onImport={act.importFile} />
      <p class="hint">{t('options.data.importHint')}</p>
      <h3>{t('options.data.start')}</h3>
      <div class="act">
        <button type="button" class="press" aria-describedby="choices-hint" onClick={act.resetChoices}>
          {t('options.data.choices')}
        </button>
        <p class="hint" id="choices-hint">
          {t('options.data.choicesHint')}
        </p>
      </div>
      <ResetAll stored={state.stored} removed={state.removed} onReset={act.resetAll} />
    </Section>
  );
}
