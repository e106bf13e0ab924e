/**
 * The Vite plugin that turns the guide file into modules. It checks the file, so that an invalid guide stops the build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileGuide, toAgendaGuide, toGuideRest, toPageIndex } from '../data/compile.ts';
import type { GuideFile } from '../data/schema.ts';
import { toInstant } from '../lib/time/time.ts';
import { highlightCss } from '../sched/highlight.ts';
import { parseGuide } from '../tools/guide/parse.ts';

// Not new URL(): in tests, happy-dom replaces Node's.
const PROJECT = resolve(import.meta.dirname, '..');

/** The released extension's guide, relative to the project's folder. A build contains exactly one. */
export const GUIDE_FILE = 'data/guides/kubecon-na-2025.json';

/**
 * The guide of this build: the path in CSG_GUIDE, relative to the project's folder or absolute, or the released one if unset
 * or empty. Read once, because WXT loads `.env` files later and everything must use the same guide.
 */
const CHOSEN = process.env.CSG_GUIDE || GUIDE_FILE;

/**
 * The checked guide of a file.
 * @param file path relative to the project's folder, or absolute
 * @throws {BrokenGuideError} naming the file, every path and reason
 * @throws {Error} when there is no such file, or several are named
 */
export function readGuide(file: string = CHOSEN): GuideFile {
  return parseGuide(readGuideText(file), file);
}

/**
 * The output folder, relative to the project's: `.output` for the released guide, a subfolder for any other, so that no
 * other guide is tested or released by mistake.
 */
export function outputFolder({ id }: GuideFile): string {
  return id === basename(GUIDE_FILE, '.json') ? '.output' : `.output/${id}`;
}

function readGuideText(file: string): string {
  if (existsSync(guidePath(file))) return readFileSync(guidePath(file), 'utf8');
  if (file.includes(',')) {
    const why = 'each site more is one that the browser asks the user about, also those who want the other guide';
    throw new Error(`CSG_GUIDE names several files (${file}), but a build contains one guide: ${why}. Name one.`);
  }
  throw new Error(`there is no guide ${file}: set CSG_GUIDE to the path of one, such as ${GUIDE_FILE}, or unset it`);
}

function guidePath(file: string): string {
  return resolve(PROJECT, file);
}

const MODULES: Record<string, (guide: GuideFile) => string> = {
  'virtual:csg/rest': (guide) => asParsed(toGuideRest(compileGuide(guide, toInstant))),
  'virtual:csg/agenda': (guide) => asParsed(toAgendaGuide(compileGuide(guide, toInstant))),
  'virtual:csg/page-index': (guide) => `export default ${JSON.stringify(toPageIndex(guide))}`,
  'virtual:csg/highlight.css': (guide) => highlightCss(guide),
};

/** Browsers parse long JSON about twice as fast as an object literal (https://v8.dev/blog/cost-of-javascript-2019#json). */
function asParsed(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

export function guidePlugin(file: string = CHOSEN): Plugin {
  return {
    name: 'csg-guide',
    enforce: 'pre',
    resolveId(id) {
      // No \0 prefix: Vite ignores ids with it, and must see that highlight.css is a style sheet.
      return id in MODULES ? id : null;
    },
    load(id) {
      const make = MODULES[id];
      if (!make) return null;
      this.addWatchFile(guidePath(file));
      return make(readGuide(file));
    },
  };
}
