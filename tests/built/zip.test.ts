import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { GUIDE_FILE, outputFolder, readGuide } from '../../build/guide-plugin.ts';
import { LIMITS } from '../../tools/bench/bytes.ts';
import { BROWSERS } from '../../tools/browsers.ts';
import { packageIn, reproduce } from '../../tools/reproduce.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const zipOf = (ending: string) => packageIn(join(PROJECT, outputFolder(readGuide(GUIDE_FILE))), ending);
const namesIn = (zip: string) => Object.keys(unzipSync(readFileSync(zip))).sort();

/** The files of a package. Vite adds a hash to the names of chunks and assets. */
const PAGES = ['agenda', 'options', 'popup', 'sidepanel', 'welcome'];
const SHEETS = ['ListPicture', 'agenda', 'options', 'start', 'welcome'];
const SIZES = [16, 32, 48, 96, 128];
const hashed = (folder: string, ending: string) => new RegExp(`^${folder}/[A-Za-z-]+-[\\w-]{8}\\.${ending}$`, 'u');
const FIXED = [
  'manifest.json',
  'licenses.txt',
  'background.js',
  'content-scripts/sched-facts.js',
  'content-scripts/sched-print.js',
  'content-scripts/sched.css',
  'content-scripts/sched.js',
  '_locales/en/messages.json',
  ...PAGES.map((name) => `${name}.html`),
  ...SIZES.map((size) => `icon/${size}.png`),
];
const CHUNK = hashed('chunks', 'js');
const SHEET = hashed('assets', 'css');

describe.each(BROWSERS)('the package for %s', (name) => {
  test('stays within the byte limit', () => {
    expect(statSync(zipOf(name)).size).toBeLessThanOrEqual(LIMITS.zip * 1024);
  });

  test('contains exactly the known files', () => {
    const names = namesIn(zipOf(name));
    expect(names.filter((one) => !CHUNK.test(one) && !SHEET.test(one))).toEqual(FIXED.toSorted());
    const sheets = names.filter((one) => SHEET.test(one)).map((one) => one.replace(/^assets\/|-[\w-]{8}\.css$/gu, ''));
    expect(sheets).toEqual(SHEETS);
    const chunks = names.filter((one) => CHUNK.test(one)).map((one) => one.replace(/^chunks\/|-[\w-]{8}\.js$/gu, ''));
    for (const needed of [...PAGES, 'start', 'surface', 'store', 'guide']) expect(chunks).toContain(needed);
    expect(chunks.length).toBeLessThanOrEqual(30);
  });
});

describe('the sources zip', () => {
  const KNOWN =
    /^(?:(?:README|CHANGELOG|CONTRIBUTING|PRIVACY|SECURITY)\.md|LICENSE|(?:package|package-lock|tsconfig)\.json|wxt\.config\.ts|docs\/[\w-]+\.md|(?:assets|build|components|data|entrypoints|features|lib|locales|public|sched|tools)\/[\w./-]+\.(?:ts|tsx|css|html|json|yml|svg|png|md))$/u;

  test('contains sources and documents, but no tests, screenshots or build output', () => {
    const names = namesIn(zipOf('sources'));
    expect(names.filter((name) => !KNOWN.test(name))).toEqual([]);
    for (const needed of ['wxt.config.ts', 'package-lock.json', 'docs/SOURCE.md', GUIDE_FILE])
      expect(names).toContain(needed);
    expect(statSync(zipOf('sources')).size).toBeLessThanOrEqual(1024 * 1024);
  });

  // Counts untracked files, so that a working tree passes; a release is built from a clean checkout.
  test.skipIf(!existsSync(join(PROJECT, '.git')))('contains no file that git ignores', () => {
    const known = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: PROJECT });
    const tracked = new Set(known.toString().split('\n'));
    expect(namesIn(zipOf('sources')).filter((name) => !tracked.has(name))).toEqual([]);
  });

  test('rebuilds to byte-identical packages in another folder', { timeout: 120_000 }, () => {
    const all = reproduce();
    expect(all.map(({ file }) => file)).toEqual(['chrome.zip', 'firefox.zip', 'sources.zip']);
    for (const { file, packed, rebuilt } of all) {
      console.log(`${rebuilt}  ${file}`);
      expect(rebuilt, file).toBe(packed);
    }
  });
});
