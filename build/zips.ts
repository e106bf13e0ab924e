/** What `npm run zip` packs: the files of the sources zip, and the hashes by which a package is known. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * What the extension is built from, and the texts for those who read it: docs/SOURCE.md says how to build from these alone.
 * A folder that is not named here never gets in, whatever lies about in the checkout.
 */
export const SOURCES = [
  '{README,CHANGELOG,CONTRIBUTING,PRIVACY,SECURITY}.md',
  'LICENSE',
  'docs/*.md',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '{assets,build,components,data,entrypoints,features,lib,locales,public,sched,tools}/**',
];

/** Measures the extension against others' code. The build does not need it. */
export const NOT_SOURCES = ['tools/bench/**'];

/** The SHA-256 of a file in hexadecimal digits, as `sha256sum` prints it. */
export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Prints the hashes of packages in the form that `sha256sum --check` reads. */
export function printHashes(paths: readonly string[]): void {
  console.log(`\nSHA-256\n${paths.map((path) => `${sha256Of(path)}  ${basename(path)}`).join('\n')}\n`);
}
