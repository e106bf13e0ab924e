/** Finds the terms in the guide's texts. */
import type { Term } from '../../data/index.ts';

export interface Use {
  /** As the text spells it. */
  word: string;
  term: Term;
}

/** The text, cut at the first use of each term as a whole word. A longer spelling wins over a shorter one inside it. */
export function cutAtTerms(text: string, terms: readonly Term[]): (string | Use)[] {
  const spellings = terms.flatMap((term) => [term.name, ...term.also].map((word) => ({ word, term })));
  spellings.sort((a, b) => b.word.length - a.word.length);
  const any = spellings.map(({ word }) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
  if (any === '') return [text];
  const parts: (string | Use)[] = [];
  const explained = new Set<Term>();
  let end = 0;
  for (const { 0: word, index } of text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'),
  )) {
    const term = spellings.find((one) => one.word.toLowerCase() === word.toLowerCase())?.term;
    if (!term || explained.has(term)) continue;
    explained.add(term);
    parts.push(text.slice(end, index), { word, term });
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}
