/** Finds an installed browser, or installs one if it has the permission. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type BrowserName = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

/** Commands, in order of preference. The extension is the same for all browsers of a family. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  // Chrome last: its stable channel no longer loads unpacked extensions from the command line.
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC_APPS: Record<BrowserName, readonly string[]> = {
  chrome: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<BrowserName, readonly string[]> = {
  chrome: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chrome: 'chromium', firefox: 'firefox-esr' };
const VARIABLES: Record<BrowserName, string> = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** The path of an installed browser, or undefined. The variables CHROME_PATH and FIREFOX_PATH take precedence. */
export function findBrowser(name: BrowserName): string | undefined {
  return [process.env[VARIABLES[name]] ?? '', ...installedPaths(name)].find((path) => path !== '' && existsSync(path));
}

function installedPaths(name: BrowserName): string[] {
  if (process.platform === 'darwin') return MAC_APPS[name].map((app) => join('/Applications', app));
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS[name].map((program) => join(root, program)) : []));
  }
  const folders = (process.env.PATH ?? '').split(':');
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * The path of a browser. Installs it if it is missing, on Debian-like systems as root.
 * @throws {Error} with instructions, if it can't be installed here
 */
export function ensureBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const aptPackage = DEBIAN_PACKAGES[name];
    console.log(`No ${name} on this machine: installing the package ${aptPackage} …`);
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['-qq', 'update'], options);
    execFileSync('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', aptPackage], options);
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  throw new Error(`No ${name} was found. ${advice(name)}`);
}

function advice(name: BrowserName): string {
  const elsewhere = `or set ${VARIABLES[name]} to the path of one that is installed.`;
  if (process.platform === 'linux')
    return `Run: sudo apt-get install ${DEBIAN_PACKAGES[name]} (Debian, Ubuntu), ${elsewhere}`;
  const site = name === 'chrome' ? 'https://www.google.com/chrome/' : 'https://www.mozilla.org/firefox/';
  return `Install it from ${site}, ${elsewhere}`;
}

/** Whether there is a display for a browser window. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** `node tools/browsers.ts` installs both browsers if they are missing. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    for (const name of BROWSERS) console.log(`${name}: ${ensureBrowser(name)}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
