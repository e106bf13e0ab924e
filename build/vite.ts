/** What the build changes in others' code, and why. */
import { fileURLToPath } from 'node:url';
import type { Alias, Plugin, UserConfig } from 'vite';

/**
 * Chunks, each with the modules it is made for. It has all that these import at once, unless an earlier chunk has that. The
 * background loads them too, so loading a module must not touch the document. Calling its functions may.
 */
export const CHUNKS = {
  /** What runs before the agenda's document is painted. */
  start: ['features/agenda/start.ts'],
  /** What draws the agenda after that. */
  surface: ['features/agenda/show.tsx'],
  /** What it reads next, and small parts of it that are shown later: a file for each would weigh more. */
  store: [
    'features/agenda/store.ts',
    ...['Filters', 'Gone', 'Nothing'].map((name) => `features/agenda/views/${name}.tsx`),
    ...['Said', 'Switches', 'ZoneChoice'].map((name) => `components/${name}.tsx`),
  ],
  /** What else the background shares with pages. */
  guide: ['entrypoints/background/index.ts'],
};
/** A module that WXT imports in every page; it is empty where nothing plugs in. */
const WXT_EMPTY = '\0virtual:wxt-html-plugins';

/**
 * Fits a build to run in every page of a Sched site: `browser` is the browser's own, because the polyfill costs 3 kB and
 * more start-up time than our whole script, and what a page uses (`sendMessage`, `storage`) returns promises in both browsers.
 */
export function withoutPolyfill(config: UserConfig): void {
  config.resolve = { ...config.resolve, alias: aliases(config).filter(({ find }) => find !== 'wxt/browser') };
}

/**
 * Puts what the agenda paints first into one script and one style sheet, because a popup is painted some milliseconds
 * later for each file more that is read through the browser's own process (see docs/performance.md). What it reads next
 * is another, for as long as that is all read anyway: a package pays for each file too.
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
              // The background's own script keeps what nothing else uses.
              minShareCount: name === 'guide' ? 2 : 1,
            };
          }),
        },
      },
    },
  };
}

/** Modules and all that they import at once, directly or not. WXT's empty module goes with them instead of into another file. */
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
 * Takes the one assignment of `innerHTML` out of Preact: nothing here uses `dangerouslySetInnerHTML`, and
 * `web-ext lint` warns of it. Fails when Preact no longer has exactly one, so that an update is noticed.
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

/** The module that WXT starts a content script by, with the path of the script behind it. */
const STARTED = /^\0virtual:wxt-content-script-isolated-world-entrypoint\?(.+)$/u;

/**
 * Starts content scripts without WXT's context and log (1 kB compressed): `features/page/take-over.ts` says what the script
 * does instead. It must not use the context that its `main` would be given.
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
