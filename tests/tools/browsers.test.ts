import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'csg-'));
  for (const name of ['CHROME_PATH', 'FIREFOX_PATH', 'PATH']) vi.stubEnv(name, '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function install(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe.each([
  ['chrome', 'CHROME_PATH', 'chromium'],
  ['firefox', 'FIREFOX_PATH', 'firefox-esr'],
] as const)('findBrowser for %s', (name, variable, command) => {
  test('prefers the environment variable over installed browsers', () => {
    install(command);
    const own = install('my own');
    vi.stubEnv('PATH', folder);
    vi.stubEnv(variable, own);
    expect(findBrowser(name)).toBe(own);
  });

  test('ignores a variable with a path that does not exist', () => {
    vi.stubEnv(variable, join(folder, 'gone'));
    expect(findBrowser(name)).not.toBe(join(folder, 'gone'));
  });

  test.runIf(process.platform === 'linux')('searches PATH, and returns undefined if there is none', () => {
    expect(findBrowser(name)).toBeUndefined();
    vi.stubEnv('PATH', `/nowhere:${folder}`);
    expect(findBrowser(name)).toBeUndefined();
    const path = install(command);
    expect(findBrowser(name)).toBe(path);
  });
});

test.runIf(process.platform === 'linux')(
  'Chromium is preferred to Chrome, which no longer loads unpacked extensions',
  () => {
    install('google-chrome');
    const chromium = install('chromium');
    vi.stubEnv('PATH', folder);
    expect(findBrowser('chrome')).toBe(chromium);
  },
);
