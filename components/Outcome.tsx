import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonText } from '../lib/own/refusal.ts';
import { t } from '../lib/text.ts';

interface OutcomeState {
  /** Says what was done. */
  done?: string | undefined;
  /** Says what is wrong and what to do. */
  refused?: string | undefined;
  /** A text that the browser did not copy, so the reader copies it by hand. */
  byHand?: string | undefined;
}

/** The outcome of the last action, and a function that runs the next: it clears the last first, so that it is read out again. */
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
 * The outcome of an action. The live region is always in the document, so that screen readers notice a change.
 * @param id of the error, for the field's `aria-describedby`
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

/** A selected text to copy by hand. */
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
