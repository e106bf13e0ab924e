/** Finds English in a guide that a reviewer may want to improve. The rules can be wrong, so these are only hints. */
import { readFileSync } from 'node:fs';
import type { Problem } from '../../data/problem.ts';
import type { GuideFile } from '../../data/schema.ts';
import { authoredTexts } from './texts.ts';

/** The maximum number of words in an easy sentence. */
const SENTENCE_WORDS = 25;

/** The minimum number and share of passive sentences in a text for a hint. */
const PASSIVES = { count: 2, share: 0.5 };

const PASSIVE = /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b(?:[^.!?]*?\bby\b)?/giu;

/** A phrase to avoid, with its replacement. */
type Turn = Record<'turn' | 'instead', string>;

/** Yields hints on the texts that a guide's author wrote, in file order. */
export function* hintsFor(guide: GuideFile, turns: readonly Turn[] = turnsInReadme()): Generator<Problem> {
  for (const { path, text } of authoredTexts(guide)) {
    const sentences = text.split(/(?<=[.!?])\s+/u);
    for (const sentence of sentences) {
      const words = sentence.split(/\s+/u).length;
      if (words > SENTENCE_WORDS) yield { path, reason: `has a sentence of ${words} words: split it` };
    }
    const passives = text.match(PASSIVE)?.length ?? 0;
    if (passives >= PASSIVES.count && passives >= sentences.length * PASSIVES.share) {
      yield { path, reason: `has ${passives} passives in ${sentences.length} sentences: say who does it` };
    }
    for (const { turn, instead } of turns) {
      const found = new RegExp(`(?<![\\p{L}\\p{N}])${turn}(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.[0];
      if (found) yield { path, reason: `says “${found}”: write “${instead}”, or say it in another way` };
    }
  }
}

/** Reads the phrases from the table in data/README.md, the only place that lists them. */
export function turnsInReadme(): Turn[] {
  const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
  const table = /\| instead of \| write \|\n.*\n((?:\|.*\|\n)+)/u.exec(readme)?.[1] ?? '';
  return [...table.matchAll(/^\| (?<turn>.+?) \| (?<instead>.+?) \|$/gmu)].map(({ groups }) => ({
    turn: groups?.turn ?? '',
    instead: groups?.instead ?? '',
  }));
}
