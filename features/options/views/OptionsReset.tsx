import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../../lib/text.ts';
import type { Kind, OptionsState } from './OptionsState.ts';

interface Props {
  stored: OptionsState['stored'];
  removed: OptionsState['removed'];
  onReset: () => void;
}

/** The badge needs this data, and the browser removes it when it closes. */
const STAYS: Kind = 'tabs';

/** Removes everything after a confirmation that lists it, and offers undo until the page is closed. */
export function ResetAll({ stored, removed, onReset }: Props) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <>
      <div class="act">
        <button
          type="button"
          class="press danger"
          ref={opener}
          aria-describedby="all-hint"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {t('options.data.all')}
        </button>
        <p class="hint" id="all-hint">
          {t('options.data.allHint')}
        </p>
      </div>
      {asking && (
        <Question
          goes={stored.filter(({ kind, count }) => count > 0 && kind !== STAYS)}
          onCancel={close}
          onConfirm={() => {
            close();
            onReset();
          }}
        />
      )}
      {removed && (
        <div class="ask">
          <p>
            <strong>{t('options.data.removed')}</strong> {t('options.data.removedHint')}
          </p>
          {removed.accountStays && <p class="warn">{t('options.data.accountStays')}</p>}
          <button
            type="button"
            class="press"
            onClick={() => {
              removed.undo();
              opener.current?.focus();
            }}
          >
            {t('done.undo')}
          </button>
        </div>
      )}
    </>
  );
}

interface QuestionProps {
  goes: OptionsState['stored'];
  onCancel: () => void;
  onConfirm: () => void;
}

function Question({ goes, onCancel, onConfirm }: QuestionProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <fieldset class="ask" aria-describedby="ask-goes" onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <legend>{t('options.data.ask')}</legend>
      <div id="ask-goes">
        {goes.length === 0 && <p>{t('options.data.askNone')}</p>}
        <ul>
          {goes.map(({ kind, count }) => (
            <li key={kind}>
              {t('options.data.goes', { name: t(`options.stored.${kind}`), count: count.toLocaleString(language()) })}
            </li>
          ))}
        </ul>
        {goes.some(({ kind }) => kind === 'account') && <p>{t('options.data.account')}</p>}
      </div>
      <p class="presses">
        <button type="button" class="press" ref={cancel} onClick={onCancel}>
          {t('options.data.cancel')}
        </button>
        {goes.length > 0 && (
          <button type="button" class="press danger" onClick={onConfirm}>
            {t('options.data.confirm')}
          </button>
        )}
      </p>
    </fieldset>
  );
}
