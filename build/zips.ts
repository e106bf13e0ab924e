/** The files of the sources zip, and the hashes of the packages. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The files of the sources zip: docs/SOURCE.md says how to build from them. This is an allowlist, so that nothing else in a
 * checkout gets in.
 */
export const SOURCES = [
  '{README,CHANGELOG,CONTRIBUTING,PRIVACY,SECURITY}.md',
  'LICENSE',
  'docs/*.md',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '{assets,build,components,data,entrypoints,features,lib,locales,public,sched,tools}/**',
];

/** Benchmarks, which the build does not need. */
export const NOT_SOURCES = ['tools/bench/**'];

/** The SHA-256 of a file in hex, as `sha256sum` prints it. */
export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Prints hashes of files for `sha256sum --check`. */
export function printHashes(paths: readonly string[]): void {
  console.log(`\nSHA-256\n${paths.map((path) => `${sha256Of(path)}  ${basename(path)}`).join('\n')}\n`);
}
