import { Outcome, useOutcome } from '../../../components/Outcome.tsx';
import type { Copied } from '../../../lib/files/export.ts';
import { counted, t } from '../../../lib/text.ts';

interface Props {
  /** How many sessions are copied. */
  count: number;
  onCopy: (as: 'markdown' | 'text') => Promise<Copied>;
}

/** Copies sessions, for a document or a message. */
export function ShareCopy({ count, onCopy }: Props) {
  const [outcome, run] = useOutcome();
  const copy = (as: 'markdown' | 'text') =>
    run(async () => {
      const { text, copied } = await onCopy(as);
      return copied ? { done: counted('share.copied', count) } : { byHand: text };
    });
  return (
    <section class="part" aria-labelledby="share-copy">
      <h2 id="share-copy">{t('share.copy')}</h2>
      <p class="hint">{t('share.copyHint')}</p>
      <p class="presses">
        {(['markdown', 'text'] as const).map((as) => (
          <button type="button" key={as} class="press" disabled={count === 0} onClick={() => copy(as)}>
            {t(`share.${as}`)}
          </button>
        ))}
      </p>
      <Outcome {...outcome} />
    </section>
  );
}
