import { useRef, useState } from 'preact/hooks';
import { ExternalLink } from '../../../components/ExternalLink.tsx';
import { cutAtPositions, recordingAt } from '../../../lib/guide/positions.ts';
import { NOTE_MAX } from '../../../lib/own/own.ts';
import { counted, t } from '../../../lib/text.ts';

/** Shows how many characters are left from this number on. */
const NEAR = 500;

interface Props {
  id: string;
  /** The stored text. */
  text: string;
  /** The address of the session's recording, and the session's planned length in milliseconds. */
  recording: string | undefined;
  planned: number;
  onText: (text: string) => void;
}

/**
 * The field for a note. While the reader types, changes in other windows don't replace the text. A text that the browser
 * refused to store stays in the field.
 */
export function NoteField({ id, text, recording, planned, onText }: Props) {
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
      {recording && <Positions note={shown} recording={recording} planned={planned} />}
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

/** Links into the recording, for the positions in a note. */
function Positions({ note, recording, planned }: { note: string; recording: string; planned: number }) {
  const positions = cutAtPositions(note, planned).filter((part) => typeof part !== 'string');
  if (positions.length === 0) return null;
  return (
    <p class="positions">
      {t('mine.positions')}{' '}
      {positions.map(({ text, seconds }) => (
        <>
          <ExternalLink href={recordingAt(recording, seconds)}>{text}</ExternalLink>{' '}
        </>
      ))}
    </p>
  );
}

/** Whether a text went back to what it was before the last change, because that was not stored. */
function useRefused(text: string): boolean {
  const lately = useRef<(string | undefined)[]>([]);
  if (lately.current.at(-1) !== text) lately.current = [...lately.current.slice(-2), text];
  return lately.current.length === 3 && lately.current[0] === text;
}
