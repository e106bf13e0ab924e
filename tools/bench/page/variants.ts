/** What the page is measured with: nothing, the limit, the built extension whole and without its script, and the rivals. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readGuide } from '../../../build/guide-plugin.ts';
import type { GuideFile } from '../../../data/schema.ts';
import { highlightCss } from '../../../sched/highlight.ts';
import { variantFolder } from '../variants.ts';

/** The keywords that the rivals look for who look for words: the subject, and the guide's best of each kind for mentions. */
function rivalWords({ subject, mentions }: GuideFile): string[] {
  const { strong = [], beside = [], quiet = [] } = mentions ?? {};
  return [
    ...new Set([subject, ...strong.slice(-1), ...beside.slice(0, 1).map(({ word }) => word), ...quiet.slice(0, 1)]),
  ];
}

export interface Variant {
  name: string;
  /** As tables and the chart call it. */
  label: string;
  /** Whether it is a highlighter that a reader could have instead. */
  rival: boolean;
}

export const NONE: Variant = { name: 'none', label: 'no extension', rival: false };
export const LIMIT: Variant = { name: 'limit', label: 'style sheet alone', rival: false };
const NO_SCRIPT: Variant = { name: 'no-script', label: 'ours without script', rival: false };
export const OURS: Variant = { name: 'ours', label: 'ours', rival: false };
/** Another build, such as the last release (see `--against`). */
export const OTHER: Variant = { name: 'other', label: 'the other build', rival: false };
export const MARK: Variant = { name: 'mark', label: 'mark.js', rival: true };
export const RESCAN: Variant = { name: 'rescan', label: 'naive rescan', rival: true };
const FIND_AND_REPLACE: Variant = { name: 'find-and-replace', label: 'findAndReplaceDOMText', rival: true };
const WALKER: Variant = { name: 'walker', label: 'CSS highlight walker', rival: true };

export const VARIANTS: readonly Variant[] = [NONE, LIMIT, NO_SCRIPT, OURS, MARK, FIND_AND_REPLACE, WALKER, RESCAN];

/** The extension of a variant, or null without one. */
export function extensionFolder({ name }: Variant): string | null {
  if (name === NONE.name) return null;
  return name === OURS.name ? variantFolder('shipped') : variantFolder(`page-${name}`);
}

const LIBRARIES: Record<string, string> = {
  [MARK.name]: 'mark.js/dist/mark.min.js',
  [FIND_AND_REPLACE.name]: 'findandreplacedomtext/src/findAndReplaceDOMText.js',
};

/** Writes the extensions beside the built one, which must be there. */
export function writePageVariants(): void {
  const guide = readGuide();
  const matches = guide.sites.map(({ host }) => `https://${host}/*`);
  write(LIMIT, { css: ['highlight.css'] }, { 'highlight.css': highlightCss(guide) });
  writeWithoutScript();

  const given = `const WORDS = ${JSON.stringify(rivalWords(guide))};\nconst IDS = ${JSON.stringify(guide.sessions.map(({ id }) => id))};\n`;
  for (const rival of VARIANTS.filter((variant) => variant.rival)) {
    const library = LIBRARIES[rival.name];
    const source = fileURLToPath(new URL(`rivals/${rival.name}.js`, import.meta.url));
    write(
      rival,
      { js: [...(library ? ['library.js'] : []), 'run.js'], ...(rival === RESCAN && { css: ['hit.css'] }) },
      {
        ...(library && { 'library.js': readFileSync(createRequire(import.meta.url).resolve(library), 'utf8') }),
        ...(rival === RESCAN && { 'hit.css': '.csg-bench-hit { background: #ffc53d; }\n' }),
        'run.js': `${given}${readFileSync(source, 'utf8')}`,
      },
    );
  }

  /** An extension of nothing but a content script or style, which begins when browsers let it by default. */
  function write(variant: Variant, content: { js?: string[]; css?: string[] }, files: Record<string, string>): void {
    const folder = `${extensionFolder(variant)}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const manifest = {
      manifest_version: 3,
      name: variant.label,
      version: '1',
      content_scripts: [{ matches, all_frames: true, ...content }],
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  }
}

/** Copies another build of the extension for Chrome beside the one that is measured. */
export function copyOther(built: string): void {
  const folder = `${extensionFolder(OTHER)}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(built, folder, { recursive: true });
}

/** The built extension, whose manifest names no content script. */
function writeWithoutScript(): void {
  const folder = `${extensionFolder(NO_SCRIPT)}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${extensionFolder(OURS)}`, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  // Browsers refuse an entry that has neither scripts nor style sheets.
  const styled = manifest.content_scripts.filter(({ css }: { css?: string[] }) => css);
  manifest.content_scripts = styled.map(({ js, ...content }: { js?: string[] }) => content);
  writeFileSync(file, JSON.stringify(manifest));
}
