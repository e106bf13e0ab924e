/** Splits texts into words, to compare them independently of case, punctuation and markup. */
import { type Block, lineAt } from '../draft/blocks.ts';

export interface Word {
  /** Lower case, without apostrophes. */
  word: string;
  /** Its start and end in the text. */
  at: number;
  to: number;
}

export interface PostWord extends Word {
  /** The line in the post. */
  line: number;
  /** Whether it is in the text of a link. Names of linked things are facts. */
  linked: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a plain text. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: found.normalize('NFKC').toLowerCase().replace(/['’]/gu, ''),
    at: index,
    to: index + found.length,
  }));
}

/** All words of a post, because copied text may span lines, paragraphs and list items. */
export function splitPostWords(blocks: readonly Block[]): PostWord[] {
  return blocks.flatMap((block) =>
    splitWords(block.text).map((word) => ({
      ...word,
      line: lineAt(block, word.at),
      linked: block.links.some(({ start, end }) => start <= word.at && word.to <= end),
    })),
  );
}
