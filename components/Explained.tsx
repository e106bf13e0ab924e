import type { Term } from '../data/index.ts';
import { cutAtTerms, type Use } from '../lib/guide/term-uses.ts';

interface Props {
  text: string;
  terms: readonly Term[];
}

/**
 * A text in which the first use of each term explains itself on hover, focus and touch (see terms.ts for Escape). The
 * explanation is shown by the style sheet, so that the text itself stays as it was written.
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

/** Browsers may break the line after any button: what a text has right after it must not begin the next line. */
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
