/**
 * `npm run reproduce`: follows docs/SOURCE.md. Unpacks the sources zip, builds from it, and compares the packages with those
 * of `npm run zip`. Only node_modules is linked instead of installed.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { GUIDE_FILE, outputFolder, readGuide } from '../build/guide-plugin.ts';
import { sha256Of } from '../build/zips.ts';
import { BROWSERS } from './browsers.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const PACKED = join(PROJECT, outputFolder(readGuide(GUIDE_FILE)));

/** A package of `npm run zip`, and the same package built from the sources zip. */
interface Rebuilt {
  file: string;
  packed: string;
  rebuilt: string;
}

/**
 * The path of the only package with this ending in a folder.
 * @throws {Error} if there is none, or several
 */
export function packageIn(folder: string, ending: string): string {
  const found = globSync(`*-${ending}.zip`, { cwd: folder });
  if (found.length === 1) return join(folder, found[0] ?? '');
  const what = found.length === 0 ? 'no package' : `several packages (${found.join(', ')})`;
  throw new Error(`${folder} has ${what} for ${ending}: remove the folder and run npm run zip`);
}

/** Unpacks a zip into a folder. */
function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** The SHA-256 of every package, as packed and as rebuilt from the sources zip in a temporary folder. */
export function reproduce(): Rebuilt[] {
  const folder = mkdtempSync(join(tmpdir(), 'csg-sources-'));
  try {
    unpack(packageIn(PACKED, 'sources'), folder);
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const wxt = join(folder, 'node_modules/wxt/bin/wxt.mjs');
    for (const name of BROWSERS) {
      const env = { ...process.env, CSG_GUIDE: '', NODE_ENV: 'production' };
      execFileSync(process.execPath, [wxt, 'zip', '-b', name], { cwd: folder, env, stdio: 'pipe' });
    }
    return [...BROWSERS, 'sources'].map((ending) => {
      const rebuilt = sha256Of(packageIn(join(folder, '.output'), ending));
      return { file: `${ending}.zip`, packed: sha256Of(packageIn(PACKED, ending)), rebuilt };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const all = reproduce();
  for (const { file, packed, rebuilt } of all) {
    console.log(`${packed === rebuilt ? 'same bytes' : 'DIFFERENT '}  ${rebuilt}  ${file}`);
    if (packed !== rebuilt) console.log(`        npm run zip  ${packed}`);
  }
  if (all.some(({ packed, rebuilt }) => packed !== rebuilt)) process.exitCode = 1;
}
