/** What the build changes in others' code, and why. */
import { fileURLToPath } from 'node:url';
import type { Alias, Plugin, UserConfig } from 'vite';

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
