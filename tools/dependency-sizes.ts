/**
 * `npm run sizes`: counts how many bytes of the built scripts come from each package, from the source maps of a build for
 * Chrome in a separate folder. For the table in docs/dependencies.md.
 */
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { build } from 'wxt';
import { SHIPPED } from '../build/licenses.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(PROJECT, '.output/sizes');
const OURS = 'this project';
/** Code that the bundler and WXT add between and around modules. */
const OTHER = 'the build itself';

/** The package of a source in a source map. */
function packageName(source: string | null): string {
  if (!source) return OTHER;
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(source) ?? [];
  return name ?? (/virtual:wxt|rolldown|vite\//u.test(source) ? OTHER : OURS);
}

/** Adds the bytes of a script to the totals of the packages they come from. Each stretch belongs to the mapping it begins with. */
function count(script: string, map: string, bytes: Map<string, number>): void {
  const lines = script.split('\n');
  const starts: { line: number; column: number; of: string }[] = [];
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source }) => {
    starts.push({ line: generatedLine - 1, column: generatedColumn, of: packageName(source) });
  });
  for (const [line, text] of lines.entries()) {
    const here = starts.filter((start) => start.line === line);
    let of = OTHER;
    let from = 0;
    for (const start of [...here, { column: text.length, of }]) {
      const length = Buffer.byteLength(text.slice(from, start.column));
      bytes.set(of, (bytes.get(of) ?? 0) + length);
      ({ of } = start);
      from = start.column;
    }
  }
}

await build({
  root: PROJECT,
  browser: 'chrome',
  outDir: FOLDER,
  outDirTemplate: 'chrome',
  vite: () => ({ build: { sourcemap: true } }),
});
const total = new Map<string, number>();
const files = new Map<string, string[]>();
for (const file of globSync('chrome/**/*.js', { cwd: FOLDER })) {
  const script = readFileSync(join(FOLDER, file), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/u, '');
  const here = new Map<string, number>();
  const map = join(FOLDER, `${file}.map`);
  // The bundler's helpers have neither a source nor a map.
  if (existsSync(map)) count(script, readFileSync(map, 'utf8'), here);
  else here.set(OTHER, Buffer.byteLength(script));
  const name = file.replace(/^chrome\/|-[\w-]{8}(?=\.js$)/gu, '');
  for (const [of, bytes] of here) {
    total.set(of, (total.get(of) ?? 0) + bytes);
    files.set(of, [...(files.get(of) ?? []), `${name} ${bytes}`]);
  }
}
rmSync(FOLDER, { recursive: true });
console.log('\nBytes of the built scripts, minified, not compressed:\n');
for (const [of, bytes] of [...total].toSorted(([, a], [, b]) => b - a)) {
  const where = of === OURS || of === OTHER ? `${files.get(of)?.length} files` : files.get(of)?.join(', ');
  console.log(`${String(bytes).padStart(8)}  ${of.padEnd(24)}  ${where}`);
}
const unnamed = [...total.keys()].filter((of) => of !== OURS && of !== OTHER && !SHIPPED.some((name) => name === of));
if (unnamed.length > 0) {
  console.error(`\nName them in build/licenses.ts, because they are shipped: ${unnamed.join(', ')}`);
  process.exitCode = 1;
}
