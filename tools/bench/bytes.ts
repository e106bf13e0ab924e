/** How many bytes a built extension has a browser load. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/** In kilobytes of 1024 bytes: compressed by gzip at its best where a browser would load them, and the archive for the stores. */
export const LIMITS = { contentScript: 12, contentStyle: 3, popup: 2, popupDrawn: 20.5, zip: 165 } as const;

export interface Bytes {
  file: string;
  raw: number;
  gzip: number;
}

/** Every script, style sheet and page of a build, the largest first. */
export function listBytes(folder: string): Bytes[] {
  const files = globSync('**/*.{js,css,html}', { cwd: folder });
  return files
    .map((file) => ({ file, raw: readFileSync(join(folder, file)).length, gzip: gzipped(join(folder, file)) }))
    .sort((one, other) => other.gzip - one.gzip);
}

/** Bytes of files, each compressed by itself. */
export function gzipped(...paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** The scripts that a page loads before it paints: those of its document, and all that they import at once. */
export function firstScripts(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return withImports([...html.matchAll(/src="\/([^"]+\.js)"/gu)].map(([, file = '']) => join(folder, file)));
}

/** Those that it loads until its script has drawn it: the first ones, and what they import once the document is painted. */
export function drawingScripts(folder: string, page: string): string[] {
  const first = firstScripts(folder, page);
  return withImports([...first, ...first.flatMap((script) => importsIn(script, IMPORTED_LATER))]);
}

const IMPORTED_AT_ONCE = /(?:^|[;}])(?:import|export)\s*(?:[^"'();]*?from\s*)?"([^"]+)"/gu;
const IMPORTED_LATER = /\bimport\(["`]([^"`]+)["`]\)/gu;

/** Scripts with all that they import at once, directly or not. */
function withImports(scripts: readonly string[]): string[] {
  const reached = new Set(scripts);
  for (const script of reached) for (const imported of importsIn(script, IMPORTED_AT_ONCE)) reached.add(imported);
  return [...reached];
}

function importsIn(script: string, pattern: RegExp): string[] {
  return [...readFileSync(script, 'utf8').matchAll(pattern)].map(([, file = '']) => join(dirname(script), file));
}

/** Bytes of the archive of a build: its files deflated, each with a local and a central header (PKWARE's APPNOTE.TXT, 4.3). */
export function zipBytes(folder: string): number {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = Buffer.byteLength(path.slice(folder.length + 1));
    return deflateRawSync(readFileSync(path), { level: 9 }).length + 30 + 46 + 2 * name;
  });
  return sizes.reduce((sum, size) => sum + size, 22);
}
