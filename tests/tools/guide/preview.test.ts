import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import { PROJECT } from '../../../tools/guide/files.ts';
import command from '../../../tools/guide/preview.ts';
import { guide } from './refreshed.ts';

let said: string[] = [];

beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
});

/** A folder with a guide in it, and where its page is to go. */
function place(content: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'csg-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, page] = [join(folder, 'guide.json'), join(folder, 'out/page.html')];
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { folder, file, page };
}

const withSession = (change: object) => ({
  ...guide,
  sessions: guide.sessions.map((session, index) => (index === 1 ? { ...session, ...change } : session)),
});

describe('The page of a guide', () => {
  test('is written where --to says, and its path is told.', async () => {
    const { file, page } = place(guide);
    expect(await command.run([file, '--to', page])).toBe(0);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en"[\s\S]*<\/html>\n$/u);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/out[/\\]page\.html$/u);
  });

  test('has a calendar file of all sessions beside it.', async () => {
    const { file, page, folder } = place(guide);
    await command.run([file, '--to', page]);
    const calendar = readFileSync(join(folder, 'out/harbour-2030.ics'), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/gu)).toHaveLength(guide.sessions.length);
    expect(readFileSync(page, 'utf8')).toContain('href="harbour-2030.ics"');
  });

  test('goes to .output/preview/ under the guide’s id when nobody says where.', async () => {
    const page = join(PROJECT, '.output/preview/harbour-2030.html');
    onTestFinished(() => {
      for (const file of [page, page.replace('.html', '.ics')]) rmSync(file, { force: true });
    });
    await command.run([place(guide).file]);
    expect(existsSync(page)).toBe(true);
  });

  test('is that of the released guide when none is named.', async () => {
    const { page } = place('');
    expect(await command.run(['--to', page])).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('<article id="28F61"');
  });

  test('replaces an older one whole, and leaves nothing beside it.', async () => {
    const { file, page, folder } = place(guide);
    mkdirSync(join(folder, 'out'));
    writeFileSync(page, 'old');
    await command.run([file, '--to', page]);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/u);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['harbour-2030.ics', 'page.html']);
  });
});

describe('The page of a guide that is not ready', () => {
  test.each([
    ['an empty text', withSession({ takeaway: '' }), 'sessions[1].takeaway'],
    ['a text that is not there yet', withSession({ why: undefined }), 'sessions[1].why'],
    ['a level that is not chosen', withSession({ level: '' }), 'sessions[1].level'],
    [
      'a session that is named and not there',
      withSession({ related: [{ id: 'ZZZZZ', how: 'similar', reason: 'x' }] }),
      'ZZZZZ',
    ],
    ['a zone that is none', { ...guide, zone: 'Nowhere/Town' }, 'Nowhere/Town'],
  ])('is written and says what is wrong, with exit code 1: %s.', async (_, content, told) => {
    const { file, page } = place(content);
    expect(await command.run([file, '--to', page])).toBe(1);
    expect(said[1]).toMatch(/is not ready: \d+ problems?, listed at the top of the page\./u);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('Not ready');
    expect(html).toContain(told);
  });

  test('never leaves the folder of previews, whatever the guide’s id is.', async () => {
    const { file } = place({ ...guide, id: '../../../escaped' });
    const page = join(PROJECT, '.output/preview/guide.html');
    onTestFinished(() => rmSync(page, { force: true }));
    expect(await command.run([file])).toBe(1);
    expect(existsSync(page)).toBe(true);
  });
});

describe('No page is written, and it is said why', () => {
  test.each([
    ['no JSON', '{', /is not JSON/u],
    ['an empty file', '', /is not JSON but empty/u],
    ['something else', '[]', /not a guide that can be built/u],
    ['a guide without sessions', { ...guide, sessions: [] }, /has no session[\s\S]*mend these first/u],
    [
      'a text in the place of a list',
      withSession({ topics: 'boats' }),
      /sessions\[1\]\.topics[\s\S]*mend these first/u,
    ],
    ['a number in the place of a text', withSession({ why: 5 }), /sessions\[1\]\.why/u],
    ['an unknown key', withSession({ room: 'Pier' }), /room/u],
  ])('of %s.', async (_, content, why) => {
    const { file, page, folder } = place(content);
    const refused = command.run([file, '--to', page]);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['guide.json']);
  });

  test('where no file of a guide is.', async () => {
    await expect(command.run(['/nowhere/guide.json'])).rejects.toThrow(
      'there is no such file. Name the file of a guide',
    );
    await expect(command.run([tmpdir()])).rejects.toThrow('it can’t be read (EISDIR)');
  });

  test('where the page can’t go, or more was asked for than there is.', async () => {
    const { file, folder } = place(guide);
    mkdirSync(join(folder, 'taken.html'));
    await expect(command.run([file, '--to', join(folder, 'taken.html')])).rejects.toThrow(
      'is no file: name another place',
    );
    await expect(command.run([file, '--to', join(folder, 'page.pdf')])).rejects.toThrow('let it end in .html');
    await expect(command.run([file, file])).rejects.toThrow('One file at a time');
    await expect(command.run([file, '--ot', 'x.html'])).rejects.toThrow(/--ot[\s\S]*npm run guide -- preview/u);
    expect(readdirSync(folder).sort()).toEqual(['guide.json', 'taken.html']);
  });
});
