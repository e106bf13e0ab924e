/** The extensions that are measured: with the shipped guide, with an invented one, and with a popup that has nothing in it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readGuide } from '../../build/guide-plugin.ts';
import { parseGuide } from '../guide/parse.ts';
import { OUTPUT, PROJECT } from './folders.ts';
import { inventGuide } from './guide.ts';
import type { LeftOut } from './leave-out.ts';

const buildOne = fileURLToPath(new URL('build-one.ts', import.meta.url));

/** The folder of a variant that is built. */
export function variantFolder(variant: string): string {
  return join(OUTPUT, variant);
}

/** Builds the extension with the guide that is shipped. */
export function buildShipped(name: string): void {
  build(name, '');
}

/** Builds it without a part. */
export function buildWithout(part: LeftOut): string {
  const name = `page-without-${part}`;
  build(name, '', part);
  return name;
}

/** Builds it with an invented guide of as many sessions, which is checked like any other. */
export function buildInvented(name: string, count: number): void {
  const file = join(OUTPUT, `${name}.json`);
  const text = JSON.stringify(inventGuide(readGuide(), count));
  // Here too: what a process says that fails to build is longer and less clear.
  parseGuide(text, file);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(file, text);
  build(name, file);
}

function build(name: string, guide: string, ...parts: LeftOut[]): void {
  console.log(`Building ${name} …`);
  execFileSync(process.execPath, [buildOne, name, ...parts], {
    cwd: PROJECT,
    env: { ...process.env, CSG_GUIDE: guide },
    stdio: 'pipe',
  });
}

/** Pages of the extension whose popup is blank. */
export const BLANK = {
  /** The least that a popup can be: something is painted, and a script runs. */
  popup: 'popup.html',
  /** The least that a search can be: it shows what is typed. */
  field: 'field.html',
} as const;

/**
 * Makes a copy of a built extension with the same manifest, in which the popup has nothing to show. Its background has a colour, by an
 * attribute because the manifest forbids styles in the document: browsers tell of no first paint where only white was painted.
 */
export function withBlankPopup(variant: string, name: string): void {
  const folder = variantFolder(name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(variantFolder(variant), folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write(BLANK.popup, page('<body bgcolor="#eeeeee">', 'popup.js'));
  write('popup.js', 'void 0;\n');
  write(
    BLANK.field,
    page('<body><main><input type="search" role="searchbox"><p role="status"></p></main>', 'field.js'),
  );
  write(
    'field.js',
    `const [field, said] = document.querySelectorAll('[role]');
field.addEventListener('input', () => { said.textContent = field.value; });
`,
  );
}

function page(body: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Blank</title><script type="module" src="/${script}"></script></head>
${body}</body>
</html>
`;
}
