/** Finds wording that a guide copied from its source. Facts may be copied, sentences may not. */
import type { Problem } from '../../../data/check.ts';
import type { GuideFile } from '../../../data/schema.ts';
import { authoredTexts } from '../texts.ts';
import { type PostWord, splitWords, type Word } from './words.ts';

/** The minimum number of equal words in a row. Seven occur by coincidence, in names and common phrases. */
const ROW = 8;

/** Names and titles are facts. More than half of a row must be other words. */
const OWN = 5;

/**
 * Finds eight equal words in a row in texts of the guide and the post.
 * @param post the name of the post's file, for messages
 */
export function* findCopiedWording(guide: GuideFile, words: readonly PostWord[], post: string): Generator<Problem> {
  const starts = Map.groupBy(words.keys(), (at) => rowAt(words, at));
  const names = collectNames(guide);
  for (const { path, text } of authoredTexts(guide)) {
    const own = splitWords(text);
    const facts = factsIn(own, names);
    for (let at = 0; at + ROW <= own.length; at++) {
      const runs = (starts.get(rowAt(own, at)) ?? []).map((from) => sameWords(own.slice(at), words.slice(from)));
      const [run] = runs.toSorted((a, b) => b.length - a.length);
      if (!run) continue;
      const isOwn = run.map(({ linked }, nth) => !linked && !facts[at + nth]);
      if (isOwn.some((_, nth) => isOwn.slice(nth, nth + ROW).filter(Boolean).length >= OWN)) {
        const copied = text.slice(own[at]?.at, own[at + run.length - 1]?.to);
        const where = `line ${run[0]?.line} of ${post}`;
        yield { path, reason: `has ${run.length} words in a row from ${where}: “${copied}”: say it in your own words` };
      }
      at += run.length - 1;
    }
  }
}

/** The names in a guide as rows of words, by first word. */
function collectNames(guide: GuideFile): Map<string, string[][]> {
  const { name, place, source, sites, events, terms, sessions } = guide;
  const people = sessions.flatMap(({ speakers }) => speakers.flatMap((one) => [one.name, one.organisation ?? '']));
  const things = [...sites, ...events, ...terms].map((one) => one.name);
  const spelt = terms.flatMap(({ also }) => also);
  const titles = [name, place, source.title, source.organisation, source.author, ...sessions.map(({ title }) => title)];
  const rows = [...people, ...things, ...spelt, ...titles].map((one) => splitWords(one).map(({ word }) => word));
  return Map.groupBy(rows, ([first = '']) => first);
}

/** Whether each word of a text is part of a name. */
function factsIn(words: readonly Word[], names: ReadonlyMap<string, string[][]>): boolean[] {
  const facts = words.map(() => false);
  for (const [at, { word }] of words.entries()) {
    for (const name of names.get(word) ?? []) {
      if (name.every((part, nth) => words[at + nth]?.word === part)) facts.fill(true, at, at + name.length);
    }
  }
  return facts;
}

/** The words of a row; empty if too few are left. */
function rowAt(words: readonly Word[], at: number): string {
  const row = words.slice(at, at + ROW).map(({ word }) => word);
  return row.length === ROW ? row.join(' ') : '';
}

/** The words of a post that a text also has, up to the first difference. */
function sameWords(own: readonly Word[], words: readonly PostWord[]): readonly PostWord[] {
  const end = words.findIndex(({ word }, nth) => own[nth]?.word !== word);
  return end < 0 ? words : words.slice(0, end);
}
