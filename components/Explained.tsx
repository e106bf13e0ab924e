import type { Term } from '../data/index.ts';
import { cutAtTerms, type Use } from '../lib/guide/term-uses.ts';

interface Props {
  text: string;
  terms: readonly Term[];
}

/**
 * A text whose terms are explained at their first use, on hover, focus and touch (terms.ts handles Escape). The style
 * sheet shows the explanation, so the text itself does not change.
 */
export function Explained({ text, terms }: Props) {
  const parts = cutAtTerms(text, terms);
  return (
    <>
      {parts.map((part, index) => {
        if (typeof part !== 'string') return keepTogether(explain(part), leadingPunctuation(parts[index + 1]));
        return index > 0 ? part.slice(leadingPunctuation(part).length) : part;
      })}
    </>
  );
}

/** Browsers may break a line after any button. Punctuation must stay on the line of the term before it. */
function keepTogether(term: preact.VNode, punctuation: string) {
  return punctuation === '' ? (
    term
  ) : (
    <span class="keep">
      {term}
      {punctuation}
    </span>
  );
}

function leadingPunctuation(part: string | Use | undefined): string {
  return (typeof part === 'string' && /^[^\s\p{L}\p{N}]+/u.exec(part)?.[0]) || '';
}

function explain({ word, term: { meaning } }: Use) {
  return (
    <button type="button" class="term" aria-description={meaning} data-meaning={meaning}>
      {word}
    </button>
  );
}
