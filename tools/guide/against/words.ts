/** Texts as rows of words, so that two can be compared whatever their case, punctuation and markup. */
import { type Block, lineAt } from '../draft/blocks.ts';

export interface Word {
  /** In lower case, without apostrophes. */
  word: string;
  /** Where it begins and ends in the text. */
  at: number;
  to: number;
}

export interface PostWord extends Word {
  /** The line of the post. */
  line: number;
  /** Whether it is in the text of a link: the name of what is linked is a fact. */
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

/** The words of a post, one after the other: what a reader copies may go over lines, paragraphs and points of a list. */
export function splitPostWords(blocks: readonly Block[]): PostWord[] {
  return blocks.flatMap((block) =>
    splitWords(block.text).map((word) => ({
      ...word,
      line: lineAt(block, word.at),
      linked: block.links.some(({ start, end }) => start <= word.at && word.to <= end),
    })),
  );
}
