/** `licenses.txt` of the packages for the stores: whose code is in them besides ours, and under which terms, as these ask for. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));

/** What is in the scripts that are shipped: `npm run sizes` fails where it finds another in a build. */
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

/** The text of the file: every package with its version, home and terms. */
export function licenses(): string {
  return ['Others’ code in this extension', ...SHIPPED.map(readLicense)].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function readLicense(name: string): string {
  const folder = join(MODULES, name);
  const { version, license, homepage }: Described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const head = `${name} ${version}, ${license}\n${(homepage ?? `https://www.npmjs.com/package/${name}`).replace(/^http:/u, 'https:')}`;
  // Its terms are long, and only ask for a link to them and to the source.
  if (license === 'MPL-2.0')
    return `${head}\nUnchanged. Its source is there, its terms are at https://mozilla.org/MPL/2.0/`;
  const [file] = globSync('LICENSE*', { cwd: folder });
  return file ? `${head}\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : head;
}
