/** A tolerant search: it ignores case, diacritics and punctuation. */
import { otherNumber } from './typos.ts';
import { QUERY_MAX } from './view.ts';

/** Marks, quotes, apostrophes and invisible characters, which may be inside words. */
const INSIDE = /[\p{M}\p{Cf}'"`‘’‚‛“”„‟′″‹›«»\u02B9-\u02BC\u05F3\u05F4]/gu;
/** Letters that Unicode does not decompose, and how other keyboards write them; the last is the final sigma. */
const LETTERS = /[ßæœþøłđðħŧıς]/gu;
const WRITTEN = ['ss', 'ae', 'oe', 'th', 'o', 'l', 'd', 'd', 'h', 't', 'i', 'σ'];
/** Scripts without spaces between words, where a match may begin anywhere. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

const START = '(?:^| )';
const END = '(?= |$)';
/** The length of words that may be several words joined. */
const TOGETHER = { min: 4, max: 40 };

/** A text folded for the search: words of lower-case letters and digits, with single spaces between them. */
export function fold(text: string): string {
  // Most of a text is ASCII, where the first two steps are enough. Only foldedOther would take four times as long.
  return text
    .toLowerCase()
    .replace(/['"`’]+/g, '')
    .replace(/[^a-z0-9 \u0080-\uffff]+/g, ' ')
    .replace(/[\u0080-\uffff]+/g, foldedOther)
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Folds any characters. Runs of other characters than letters and digits become a space. */
function foldedOther(text: string): string {
  return text
    .replace(/[´\u1FFD]/g, '') // Typed as an apostrophe. NFKD would add a space.
    .normalize('NFKD')
    .toLowerCase()
    .replace(INSIDE, '')
    .replace(LETTERS, (letter) => WRITTEN['ßæœþøłđðħŧıς'.indexOf(letter)] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/**
 * Returns a function that tests whether a folded text has every word of a query. Words of one or two characters must start
 * a word, longer ones match anywhere, and their plural or singular matches as a whole word. Two words also match joined, and
 * one word split: “layer 7” in “Layer7”, “clustermesh” in “Cluster Mesh”. A query without letters and digits matches all.
 * @param near words that match too, at the start of a word
 */
export function finder(query: string, near: Near = new Map()): (folded: string) => boolean {
  const { long, short, together } = compilePatterns(query, near);
  const some = (patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern));
  const all = (patterns: readonly RegExp[], folded: string) => patterns.every((pattern) => pattern.test(folded));
  const [anywhere, starts, whole] = [some(long), some(short), some(together)];
  return (folded) => all(anywhere, folded) && (all(starts, folded) || whole.some((pattern) => pattern.test(folded)));
}

/** Words that may be meant, by word of a query. */
export type Near = ReadonlyMap<string, readonly string[]>;

/** The folded words of a query, each once. */
export function wordsIn(query: string): string[] {
  return [...new Set(foldQuery(query).split(' '))].filter(Boolean);
}

/** A query folded, with the usual short forms written out. */
function foldQuery(query: string): string {
  return fold(query.slice(0, QUERY_MAX)).replace(/(?<= |^)ip ?([46])(?= |$)/gu, 'ipv$1');
}

interface Patterns {
  long: string[];
  short: string[];
  /** A query of several words as a single one, where that may find more: where it has short words. */
  together: string[];
}

/** Regular expressions over folded texts, each for a word; there is nothing to escape in the folded words of a query. */
function compilePatterns(query: string, near: Near): Patterns {
  const folded = foldQuery(query);
  const words = wordsIn(query);
  const long = words.filter((word) => !isShort(word));
  const short = words.filter(isShort);
  const together = short.length > 0 && words.length > 1 ? [folded.replaceAll(' ', '')] : [];
  return {
    long: long.map((word) => [compilePattern(word), ...(near.get(word) ?? []).map((other) => START + other)].join('|')),
    short: short.map((word) => START + word),
    together: together.map((one) => START + one),
  };
}

/**
 * A word anywhere, or in the other number as a whole one: “logs” finds no “login”. Or as several whole ones: with any
 * beginning of the last, “networki” would find “network isolates”.
 */
function compilePattern(word: string): string {
  const letters = [...word];
  const isTogether = letters.length >= TOGETHER.min && letters.length <= TOGETHER.max;
  const whole = [...otherNumber(word), ...(isTogether ? [letters.join(' ?')] : [])];
  return [word, ...whole.map((other) => START + other + END)].join('|');
}

function isShort(word: string): boolean {
  return [...word].length <= 2 && !UNSPACED.test(word);
}

/**
 * Returns a function that finds the words of a query in a text, to highlight them. It returns ranges of UTF-16 code units,
 * sorted and with a gap between them. A range includes the diacritics of its letters, and never only a part of a letter that
 * stands for several, such as “æ”.
 */
export function hitFinder(query: string, near: Near = new Map()): (text: string) => [start: number, end: number][] {
  const { long, short, together } = compilePatterns(query, near);
  const patterns = [...long, ...short, ...together].map((pattern) => new RegExp(pattern, 'g'));
  if (patterns.length === 0) return () => [];
  return (text) => {
    const { folded, starts } = traced(text);
    const found = patterns.flatMap((pattern) =>
      [...folded.matchAll(pattern)].map(({ 0: hit, index }): [number, number] => [
        starts[index + (hit.startsWith(' ') ? 1 : 0)] ?? 0,
        letterEnd(text, starts[index + hit.length - 1] ?? 0),
      ]),
    );
    return joined(found);
  };
}

/** Cached, because a list folds the same letters again for each key. */
const foldedLetters = new Map<string, string>();

/** A text folded letter by letter, and for each code unit of that where its letter starts in the text. */
function traced(text: string): { folded: string; starts: number[] } {
  const starts: number[] = [];
  let folded = '';
  let start = 0;
  for (const letter of text) {
    const piece = foldedLetters.get(letter) ?? foldedOther(letter.toLowerCase());
    foldedLetters.set(letter, piece);
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charAt(at);
      if (unit === ' ' && folded.endsWith(' ')) continue;
      folded += unit;
      starts.push(start);
    }
    start += letter.length;
  }
  return { folded, starts };
}

/** The end of the letter that starts at an index, with its diacritics. */
function letterEnd(text: string, start: number): number {
  return start + (/^.\p{M}*/su.exec(text.slice(start))?.[0].length ?? 0);
}

/** Ranges in order, those that touch as one. */
function joined(ranges: [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [start, end] of ranges.sort(([one], [other]) => one - other)) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}
