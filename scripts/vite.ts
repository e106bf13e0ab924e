/** What the build changes in others' code, and why. */
import { fileURLToPath } from 'node:url';
import type { Alias, Plugin, UserConfig } from 'vite';

const surface = fileURLToPath(new URL('../entrypoints/surface/show.tsx', import.meta.url));
const treeRuntime = fileURLToPath(new URL('../components/tree/jsx-runtime.ts', import.meta.url));

/** Fits a build to draw components as trees instead of Preact's (see components/tree/jsx-runtime.ts). */
export function drawingTrees(config: UserConfig): void {
  config.resolve = {
    ...config.resolve,
    alias: [{ find: /^preact\/jsx-(?:dev-)?runtime$/u, replacement: treeRuntime }, ...aliases(config)],
  };
}

/**
 * Fits a build to run in every page of a Sched site: `browser` is the browser's own, because the polyfill costs 3 kB and
 * more start-up time than all of ours, and what a page uses (`sendMessage`, `storage`) returns promises in both browsers.
 */
export function withoutPolyfill(config: UserConfig): void {
  config.resolve = { ...config.resolve, alias: aliases(config).filter(({ find }) => find !== 'wxt/browser') };
}

/**
 * Puts what the agenda paints first into one script and one style sheet: a popup is painted some milliseconds later for
 * each file more, because each is read through the browser's own process (see docs/performance.md).
 */
export function inOneChunk(config: UserConfig): void {
  let first: ReadonlySet<string> | undefined;
  config.build = {
    ...config.build,
    rolldownOptions: {
      ...config.build?.rolldownOptions,
      output: {
        ...config.build?.rolldownOptions?.output,
        codeSplitting: {
          groups: [
            {
              debugName: 'surface',
              name: (id, modules) => {
                first ??= importedAtOnce(surface, (one) => modules.getModuleInfo(one)?.importedIds ?? []);
                // An empty module that WXT puts into every page would be a file of its own.
                return first.has(id) || id.includes('wxt-html-plugins') ? 'surface' : null;
              },
            },
          ],
        },
      },
    },
  };
}

/** A module and all that it imports at once, directly or not. */
function importedAtOnce(module: string, importsOf: (id: string) => readonly string[]): Set<string> {
  const reached = new Set([module]);
  for (const id of reached) for (const imported of importsOf(id)) reached.add(imported);
  return reached;
}

function aliases({ resolve }: UserConfig): Alias[] {
  const alias = resolve?.alias ?? {};
  return Array.isArray(alias)
    ? [...alias]
    : Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
}

/**
 * Takes the one assignment of `innerHTML` out of Preact: nothing here uses `dangerouslySetInnerHTML`, reviewers need not
 * wonder, and `web-ext lint` warns of it. Fails when Preact no longer has exactly one, so that nobody relies on it blindly.
 */
export function withoutMarkupStrings(): Plugin {
  const assignment = /\b\w+\.innerHTML\s*=(?!=)\s*\w+\.__html/gu;
  return {
    name: 'csg-without-markup-strings',
    transform(code, id) {
      if (!/\/preact\/(?:dist|src)\/[^?]*$/u.test(id) || !code.includes('__html')) return null;
      const found = code.match(assignment)?.length ?? 0;
      if (found !== 1)
        this.error(`expected one assignment of innerHTML in ${id}, found ${found}: look at this plugin again`);
      return { code: code.replace(assignment, 'void 0'), map: null };
    },
  };
}

/**
 * Takes Vite's helper for what a chunk needs beside its code out of the pages' first script (1 kB): they preload nothing,
 * and every style sheet is imported at the start (a test of the build makes sure).
 */
export function withoutPreloading(): Plugin {
  return {
    name: 'csg-without-preloading',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
  };
}
