import { describe, expect, test } from 'vitest';
import { read } from './sources.ts';

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const lock = read('package-lock.json');
const locked = Object.entries((JSON.parse(lock) as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);
describe('the installed packages', () => {
  test('have exact versions in package.json, the same as in the lockfile', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    const versions = new Map(locked.map(([path, { version }]) => [path, version]));
    expect(named.filter(([name, version]) => versions.get(`node_modules/${name}`) !== version)).toEqual([]);
  });

  test('are locked by SHA-512 hashes and to no registry', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
    expect(lock).not.toMatch(/registry\.|\/-\/[^"]*\.tgz/u);
  });

  test('have install scripts only where package.json allows them by name', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted).toEqual(Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`));
  });
});
