import { expect, test } from 'vitest';
import { snippetAround } from '../../../../features/agenda/list/snippet.ts';

const LONG = `${'word '.repeat(40)}kelp ${'tide '.repeat(40)}end`;
const at = LONG.indexOf('kelp');

test('A short text is shown in full', () => {
  expect(snippetAround('Kelp and tides', [0, 4])).toBe('Kelp and tides');
});

test.each<[string, [number, number]]>([
  ['in its middle', [at, at + 4]],
  ['at its beginning', [0, 4]],
  ['at its end', [LONG.length - 3, LONG.length]],
])('A long text with a hit %s is cut between words around the hit', (_, [start, end]) => {
  const snippet = snippetAround(LONG, [start, end]);
  expect(snippet).toContain(LONG.slice(start, end));
  expect(snippet.length).toBeLessThan(180);
  expect(snippet.startsWith('…')).toBe(start > 0);
  expect(snippet.endsWith('…')).toBe(end < LONG.length);
  for (const word of snippet.replaceAll('…', '').trim().split(' '))
    expect(['word', 'kelp', 'tide', 'end']).toContain(word);
});
