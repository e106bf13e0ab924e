import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import { PROJECT } from '../../../tools/guide/files.ts';
import command from '../../../tools/guide/preview.ts';
import { folderWith, run } from './guide-command.ts';
import { guide } from './refreshed.ts';

/** A folder with a guide in it, and what the command does there. */
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

/** A page among the project's previews, which goes with the test. */
function ownPage(name: string): string {
  const page = join(PROJECT, `.output/preview/${name}.html`);
  onTestFinished(() => {
    for (const file of [page, page.replace('.html', '.ics')]) rmSync(file, { force: true });
  });
  return page;
}

describe('The page of a guide', () => {
  test('is written where --to says with a calendar file of all sessions beside it, and its path is told.', async () => {
    const { preview, read } = place(guide);
    expect(await preview(...TO)).toEqual({ code: 0, said: ['out/page.html'] });
    expect(read('out/page.html')).toMatch(/^<!doctype html>\n<html lang="en"[\s\S]*<\/html>\n$/u);
    expect(read('out/page.html')).toContain('href="harbour-2030.ics"');
    expect(read('out/harbour-2030.ics').match(/BEGIN:VEVENT/gu)).toHaveLength(guide.sessions.length);
  });

  test('goes to .output/preview/ under the guide’s id when nobody says where.', async () => {
    const page = ownPage('harbour-2030');
    await place(guide).preview();
    expect(existsSync(page)).toBe(true);
  });

  test('is that of the released guide when none is named.', async () => {
    const { folder, read } = place('');
    expect((await run(command, folder, ...TO)).code).toBe(0);
    expect(read('out/page.html')).toContain('<article id="28F61"');
  });

  test('replaces an older one whole, and leaves nothing beside it.', async () => {
    const { folder, preview, read } = place(guide);
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/page.html'), 'old');
    await preview(...TO);
    expect(read('out/page.html')).toMatch(/^<!doctype html>/u);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['harbour-2030.ics', 'page.html']);
  });
});

describe('The page of a guide that is not ready', () => {
  test('is written and says what is wrong, with exit code 1.', async () => {
    const { preview, read } = place(withSession({ takeaway: '', why: undefined }));
    const { code, said } = await preview(...TO);
    expect(code).toBe(1);
    expect(said[1]).toMatch(/is not ready: \d+ problems?, listed at the top of the page\./u);
    expect(read('out/page.html')).toContain('Not ready');
    for (const field of ['takeaway', 'why']) expect(read('out/page.html')).toContain(`sessions[1].${field}`);
  });

  test('never leaves the folder of previews, whatever the guide’s id is.', async () => {
    const page = ownPage('guide');
    expect((await place({ ...guide, id: '../../../escaped' }).preview()).code).toBe(1);
    expect(existsSync(page)).toBe(true);
  });
});

describe('No page is written, and it is said why', () => {
  test.each([
    ['no JSON', '{', /is not JSON/u],
    ['a guide without sessions', { ...guide, sessions: [] }, /has no session[\s\S]*mend these first/u],
    ['a number instead of a text', withSession({ why: 5 }), /sessions\[1\]\.why/u],
    ['an unknown key', withSession({ room: 'Pier' }), /room/u],
  ])('of %s.', async (_, content, why) => {
    const { preview, folder } = place(content);
    const refused = preview(...TO);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['guide.json']);
  });

  test('where no file of a guide is.', async () => {
    const { folder } = place(guide);
    await expect(run(command, folder, 'none.json')).rejects.toThrow('there is no such file. Name the file of a guide');
    await expect(run(command, folder, tmpdir())).rejects.toThrow('it can’t be read (EISDIR)');
  });

  test('where the page can’t go, or more was asked for than there is.', async () => {
    const { preview, folder } = place(guide);
    mkdirSync(join(folder, 'taken.html'));
    await expect(preview('--to', 'taken.html')).rejects.toThrow('is no file: name another place');
    await expect(preview('--to', 'page.pdf')).rejects.toThrow('let it end in .html');
    await expect(preview('guide.json')).rejects.toThrow('One file at a time');
    await expect(preview('--ot', 'x.html')).rejects.toThrow(/--ot[\s\S]*npm run guide -- preview/u);
    expect(readdirSync(folder).sort()).toEqual(['guide.json', 'taken.html']);
  });
});
