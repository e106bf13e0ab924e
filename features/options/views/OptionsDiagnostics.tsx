import { useState } from 'preact/hooks';
import { Outcome, useOutcome } from '../../../components/Outcome.tsx';
import { t } from '../../../lib/text.ts';
import type { OptionsActions } from './OptionsState.ts';

/** Copies the diagnostics and shows them, so that the reader can check the text or copy it by hand. */
export function OptionsDiagnostics({ onCopy }: { onCopy: OptionsActions['diagnose'] }) {
  const [text, setText] = useState('');
  const [outcome, run] = useOutcome();
  const copy = () =>
    run(async () => {
      const { text, copied } = await onCopy();
      setText(text);
      return { done: t(copied ? 'options.about.diagnosed' : 'options.about.diagnosedByHand') };
    });
  return (
    <div class="transfer">
      <h3>{t('options.about.problem')}</h3>
      <div class="act">
        <button type="button" class="press" aria-describedby="diagnose-hint" onClick={copy}>
          {t('options.about.diagnose')}
        </button>
        <p class="hint" id="diagnose-hint">
          {t('options.about.diagnoseHint')}
        </p>
      </div>
      <Outcome {...outcome} />
      {text && (
        <textarea
          class="diagnostics"
          readOnly
          rows={Math.min(18, text.split('\n').length)}
          aria-label={t('options.about.diagnostics')}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </div>
  );
}
