/** Wording that a guide took over from its source. Facts carry over, sentences don't. */
import type { Problem } from '../../../data/check.ts';
import type { GuideFile } from '../../../data/schema.ts';
import { authoredTexts } from '../texts.ts';
import { type PostWord, splitWords, type Word } from './words.ts';

/** So many words in a row are no coincidence: seven still are, in names of things and common phrases. */
const ROW = 8;

/** Names and titles are facts in any number. Of a row, more than half has to be other words. */
const OWN = 5;

/**
 * Where texts of the guide have eight words in a row as the post has them.
 * @param post the name of the post's file, for the messages
 */
export function* findCopiedWording(guide: GuideFile, words: readonly PostWord[], post: string): Generator<Problem> {
  const rows = indexWords(words);
  const names = collectNames(guide);
  for (const { path, text } of authoredTexts(guide)) {
    const own = splitWords(text);
    const facts = factsIn(own, names);
    for (let at = 0; at + ROW <= own.length; at++) {
      const found = longestFrom(at, own, words, rows);
      if (!found) continue;
      if (isWording(facts, words, at, found)) yield { path, reason: explainRun(text, own, at, words, found, post) };
      at += found.length - 1;
    }
  }
}

/** Everything in a guide that has a name, as rows of words by their first. */
function collectNames(guide: GuideFile): Map<string, string[][]> {
  const { name, place, source, sites, events, terms, sessions } = guide;
  const people = sessions.flatMap(({ speakers }) => speakers.flatMap((one) => [one.name, one.organisation ?? '']));
  const things = [...sites, ...events, ...terms].map((one) => one.name);
  const spelt = terms.flatMap(({ also }) => also);
  const titles = [name, place, source.title, source.organisation, source.author, ...sessions.map(({ title }) => title)];
  const rows = [...people, ...things, ...spelt, ...titles].map((one) => splitWords(one).map(({ word }) => word));
  return Map.groupBy(
    rows.filter((row) => row.length > 0),
    ([first = '']) => first,
  );
}

/** For each word of a text, whether it is part of a name. */
function factsIn(words: readonly Word[], names: ReadonlyMap<string, string[][]>): boolean[] {
  const facts = words.map(() => false);
  for (const [at, { word }] of words.entries()) {
    for (const name of names.get(word) ?? []) {
      if (name.every((part, nth) => words[at + nth]?.word === part)) facts.fill(true, at, at + name.length);
    }
  }
  return facts;
}

/** Where in the post each row of words begins. */
function indexWords(words: readonly PostWord[]): Map<string, number[]> {
  const starts = words.slice(0, Math.max(0, words.length - ROW + 1)).map((_, at) => at);
  return Map.groupBy(starts, (at) => rowAt(words, at));
}

function rowAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + ROW)
    .map(({ word }) => word)
    .join(' ');
}

interface Found {
  /** Where it begins in the post. */
  from: number;
  /** In words. */
  length: number;
}

function longestFrom(
  at: number,
  own: readonly Word[],
  words: readonly PostWord[],
  rows: ReadonlyMap<string, number[]>,
): Found | undefined {
  let best: Found | undefined;
  for (const from of rows.get(rowAt(own, at)) ?? []) {
    let length = ROW;
    while (own[at + length] && own[at + length]?.word === words[from + length]?.word) length++;
    if (length > (best?.length ?? 0)) best = { from, length };
  }
  return best;
}

function isWording(
  facts: readonly boolean[],
  words: readonly PostWord[],
  at: number,
  { from, length }: Found,
): boolean {
  const own = Array.from({ length }, (_, nth) => Number(!facts[at + nth] && !words[from + nth]?.linked));
  return own.some((_, nth) => own.slice(nth, nth + ROW).reduce((sum, one) => sum + one, 0) >= OWN);
}

function explainRun(
  text: string,
  own: readonly Word[],
  at: number,
  words: readonly PostWord[],
  { from, length }: Found,
  post: string,
): string {
  const copied = text.slice(own[at]?.at, own[at + length - 1]?.to);
  return `has ${length} words in a row from line ${words[from]?.line} of ${post}: “${copied}”: say it in your own words`;
}
