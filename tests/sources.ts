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
/** A star after a slash only begins a comment where no path stands before it. */
export const code = (file: string) =>
  read(file)
    .replace(/(^|[\s{])\/\*[\s\S]*?\*\//gu, '$1')
    .replace(/(^|\s)\/\/.*$/gmu, '$1');
export const findLayer = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(root)');

export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  /** Read when it is needed: `import('…')`. */
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

/** The files that run when these do. */
export function reachedFrom(...files: string[]): string[] {
  return reached(files, () => true);
}

/** The files that run before these have painted anything: what they import later is left out. */
export function takeFirst(...files: string[]): string[] {
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

/** The packages and virtual modules that files import as values, each once. */
export function listPackages(files: readonly string[]): string[] {
  const all = imports.filter(({ from, typeOnly }) => files.includes(from) && !typeOnly).map(({ to }) => to);
  return [...new Set(all.filter((name) => !/^\.|^\w+\/.*\.(?:tsx?|css)$/u.test(name)))].sort();
}
