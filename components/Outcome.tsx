import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonText } from '../lib/own/refusal.ts';
import { t } from '../lib/text.ts';

interface OutcomeState {
  /** What was done, in words. */
  done?: string | undefined;
  /** What is wrong, in words that say what to do. */
  refused?: string | undefined;
  /** A text that the clipboard did not take, to be copied by hand. */
  byHand?: string | undefined;
}

/** What became of the last press, and what runs the next: it forgets the last, so that the same outcome is said again. */
export function useOutcome(): [OutcomeState, (act: () => OutcomeState | Promise<OutcomeState>) => Promise<void>] {
  const [outcome, setOutcome] = useState<OutcomeState>({});
  const run = async (act: () => OutcomeState | Promise<OutcomeState>) => {
    setOutcome({});
    try {
      setOutcome(await act());
    } catch (error) {
      setOutcome({ refused: reasonText(error) });
    }
  };
  return [outcome, run];
}

/**
 * What became of a press. The element that is read aloud is always there.
 * @param id of what is wrong, for the field that it is about
 */
export function Outcome({ done, refused, byHand, id }: OutcomeState & { id?: string }) {
  return (
    <>
      <p class="outcome" role="status">
        {done}
      </p>
      {refused !== undefined && (
        <p class="outcome refused" role="alert" id={id}>
          {refused}
        </p>
      )}
      {byHand !== undefined && <ByHand text={byHand} />}
    </>
  );
}

/** A text to be copied by hand, selected. */
function ByHand({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <div class="by-hand">
      <p class="outcome refused" role="alert">
        {t('share.byHand')}
      </p>
      <textarea ref={area} readOnly rows={5} aria-label={t('share.byHandText')} value={text} />
    </div>
  );
}
