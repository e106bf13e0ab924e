import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const rows = readFileSync(join(PROJECT, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| F\d+ \|/u.test(line))
  .map((line) => line.split(' | '));

/** The tests that a row names, as file and title. */
const testsOf = (cells: readonly string[]) =>
  [...(cells.at(-1) ?? '').matchAll(/`([^`]+) › ([^`]+)`/gu)].map(([, file = '', title = '']) => ({ file, title }));

/** Whether a file has a test or a group of tests of a title, not only such words. */
function hasTest(file: string, title: string): boolean {
  const path = join(PROJECT, file);
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  const quoted = title.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  return new RegExp(`[(]\\s*(['"\`])${quoted}\\1,`, 'u').test(source);
}

describe('The faults of docs/reliability.md', () => {
  test('are all there, once.', () => {
    const names = rows.map(([name = '']) => name.replace('| ', ''));
    expect(names).toEqual(Array.from({ length: 34 }, (_, i) => `F${i + 1}`));
  });

  test.each(rows.map((cells) => [cells[0]?.replace('| ', '') ?? '', cells] as const))(
    '%s says what results and where, and names tests that there are.',
    (_, cells) => {
      expect(cells).toHaveLength(5);
      expect(cells.slice(1, 4).filter((cell) => cell.trim() === '')).toEqual([]);
      const named = testsOf(cells);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter(({ file, title }) => !hasTest(file, title))).toEqual([]);
    },
  );

  test('are handled in files that there are.', () => {
    const files = rows.flatMap((cells) => [...(cells[3] ?? '').matchAll(/`([\w./-]+\/[\w./-]+\.\w+)`/gu)]);
    expect(files.length).toBeGreaterThan(30);
    expect(files.map(([, file = '']) => file).filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  test('are told by names alone of tests: words of a comment or of another title are none.', () => {
    expect(hasTest('tests/reliability.test.ts', 'are all there, once.')).toBe(true);
    expect(hasTest('tests/reliability.test.ts', 'are all there')).toBe(false);
    expect(hasTest('tests/none.test.ts', 'are all there, once.')).toBe(false);
  });
});
