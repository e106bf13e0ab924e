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
describe('What is installed', () => {
  test('is named by exact versions, which are those of the lock', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    const versions = new Map(locked.map(([path, { version }]) => [path, version]));
    expect(named.filter(([name, version]) => versions.get(`node_modules/${name}`) !== version)).toEqual([]);
  });

  test('is locked by a strong hash each, and to no registry', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
    expect(lock).not.toMatch(/registry\.|\/-\/[^"]*\.tgz/u);
  });

  test('runs no script of its own, but for those that are allowed by name', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted).toEqual(Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`));
  });
});
