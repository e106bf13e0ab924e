import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFailure, FAILURES, type Failure, readFailures, withFailures } from '../../../lib/report/failures.ts';
import { runs } from '../../runs.ts';

const NOW = Date.UTC(2025, 10, 10);
const readText = (text: string) => createFailure('cards', text, NOW).text;
const failure = (text: string, at = NOW): Failure => createFailure('cards', text, at);

describe('a failure keeps', () => {
  test('the text of the error, the part and the time', () => {
    expect(createFailure('cards', 'TypeError: x is not a function', NOW)).toEqual({
      at: NOW,
      where: 'cards',
      text: 'TypeError: x is not a function',
      times: 1,
    });
  });

  test.each([
    [
      'Error: no answer to https://kccncna2025.sched.com/event/27FbS/slug?q=me for it',
      'Error: no answer to [address] for it',
    ],
    ['Error: chrome-extension://abcdefgh/chunks/a.js failed', 'Error: [address] failed'],
    ['Error: blob:https://example.com/1 and data:text/html,x', 'Error: [address] and [address]'],
    ['Error: sent to ada@example.com', 'Error: sent to [address]'],
    ['Error: the guide has no session 28D1Y today', 'Error: the guide has no session [id] today'],
    [
      `SyntaxError: Unexpected token 'm', "my "own" note" is not valid JSON`,
      'SyntaxError: Unexpected token […] is not valid JSON',
    ],
    ['Error: “Containing Wildfires” isn’t there', 'Error: […] isn’t there'],
    ["Error: can't read what's there", "Error: can't read what's there"],
    ['Error: first\nsecond: my note', 'Error: first'],
    ['Error: first\u2028second: my note', 'Error: first'],
    ['Error: can’t parse "my secret\nnote" here', 'Error: can’t parse […] here'],
    ['Error: can’t parse "my secret\u2028note" here', 'Error: can’t parse […] here'],
    ['Error: can’t parse "my secret\u2029note" here', 'Error: can’t parse […] here'],
    ['Error: can’t parse "my secret\u0085note" here', 'Error: can’t parse […] here'],
    [`Error: can’t parse "my secret ${'x'.repeat(9_000)}" here`, 'Error: can’t parse […]'],
    ['', ''],
  ])('of the text %j only %j', (text, kept) => {
    expect(readText(text)).toBe(kept);
  });

  test('at most 200 characters, and only a plain name of the part', () => {
    expect(readText('x '.repeat(50_000))).toHaveLength(200);
    expect(createFailure('<b>cards</b> "my note" https://x'.repeat(9), '', NOW).where).toMatch(/^[\w -]{1,30}$/u);
  });

  test('nothing that an error quotes', () => {
    const lineBreak = fc.constantFrom('\n', '\r', '\u0085', '\u2028', '\u2029');
    const secret = fc
      .string({
        unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), lineBreak),
        minLength: 1,
        maxLength: 40,
      })
      .map((text) => `Zq${text}qZ`);
    fc.assert(
      fc.property(secret, fc.constantFrom('"', "'", '“”', '`', '«»'), (text, [open = '', close = open]) => {
        const kept = readText(`Error: Failed to parse ${open}${text}${close} here`);
        expect(kept).not.toMatch(/Zq|qZ/u);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the last failures', () => {
  test('are limited to twenty, the newest last', () => {
    const all = withFailures(
      [],
      Array.from({ length: 30 }, (_, index) => failure(`Error ${'x'.repeat(index)}`)),
    );
    expect(all).toHaveLength(20);
    expect(all.at(-1)?.text).toHaveLength(6 + 29);
  });

  test('combine repeated failures with a count and the last time', () => {
    const all = withFailures(
      [failure('Error: a', 1)],
      [failure('Error: a', 2), failure('Error: a', 3), failure('Error: b')],
    );
    expect(all.map(({ at, text, times }) => [at, text, times])).toEqual([
      [3, 'Error: a', 3],
      [NOW, 'Error: b', 1],
    ]);
  });

  test.each([undefined, null, 7, 'text', {}, [null], [{ at: 1 }], [{ at: '1', where: 'a', text: 'b', times: 1 }]])(
    'are empty if %j is stored',
    (value) => {
      expect(readFailures({ [FAILURES]: value })).toEqual([]);
    },
  );
});
