import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Imports the guide plugin as if CSG_GUIDE had this value. */
async function inEnvironment(guide: string | undefined) {
  vi.stubEnv('CSG_GUIDE', guide);
  return import('../../build/guide-plugin.ts');
}

describe('the guide of a build', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** A copy of the released guide with another id, in a temporary folder. */
  function otherGuide(): string {
    const folder = mkdtempSync(join(tmpdir(), 'csg-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'guide.json');
    const shipped = JSON.parse(readFileSync(join(project, 'data/guides/kubecon-na-2025.json'), 'utf8'));
    writeFileSync(file, JSON.stringify({ ...shipped, id: 'another' }));
    return file;
  }

  test.each([undefined, ''])('is the released one if CSG_GUIDE is %j', async (value) => {
    const { readGuide } = await inEnvironment(value);
    expect(readGuide().id).toBe('kubecon-na-2025');
  });

  test('is the file that CSG_GUIDE names by an absolute path', async () => {
    const { readGuide } = await inEnvironment(otherGuide());
    expect(readGuide().id).toBe('another');
  });

  test('is the file that CSG_GUIDE names by a path relative to the project', async () => {
    const { readGuide } = await inEnvironment(relative(project, otherGuide()));
    expect(readGuide().id).toBe('another');
  });

  test('is used in the virtual modules, and its file is watched', async () => {
    const file = otherGuide();
    const { guidePlugin } = await inEnvironment(file);
    const { load } = guidePlugin() as Plugin & { load: (this: unknown, id: string) => unknown };
    const watched: string[] = [];
    const code = load.call({ addWatchFile: (path: string) => watched.push(path) }, 'virtual:csg/page-index');
    expect(code).toContain('"guide":"another"');
    expect(watched).toEqual([file]);
  });

  test('stops the build if CSG_GUIDE names a missing file', async () => {
    const { readGuide } = await inEnvironment('data/guides/none.json');
    expect(() => readGuide()).toThrow('there is no guide data/guides/none.json: set CSG_GUIDE to the path of one');
  });

  test('stops the build if CSG_GUIDE names two files', async () => {
    const { readGuide } = await inEnvironment(`${otherGuide()},data/guides/kubecon-na-2025.json`);
    expect(() => readGuide()).toThrow(/names several files .* a build contains one guide: .* Name one\.$/u);
  });

  test('decides the output folder: any guide but the released one has its own', async () => {
    const { outputFolder, readGuide, GUIDE_FILE } = await inEnvironment(otherGuide());
    expect([outputFolder(readGuide()), outputFolder(readGuide(GUIDE_FILE))]).toEqual(['.output/another', '.output']);
  });
});
