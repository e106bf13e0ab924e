import { useRef, useState } from 'preact/hooks';
import { Outcome, useOutcome } from '../../../components/Outcome.tsx';
import type { Copied } from '../../../lib/files/export.ts';
import { t } from '../../../lib/text.ts';

interface Props {
  /** The code of the picks; empty without any. */
  code: string;
  onCopyCode: () => Promise<Copied>;
  /** Adds the picks of a code. Resolves with an error message if it is refused. */
  onCode: (text: string) => Promise<string | undefined>;
}

/** Copies the picks as a code, and adds picks from one. */
export function ShareCode({ code, onCopyCode, onCode }: Props) {
  return (
    <div class="ways">
      <CodeOut code={code} onCopyCode={onCopyCode} />
      <CodeIn onCode={onCode} />
    </div>
  );
}

function CodeOut({ code, onCopyCode }: Pick<Props, 'code' | 'onCopyCode'>) {
  const [outcome, run] = useOutcome();
  const copy = () =>
    run(async () => {
      const { text, copied } = await onCopyCode();
      return copied ? { done: t('share.codeCopied') } : { byHand: text };
    });
  return (
    <div class="transfer">
      <h3>{t('share.codeOut')}</h3>
      <p class="hint">{code ? t('share.codeOutHint') : t('share.codeNone')}</p>
      {code && (
        <p class="presses">
          <input type="text" class="code" readOnly aria-label={t('share.codeOwn')} value={code} onFocus={selectAll} />
          <button type="button" class="press" onClick={copy}>
            {t('share.codeCopy')}
          </button>
        </p>
      )}
      <Outcome {...outcome} />
    </div>
  );
}

function selectAll({ currentTarget }: { currentTarget: HTMLInputElement }) {
  currentTarget.select();
}

function CodeIn({ onCode }: Pick<Props, 'onCode'>) {
  const [text, setText] = useState('');
  const [outcome, run] = useOutcome();
  const field = useRef<HTMLInputElement>(null);
  const add = (event: Event) => {
    event.preventDefault();
    return run(async () => {
      const refused = await onCode(text);
      // The bar at the bottom says what was added.
      if (refused === undefined) setText('');
      else field.current?.focus();
      return { refused };
    });
  };
  return (
    <form class="transfer" onSubmit={add}>
      <h3>{t('share.codeIn')}</h3>
      <p class="hint" id="share-code-hint">
        {t('share.codeInHint')}
      </p>
      <p class="presses">
        <input
          ref={field}
          type="text"
          class="code"
          aria-label={t('share.codeField')}
          aria-describedby={outcome.refused === undefined ? 'share-code-hint' : 'share-code-refused'}
          aria-invalid={outcome.refused !== undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="press">
          {t('share.codeAdd')}
        </button>
      </p>
      <Outcome {...outcome} id="share-code-refused" />
    </form>
  );
}
