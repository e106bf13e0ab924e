import { useRef, useState } from 'preact/hooks';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { counted, t } from '../../../lib/text.ts';

/** Characters left from which on they are counted. */
const NEAR = 500;

interface Props {
  id: string;
  /** What is stored. */
  text: string;
  onText: (text: string) => void;
}

/**
 * The reader's note. While it is being written, what another window stores does not change it under the hand; and what the
 * browser refused to store stays in the field.
 */
export function NoteField({ id, text, onText }: Props) {
  const [draft, setDraft] = useState<string>();
  const refused = useRefused(text);
  const shown = draft ?? text;
  const left = NOTE_MAX - shown.length;
  const field = `note-${id}`;
  return (
    <div class="note">
      <label for={field}>{t('mine.note')}</label>
      <span class="hint" id={`${field}-hint`}>
        {left <= NEAR ? counted('mine.noteLeft', left) : t('mine.noteHint')}
      </span>
      <textarea
        id={field}
        rows={3}
        maxLength={NOTE_MAX}
        aria-describedby={`${field}-hint`}
        value={shown}
        onInput={({ currentTarget }) => {
          setDraft(currentTarget.value);
          onText(currentTarget.value);
        }}
        onBlur={() => {
          if (!refused || draft === text) setDraft(undefined);
        }}
      />
      {shown !== '' && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setDraft(undefined);
            onText('');
          }}
        >
          {t('mine.noteRemove')}
        </button>
      )}
    </div>
  );
}

/** Whether a text has gone back to what it was before the last change: then that was not stored. */
function useRefused(text: string): boolean {
  const lately = useRef<(string | undefined)[]>([]);
  if (lately.current.at(-1) !== text) lately.current = [...lately.current.slice(-2), text];
  return lately.current.length === 3 && lately.current[0] === text;
}
