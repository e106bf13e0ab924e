/** How many bytes a built extension has a browser load. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

/** In kilobytes of 1024 bytes: compressed by gzip at its best where a browser would load them, and the archive for the stores. */
export const LIMITS = { contentScript: 12, contentStyle: 3, popup: 20, zip: 167 } as const;

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
  const scripts = new Set([...html.matchAll(/src="\/([^"]+\.js)"/gu)].map(([, file = '']) => join(folder, file)));
  for (const script of scripts) {
    const imports = readFileSync(script, 'utf8').matchAll(
      /(?:^|[;}])(?:import|export)\s*(?:[^"'();]*?from\s*)?"([^"]+)"/gu,
    );
    for (const [, file = ''] of imports) scripts.add(join(dirname(script), file));
  }
  return [...scripts];
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
