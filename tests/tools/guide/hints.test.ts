import { describe, expect, test } from 'vitest';
import { hintsFor, turnsInReadme } from '../../../tools/guide/hints.ts';
import { checkText } from '../../../tools/guide/parse.ts';
import { text, withValues } from '../../data/broken.ts';

/** The hints for the released guide with a different summary in its first session. */
function hints(summary: string): string[] {
  const { guide } = checkText(withValues({ 'sessions[0].summary': summary }));
  if (!guide) throw new Error('the guide can be read');
  return [...hintsFor(guide)].map(({ path, reason }) => `${path}: ${reason}`);
}

const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

describe('the hints on a guide’s English', () => {
  test('are none for the released guide', () => {
    const { guide } = checkText(text);
    expect(guide && [...hintsFor(guide)]).toEqual([]);
  });

  test('allow sentences of at most 25 words', () => {
    expect(hints(words(25))).toEqual([]);
    expect(hints(`Short. ${words(26)}`)).toEqual(['sessions[0].summary: has a sentence of 26 words: split it']);
  });

  test('limit the passive voice', () => {
    expect(hints('The lamp is trimmed by the keeper. The oil was poured by a guest.')).toEqual([
      'sessions[0].summary: has 2 passives in 2 sentences: say who does it',
    ]);
    expect(hints('The lamp is trimmed by the keeper. He sings. She reads. All of them laugh.')).toEqual([]);
  });

  test('include every phrase to avoid in data/README.md', () => {
    const turns = turnsInReadme();
    expect(turns.length).toBeGreaterThan(8);
    for (const { turn } of turns) expect(hints(`They say ${turn}.`)).toHaveLength(1);
    expect(hints('They say figures only asked for.')).toEqual([]);
  });
});
