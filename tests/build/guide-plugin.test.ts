import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The build's part that reads the guide, as a process with this environment has it. */
async function inEnvironment(guide: string | undefined) {
  vi.stubEnv('CSG_GUIDE', guide);
  return import('../../build/guide-plugin.ts');
}

describe('The guide of a build', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** The shipped guide under another name, in a file elsewhere. */
  function otherGuide(): string {
    const folder = mkdtempSync(join(tmpdir(), 'csg-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'guide.json');
    const shipped = JSON.parse(readFileSync(join(project, 'data/guides/kubecon-na-2025.json'), 'utf8'));
    writeFileSync(file, JSON.stringify({ ...shipped, id: 'another' }));
    return file;
  }

  test.each([undefined, ''])('is the shipped one when CSG_GUIDE is %j', async (value) => {
    const { readGuide } = await inEnvironment(value);
    expect(readGuide().id).toBe('kubecon-na-2025');
  });

  test('is the one that CSG_GUIDE names, by an absolute path', async () => {
    const { readGuide } = await inEnvironment(otherGuide());
    expect(readGuide().id).toBe('another');
  });

  test('is the one that CSG_GUIDE names, by a path from the project’s folder', async () => {
    const { readGuide } = await inEnvironment(relative(project, otherGuide()));
    expect(readGuide().id).toBe('another');
  });

  test('is in every module of the build', async () => {
    const file = otherGuide();
    const { guidePlugin } = await inEnvironment(file);
    const { load } = guidePlugin() as Plugin & { load: (this: unknown, id: string) => unknown };
    const watched: string[] = [];
    const code = load.call({ addWatchFile: (path: string) => watched.push(path) }, 'virtual:csg/page-index');
    expect(code).toContain('"guide":"another"');
    expect(watched).toEqual([file]);
  });

  test('is missing where CSG_GUIDE names no file, and the build stops', async () => {
    const { readGuide } = await inEnvironment('data/guides/none.json');
    expect(() => readGuide()).toThrow('there is no guide data/guides/none.json: set CSG_GUIDE to the path of one');
  });

  test('is one: where CSG_GUIDE names two, the build stops and says why', async () => {
    const { readGuide } = await inEnvironment(`${otherGuide()},data/guides/kubecon-na-2025.json`);
    expect(() => readGuide()).toThrow(/names several files .* a build contains one guide: .* Name one\.$/u);
  });

  test('has builds in a folder of their own, apart from the released one’s', async () => {
    const { outputFolder, readGuide, GUIDE_FILE } = await inEnvironment(otherGuide());
    expect([outputFolder(readGuide()), outputFolder(readGuide(GUIDE_FILE))]).toEqual(['.output/another', '.output']);
  });
});
