import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import { PROJECT } from '../../../tools/guide/files.ts';
import command from '../../../tools/guide/preview.ts';
import { folderWith, run } from './guide-command.ts';
import { guide } from './refreshed.ts';

/** A temporary folder with a guide, and the command to run there. */
function place(content: unknown) {
  const folder = folderWith({ 'guide.json': typeof content === 'string' ? content : JSON.stringify(content) });
  return {
    folder,
    preview: (...args: string[]) => run(command, folder, 'guide.json', ...args),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
  };
}

const TO = ['--to', 'out/page.html'];

const withSession = (change: object) => ({
  ...guide,
  sessions: guide.sessions.map((session, index) => (index === 1 ? { ...session, ...change } : session)),
});

/** A page in the project's preview folder, removed after the test. */
function ownPage(name: string): string {
  const page = join(PROJECT, `.output/preview/${name}.html`);
  onTestFinished(() => {
    for (const file of [page, page.replace('.html', '.ics')]) rmSync(file, { force: true });
  });
  return page;
}

describe('the page of a guide', () => {
  test('is written to the --to path with a calendar of all sessions beside it, and its path is printed', async () => {
    const { preview, read } = place(guide);
    expect(await preview(...TO)).toEqual({ code: 0, output: ['out/page.html'] });
    expect(read('out/page.html')).toMatch(/^<!doctype html>\n<html lang="en"[\s\S]*<\/html>\n$/u);
    expect(read('out/page.html')).toContain('href="harbour-2030.ics"');
    expect(read('out/harbour-2030.ics').match(/BEGIN:VEVENT/gu)).toHaveLength(guide.sessions.length);
  });

  test('is written to .output/preview/ under the guide’s id without --to', async () => {
    const page = ownPage('harbour-2030');
    await place(guide).preview();
    expect(existsSync(page)).toBe(true);
  });

  test('shows the released guide by default', async () => {
    const { folder, read } = place('');
    expect((await run(command, folder, ...TO)).code).toBe(0);
    expect(read('out/page.html')).toContain('<article id="28F61"');
  });

  test('replaces an older page, and leaves no temporary files', async () => {
    const { folder, preview, read } = place(guide);
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/page.html'), 'old');
    await preview(...TO);
    expect(read('out/page.html')).toMatch(/^<!doctype html>/u);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['harbour-2030.ics', 'page.html']);
  });
});

describe('the page of a guide that is not ready', () => {
  test('is written with a list of the problems, with exit code 1', async () => {
    const { preview, read } = place(withSession({ takeaway: '', why: undefined }));
    const { code, output } = await preview(...TO);
    expect(code).toBe(1);
    expect(output[1]).toMatch(/is not ready: \d+ problems?, listed at the top of the page\./u);
    expect(read('out/page.html')).toContain('Not ready');
    for (const field of ['takeaway', 'why']) expect(read('out/page.html')).toContain(`sessions[1].${field}`);
  });

  test('stays in the preview folder, whatever the guide’s id', async () => {
    const page = ownPage('guide');
    expect((await place({ ...guide, id: '../../../escaped' }).preview()).code).toBe(1);
    expect(existsSync(page)).toBe(true);
  });
});

describe('no page is written', () => {
  test.each([
    ['no JSON', '{', /is not JSON/u],
    ['a guide without sessions', { ...guide, sessions: [] }, /has no session[\s\S]*fix these first/u],
    ['a number instead of a text', withSession({ why: 5 }), /sessions\[1\]\.why/u],
    ['an unknown key', withSession({ room: 'Pier' }), /room/u],
  ])('for %s, and the message says why', async (_, content, why) => {
    const { preview, folder } = place(content);
    const refused = preview(...TO);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['guide.json']);
  });

  test('without a guide file', async () => {
    const { folder } = place(guide);
    await expect(run(command, folder, 'none.json')).rejects.toThrow('there is no such file. Name the file of a guide');
    await expect(run(command, folder, tmpdir())).rejects.toThrow('it can’t be read (EISDIR)');
  });

  test('for a path that can’t be a page, or for wrong arguments', async () => {
    const { preview, folder } = place(guide);
    mkdirSync(join(folder, 'taken.html'));
    await expect(preview('--to', 'taken.html')).rejects.toThrow('is not a file: choose another path');
    await expect(preview('--to', 'page.pdf')).rejects.toThrow('must end in .html');
    await expect(preview('guide.json')).rejects.toThrow('One file at a time');
    await expect(preview('--ot', 'x.html')).rejects.toThrow(/--ot[\s\S]*npm run guide -- preview/u);
    expect(readdirSync(folder).sort()).toEqual(['guide.json', 'taken.html']);
  });
});
