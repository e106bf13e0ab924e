/** Changes to the Vite configuration. */
import { fileURLToPath } from 'node:url';
import type { Alias, Plugin, UserConfig } from 'vite';

/**
 * Chunks and their entry modules. A chunk contains all static imports of its modules, unless an earlier chunk has them. The
 * background loads them too, so modules must not touch the document while they load.
 */
export const CHUNKS = {
  /** Runs before the agenda's document is painted. */
  start: ['features/agenda/start.ts'],
  /** Renders the agenda after that. */
  surface: ['features/agenda/show.tsx'],
  /** Loaded next, with small components that are shown later: separate files would be larger. */
  store: [
    'features/agenda/store.ts',
    ...['Filters', 'Gone', 'Nothing'].map((name) => `features/agenda/views/${name}.tsx`),
    ...['DoneBar', 'Switches', 'ZoneChoice'].map((name) => `components/${name}.tsx`),
  ],
  /** The other modules that the background shares with pages. */
  guide: ['entrypoints/background/index.ts'],
};
/** A module that WXT imports in every page; empty here. */
const WXT_EMPTY = '\0virtual:wxt-html-plugins';

/**
 * Builds content scripts without the polyfill: it costs 3 kB and more start-up time than the whole script, and `sendMessage`
 * and `storage` return promises in both browsers without it.
 */
export function withoutPolyfill(config: UserConfig): void {
  config.resolve = { ...config.resolve, alias: aliases(config).filter(({ find }) => find !== 'wxt/browser') };
}

/**
 * Lets Chrome compile all functions of a content script together. Most of them run on every page, and compiling them one by
 * one takes three times as long (docs/performance.md). See https://v8.dev/blog/explicit-compile-hints; Firefox ignores the comment.
 */
export function compiledTogether(config: UserConfig): void {
  config.build = {
    ...config.build,
    rolldownOptions: {
      ...config.build?.rolldownOptions,
      output: { ...config.build?.rolldownOptions?.output, postBanner: '//# allFunctionsCalledOnLoad' },
    },
  };
}

/**
 * Bundles what the agenda paints first into one script and one style sheet, because each further file delays the popup's
 * paint by some milliseconds (docs/performance.md). What it loads next is another chunk: separate files would be larger.
 */
export function inFewChunks(config: UserConfig): void {
  config.build = {
    ...config.build,
    rolldownOptions: {
      ...config.build?.rolldownOptions,
      output: {
        ...config.build?.rolldownOptions?.output,
        codeSplitting: {
          groups: Object.entries(CHUNKS).map(([name, paths]) => {
            let reached: ReadonlySet<string> | undefined;
            return {
              debugName: name,
              name: (id, modules) => {
                reached ??= importedAtOnce(paths, (one) => modules.getModuleInfo(one)?.importedIds ?? []);
                return reached.has(id) ? name : null;
              },
              // Modules that only the background uses stay in its script.
              minShareCount: name === 'guide' ? 2 : 1,
            };
          }),
        },
      },
    },
  };
}

/** Modules with all their static imports, and WXT's empty module, which would otherwise become a file. */
function importedAtOnce(paths: readonly string[], importsFrom: (id: string) => readonly string[]): Set<string> {
  const modules = paths.map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));
  const reached = new Set([...modules, WXT_EMPTY]);
  for (const id of reached) for (const imported of importsFrom(id)) reached.add(imported);
  return reached;
}

function aliases({ resolve }: UserConfig): Alias[] {
  const alias = resolve?.alias ?? {};
  return Array.isArray(alias)
    ? [...alias]
    : Object.entries(alias).map(([find, replacement]) => ({ find, replacement: String(replacement) }));
}

/**
 * Removes the assignment of `innerHTML` from Preact: nothing here uses `dangerouslySetInnerHTML`, and `web-ext lint` warns
 * about it. Fails if Preact does not have exactly one, to notice changes.
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
 * Removes Vite's preload helper (1 kB) from the pages' first script: nothing is preloaded, and every style sheet is imported
 * at the start (a test checks that).
 */
export function withoutPreloading(): Plugin {
  return {
    name: 'csg-without-preloading',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
  };
}

/** The module by which WXT starts a content script, with the script's path. */
const STARTED = /^\0virtual:wxt-content-script-isolated-world-entrypoint\?(.+)$/u;

/**
 * Starts content scripts without WXT's context and logger (1 kB compressed). features/page/take-over.ts replaces the context,
 * so `main` gets none.
 */
export function withoutContext(): Plugin {
  return {
    name: 'csg-without-context',
    enforce: 'pre',
    load(id) {
      const [, script] = STARTED.exec(id) ?? [];
      return script ? `import script from ${JSON.stringify(script)};\nexport default script.main();` : null;
    },
  };
}
