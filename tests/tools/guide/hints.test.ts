import { describe, expect, test } from 'vitest';
import { hintsFor, turnsInReadme } from '../../../tools/guide/hints.ts';
import { checkText } from '../../../tools/guide/parse.ts';
import { text, withValues } from '../../data/broken.ts';

/** The hints for the released guide with another summary of its first session. */
function hints(summary: string): string[] {
  const { guide } = checkText(withValues({ 'sessions[0].summary': summary }));
  if (!guide) throw new Error('the guide can be read');
  return [...hintsFor(guide)].map(({ path, reason }) => `${path}: ${reason}`);
}

const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

describe('The English of a guide', () => {
  test('of the released one gives no hint.', () => {
    const { guide } = checkText(text);
    expect(guide && [...hintsFor(guide)]).toEqual([]);
  });

  test('has sentences of 25 words at most.', () => {
    expect(hints(words(25))).toEqual([]);
    expect(hints(`Short. ${words(26)}`)).toEqual(['sessions[0].summary: has a sentence of 26 words: split it']);
  });

  test('is active for the most part.', () => {
    expect(hints('The lamp is trimmed by the keeper. The oil was poured by a guest.')).toEqual([
      'sessions[0].summary: has 2 passives in 2 sentences: say who does it',
    ]);
    expect(hints('The lamp is trimmed by the keeper. He sings. She reads. All of them laugh.')).toEqual([]);
  });

  test('has none of the turns in data/README.md.', () => {
    const turns = turnsInReadme();
    expect(turns.length).toBeGreaterThan(8);
    for (const { turn } of turns) expect(hints(`They say ${turn}.`)).toHaveLength(1);
    expect(hints('They say figures only asked for.')).toEqual([]);
  });
});
