/** What the build changes in others' code, and why. */
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const domRuntime = fileURLToPath(new URL('../components/dom/jsx-runtime.ts', import.meta.url));

/**
 * Fits a build to run in every page of a Sched site: components draw nodes instead of Preact's (see
 * components/dom/jsx-runtime.ts), and `browser` is the browser's own, because the polyfill costs 3 kB and more start-up
 * time than all of ours, and what a page uses (`sendMessage`, `storage`) returns promises in both browsers.
 */
export function forPages(config: UserConfig): void {
  const others = Object.entries(config.resolve?.alias ?? {}).map(([find, replacement]) => ({ find, replacement }));
  config.resolve = {
    ...config.resolve,
    alias: [
      { find: /^preact\/jsx-(?:dev-)?runtime$/u, replacement: domRuntime },
      ...others.filter(({ find }) => find !== 'wxt/browser'),
    ],
  };
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
