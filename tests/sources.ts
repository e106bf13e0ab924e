/** The repository's own sources, read for structure.test.ts. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
export const PRODUCT = ['entrypoints', 'features', 'components', 'sched', 'lib', 'data'];
const skip = ({ name }: { name: string }) => name === 'node_modules';

export function listFiles(patterns: string | string[]): string[] {
  const found = globSync(patterns, { cwd: root, withFileTypes: true, exclude: skip });
  return found.map(({ parentPath, name }) => join(parentPath, name).slice(root.length).replaceAll('\\', '/')).sort();
}

export const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** The text of a file without its comments. A slash and a star within a path or glob begin no comment. */
export const code = (file: string) =>
  read(file)
    .replace(/(^|[\s{])\/\*[\s\S]*?\*\//gu, '$1')
    .replace(/(^|\s)\/\/.*$/gmu, '$1');
export const findLayer = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(root)');

export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  /** Loaded on demand: `import('…')`. */
  later: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'"();]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w)?/gmu;

export function listImports(file: string): Import[] {
  return [...code(file).matchAll(IMPORT)].map(([, type, from, bare, dynamic, member]) => {
    const name = from ?? bare ?? dynamic ?? '';
    const to = name.startsWith('.') ? posix.join(dirname(file), name).replace(/\?.*$/u, '') : name;
    // `import('./x.ts').Name` is a type, `await import('./x.ts')` is not.
    const typeOnly = type !== undefined || (member !== undefined && file.endsWith('.d.ts'));
    return { from: file, to, typeOnly, later: dynamic !== undefined };
  });
}

/** The given files and everything they import, directly or not. */
export function reachedFrom(...files: string[]): string[] {
  return reached(files, () => true);
}

/** The same without dynamic imports: the files that run before the first paint. */
export function reachedStatically(...files: string[]): string[] {
  return reached(files, ({ later }) => !later);
}

function reached(files: readonly string[], counts: (one: Import) => boolean): string[] {
  const found = new Set(files);
  for (const file of found) {
    for (const one of imports) {
      if (one.from === file && !one.typeOnly && counts(one) && /\.tsx?$/u.test(one.to)) found.add(one.to);
    }
  }
  return [...found];
}

export const product = listFiles(PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx}`));
export const tools = listFiles(['{build,tools}/**/*.{ts,tsx}', '*.config.ts']);
export const tests = listFiles('tests/**/*.{ts,tsx}');
export const imports = [...product, ...tools].flatMap(listImports);
export const show = ({ from, to }: Import) => `${from} imports ${to}`;

/** The packages and virtual modules that the files import as values, without duplicates. */
export function listPackages(files: readonly string[]): string[] {
  const all = imports.filter(({ from, typeOnly }) => files.includes(from) && !typeOnly).map(({ to }) => to);
  return [...new Set(all.filter((name) => !/^\.|^\w+\/.*\.(?:tsx?|css)$/u.test(name)))].sort();
}
