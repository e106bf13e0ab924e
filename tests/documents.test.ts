import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findLayer, listFiles, read } from './sources.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = listFiles(['*.md', '{.github,data,docs,store}/**/*.md', 'tests/sched-site/*.md']);
const folders = new Set(listFiles('*/**/*.{ts,tsx}').map(findLayer));
const exists = (path: string) => existsSync(join(root, path));

/** The relative links of a Markdown text, without their fragments. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/gu)].map(([, to = '']) => to).filter((to) => !/^\w+:/u.test(to));

/** The paths in the code spans of a Markdown text that begin with a source folder. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`([\w.-]+\/[\w./-]*(?:\/|\.tsx?|\.css))`/gu)]
    .map(([, path = '']) => path)
    .filter((path) => folders.has(findLayer(path)));

describe('the documents', () => {
  test('are found, with their links and paths', () => {
    expect(documents).toContain('docs/reliability.md');
    expect(linksIn(read('README.md'))).toContain('docs/security.md');
    expect(pathsIn(read('docs/reliability.md')).length).toBeGreaterThan(50);
    expect(pathsIn('`lib/none.ts`, `npm run lib/`, `other/none.ts`')).toEqual(['lib/none.ts']);
  });

  test.each(documents)('%s: every relative link points to an existing file', (file) => {
    expect(linksIn(read(file)).filter((to) => !exists(join(dirname(file), to)))).toEqual([]);
  });

  test.each(documents)('%s: every path of a source or test file exists', (file) => {
    expect(pathsIn(read(file)).filter((path) => !exists(path) && !exists(join('tests', path)))).toEqual([]);
  });
});
