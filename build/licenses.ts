/** Generates `licenses.txt` with the licences of the packages in the extension. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Packages in the shipped scripts. `npm run sizes` fails if a build contains another one. */
export const SHIPPED = [
  'preact',
  'zod',
  'date-fns',
  'ical-generator',
  'webextension-polyfill',
  '@wxt-dev/i18n',
  '@wxt-dev/browser',
  'wxt',
] as const;

interface Described {
  version: string;
  license: string;
  homepage?: string;
}

/** The text of the file: every package with version, homepage and licence. */
export function licenses(): string {
  return ['Third-party code in this extension', ...SHIPPED.map(readLicense)].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function readLicense(name: string): string {
  const folder = join(MODULES, name);
  const { version, license, homepage }: Described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const head = `${name} ${version}, ${license}\n${(homepage ?? `https://www.npmjs.com/package/${name}`).replace(/^http:/u, 'https:')}`;
  // The MPL is long, and a link to it and to the source is enough.
  if (license === 'MPL-2.0')
    return `${head}\nUnchanged. Its source is there, its terms are at https://mozilla.org/MPL/2.0/`;
  const [file] = globSync('LICENSE*', { cwd: folder });
  return file ? `${head}\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : head;
}
