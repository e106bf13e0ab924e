import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { guide } from '../data/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PRODUCT = ['entrypoints', 'components', 'sched', 'lib', 'data'];
const skip = ({ name }: { name: string }) => name === 'node_modules';

function filesOf(patterns: string | string[]): string[] {
  const found = globSync(patterns, { cwd: root, withFileTypes: true, exclude: skip });
  return found.map(({ parentPath, name }) => join(parentPath, name).slice(root.length).replaceAll('\\', '/')).sort();
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** A star after a slash only begins a comment where no path stands before it. */
const code = (file: string) =>
  read(file)
    .replace(/(^|[\s{])\/\*[\s\S]*?\*\//gu, '$1')
    .replace(/(^|\s)\/\/.*$/gmu, '$1');
const layerOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(root)');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'"();]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.\w)?/gmu;

function importsOf(file: string): Import[] {
  return [...code(file).matchAll(IMPORT)].map(([, type, from, bare, dynamic, member]) => {
    const name = from ?? bare ?? dynamic ?? '';
    const to = name.startsWith('.') ? posix.join(dirname(file), name).replace(/\?.*$/u, '') : name;
    // `import('./x.ts').Name` is a type, `await import('./x.ts')` is not.
    return { from: file, to, typeOnly: type !== undefined || (member !== undefined && file.endsWith('.d.ts')) };
  });
}

const product = filesOf(PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx}`));
const tools = filesOf(['scripts/**/*.{ts,tsx}', '*.config.ts']);
const tests = filesOf('tests/**/*.{ts,tsx}');
const imports = [...product, ...tools].flatMap(importsOf);
const show = ({ from, to }: Import) => `${from} imports ${to}`;

/** What each layer may import: as values, and as types alone. Packages by the first part of their names. */
const MAY: Record<string, { values: RegExp; types: RegExp }> = {
  entrypoints: {
    values: /^(?:entrypoints|components|sched|lib|data)\/|^virtual:csg\/|^wxt\/|^preact$/u,
    types: /^(?!.*)/u,
  },
  components: { values: /^(?:components|lib)\/|^preact(?:\/hooks)?$/u, types: /^data\// },
  sched: { values: /^(?:sched|lib)\//u, types: /^data\/schema\.ts$/u },
  lib: { values: /^lib\/|^date-fns\/|^@date-fns\/tz$|^wxt\/browser$/u, types: /^data\//u },
  data: { values: /^data\/|^virtual:csg\/|^zod\/mini$/u, types: /^(?!.*)/u },
};

describe('The layers', () => {
  test('are all there, and their imports are seen.', () => {
    expect([...new Set(product.map(layerOf))].sort()).toEqual([...PRODUCT].sort());
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(show)).toContain('entrypoints/popup/main.tsx imports data/index.ts');
    expect(imports.map(show)).toContain(
      'entrypoints/sched.content/index.ts imports entrypoints/sched.content/style.css',
    );
  });

  test.each(PRODUCT)('%s imports only what it may.', (layer) => {
    const may = MAY[layer];
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      return layerOf(from) === layer && !may?.values.test(to) && !(typeOnly && may?.types.test(to));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('never reach the tests or the scripts from the product.', () => {
    const wrong = imports.filter(({ from, to }) => product.includes(from) && /^(?:tests|scripts)\//u.test(to));
    expect(wrong.map(show)).toEqual([]);
  });

  test('are composed in entrypoints, which nothing else imports.', () => {
    const wrong = imports.filter(({ from, to }) => layerOf(from) !== 'entrypoints' && to.startsWith('entrypoints/'));
    expect(wrong.map(show)).toEqual([]);
  });

  test('keep zod out of everything that runs in a browser.', () => {
    const reached = new Set([
      'entrypoints/sched.content/index.ts',
      'entrypoints/popup/main.tsx',
      'entrypoints/background.ts',
    ]);
    for (const file of reached) {
      for (const { from, to, typeOnly } of imports)
        if (from === file && !typeOnly && /\.tsx?$/u.test(to)) reached.add(to);
    }
    expect(reached.size).toBeGreaterThan(30);
    const packages = imports.filter(({ from, typeOnly }) => reached.has(from) && !typeOnly).map(({ to }) => to);
    expect(packages.filter((name) => name.startsWith('zod'))).toEqual([]);
    expect([...reached].filter((file) => /^data\/(?:schema|check)/u.test(file))).toEqual([]);
  });

  test('carry only the page index into a Sched page.', () => {
    const reached = new Set(['entrypoints/sched.content/index.ts']);
    for (const file of reached) {
      for (const { from, to, typeOnly } of imports)
        if (from === file && !typeOnly && /\.tsx?$/u.test(to)) reached.add(to);
    }
    expect([...reached].filter((file) => file.startsWith('data/'))).toEqual(['data/page-index.ts']);
  });
});

/** The string literals of a file, without what templates insert. */
function literalsOf(file: string): string[] {
  const text = code(file).replace(/\$\{[^}]*\}/gu, '');
  return text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/gu) ?? [];
}

/** Files of the product in which a pattern occurs outside comments, but for those that may have it. */
function occurrences(pattern: RegExp, except: RegExp = /^(?!.*)/u, text = code): string[] {
  const all = new RegExp(pattern, `g${pattern.flags}`);
  return filesOf(PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx,html,css}`))
    .filter((file) => !except.test(file))
    .flatMap((file) => [...text(file).matchAll(all)].map(([found]) => `${file}: ${found}`));
}

describe('The product’s code', () => {
  test('names Sched’s markup in sched/ alone.', () => {
    const names =
      /list-single|list-simple|list-expanded|schedorg|session-title|sched-c|sched-e|shorturl|skip-link|#tip\b|event\/"\]/u;
    expect(occurrences(names, /^sched\//u)).toEqual([]);
    expect(occurrences(names)).not.toEqual([]);
    const selectors = product
      .filter((file) => !file.startsWith('sched/'))
      .flatMap((file) => {
        return literalsOf(file).filter((one) =>
          /(?:^.|[\s,>])(?:span|a)?\.(?:event|name|sub|list-\w+|sched-\w+)\b/u.test(one),
        );
      });
    expect(selectors).toEqual([]);
  });

  test('touches the browser in entrypoints and lib/storage.ts alone.', () => {
    expect(occurrences(/\b(?:browser|chrome)\.\w+/u, /^entrypoints\/|^lib\/storage\.ts$/u)).toEqual([]);
    const users = imports.filter(({ from, to }) => to === 'wxt/browser' && !from.startsWith('entrypoints/'));
    expect(users.map(({ from }) => from)).toEqual(['lib/storage.ts']);
  });

  test('never makes markup or code of strings.', () => {
    const ways =
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\b|new Function|dangerouslySetInnerHTML/u;
    expect(occurrences(ways)).toEqual([]);
  });

  test('never polls, and makes no request of its own.', () => {
    expect(
      occurrences(/setInterval|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|import\(['"`]https?:/u),
    ).toEqual([]);
  });

  test('holds no data of a guide: no host, no session, no subject.', () => {
    const ids = [...guide.sites.map(({ host }) => host), ...guide.sessions.map(({ id }) => id)].join('|');
    const plain = (file: string) => code(file).replaceAll('Cilium Session Guide', '');
    expect(occurrences(new RegExp(`\\b(?:${ids})\\b|cilium`, 'iu'), undefined, plain)).toEqual([]);
  });

  test('has every feature wired where the page is composed.', () => {
    const features = filesOf('entrypoints/sched.content/*.{ts,tsx}').flatMap((file) =>
      [...code(file).matchAll(/^export function (\w+)\([^)]*\): Feature\b/gmu)].map(([, name]) => name ?? ''),
    );
    expect(features.length).toBeGreaterThanOrEqual(4);
    const index = code('entrypoints/sched.content/index.ts').replace(/^import[\s\S]*?;$/gmu, '');
    expect(features.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(index))).toEqual([]);
  });
});

describe('The repository', () => {
  test('has no source file of more than 250 lines.', () => {
    const files = [...product, ...tools, ...tests, ...filesOf(['components/**/*.css', 'entrypoints/**/*.css'])];
    const long = files
      .map((file) => `${file}: ${read(file).trimEnd().split('\n').length}`)
      .filter((one) => Number(one.split(': ')[1]) > 250);
    expect(long).toEqual([]);
  });

  test('depends at run time on five packages, at exact versions.', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).sort()).toEqual([
      '@date-fns/tz',
      'date-fns',
      'preact',
      'webextension-polyfill',
      'zod',
    ]);
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});
