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
  return <>{cutAtTerms(text, terms).map((part) => (typeof part === 'string' ? part : explain(part)))}</>;
}

function explain({ word, term: { meaning } }: Use) {
  return (
    <button type="button" class="term" aria-description={meaning} data-meaning={meaning}>
      {word}
    </button>
  );
}
