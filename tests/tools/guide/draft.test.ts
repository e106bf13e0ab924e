import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import draft from '../../../tools/guide/draft.ts';
import { postText } from './drafted.ts';
import { folderWith, run } from './guide-command.ts';

const TALK = '[Nests - Ann Aas, Gull](https://tidecon32.sched.com/event/4Gn01/nests-ann-aas-gull)';
const POST = `# Gannet at TideCon 2032\n\n## TideCon\n\nMonday, October 4\n\n${TALK}\n\n10:00 - 10:30 AM CEST\n`;
const ARGS = ['post.md', '--id', 'gannet-32', '--to', 'g.json'];

describe('the draft command', () => {
  test('writes a guide, and lists what a person must decide', async () => {
    const folder = folderWith({ 'post.md': postText('quoll-at-burrowcon.md') });
    const { code, output } = await run(draft, folder, 'post.md', '--id', 'quoll-31', '--to', 'quoll.json');
    expect(code).toBe(0);
    expect(output.join('\n')).toContain('quoll.json: 14 sessions, 14 with start and end, on 2 sites.');
    expect(output.join('\n')).toContain('For you to decide (6):');
    expect(output.join('\n')).toContain('line 30, 3Bf6A speakers: “Co-Chairs” is the role of Odalys Wren');
    const guide = JSON.parse(readFileSync(join(folder, 'quoll.json'), 'utf8'));
    expect(guide).toMatchObject({ schema: 1, id: 'quoll-31' });
    expect(guide.sessions).toHaveLength(14);
    expect(readdirSync(folder).sort()).toEqual(['post.md', 'quoll.json']);
  });

  test('takes what the post lacks from its options', async () => {
    const folder = folderWith({ 'post.md': POST.replace(' 2032', '').replace(' CEST', '') });
    const options = ['--zone', 'Europe/Oslo', '--url', 'https://gannet.example/blog', '--year', '2032'];
    await run(draft, folder, ...ARGS, ...options);
    const guide = JSON.parse(readFileSync(join(folder, 'g.json'), 'utf8'));
    expect(guide).toMatchObject({ zone: 'Europe/Oslo', source: { url: 'https://gannet.example/blog' } });
    expect(guide.sessions[0].start).toBe('2032-10-04T10:00');
  });

  test('reads a post with a byte order mark and CRLF line ends', async () => {
    const folder = folderWith({ 'post.md': `\uFEFF---\ntitle: G\n---\n${POST}`.replaceAll('\n', '\r\n') });
    await run(draft, folder, ...ARGS);
    const guide = JSON.parse(readFileSync(join(folder, 'g.json'), 'utf8'));
    expect(guide.source.title).toBe('G');
    expect(guide.sessions).toMatchObject([{ id: '4Gn01', start: '2032-10-04T10:00', end: '2032-10-04T10:30' }]);
  });

  test('overwrites a file only with --force', async () => {
    const folder = folderWith({ 'post.md': POST, 'g.json': 'mine' });
    await expect(run(draft, folder, ...ARGS)).rejects.toThrow(/g\.json exists: .*--force/u);
    expect(readFileSync(join(folder, 'g.json'), 'utf8')).toBe('mine');
    await run(draft, folder, ...ARGS, '--force');
    expect(readFileSync(join(folder, 'g.json'), 'utf8')).toContain('"gannet-32"');
  });

  test('refuses the id of another guide', async () => {
    const folder = folderWith({ 'post.md': POST });
    const result = run(draft, folder, 'post.md', '--id', 'kubecon-na-2025', '--to', 'g.json');
    await expect(result).rejects.toThrow('is already the id of data/guides/kubecon-na-2025.json');
    expect(existsSync(join(folder, 'g.json'))).toBe(false);
  });
});

describe('a slip in a post is a doubt, and the rest is drafted:', () => {
  async function listDoubts(post: string): Promise<string[]> {
    const { code, output } = await run(draft, folderWith({ 'post.md': post }), ...ARGS);
    expect(code).toBe(0);
    return output.flatMap((text) => text.split('\n')).filter((line) => line.includes('4Gn0'));
  }

  test('one address for two sessions is reported once, with both lines and how to find the right id', async () => {
    const other = TALK.replace('Nests', 'Eggs and Feathers of the North');
    const lines = await listDoubts(`${POST}\n${other}\n\n11:00 - 11:30 AM\n`);
    expect(lines.filter((line) => !line.includes('the address says'))).toEqual([
      '  line 7, 4Gn01: is the address of “Nests” here and of “Eggs and Feathers of the North” in line 11: one of the links is wrong. Find the title in https://tidecon32.sched.com/list/simple, and copy the id behind /event/ in its address',
    ]);
  });

  test('one session at two times', async () => {
    const lines = await listDoubts(`${POST}\n${TALK}\n\n11:00 - 11:30 AM\n`);
    expect(lines).toEqual([
      '  line 9, 4Gn01 time: is at 2032-10-04T10:00 to 2032-10-04T10:30 here and at 2032-10-04T11:00 to 2032-10-04T11:30 in line 13: which is right?',
    ]);
  });

  test('one id on two sites', async () => {
    const lines = await listDoubts(`${POST}\n${TALK.replace('tidecon32', 'other32')}\n`);
    expect(lines.join('\n')).toContain('is linked on several sites, tidecon32.sched.com and other32.sched.com');
  });
});

describe('the draft command never writes', () => {
  const args = ['--id', 'gannet-32', '--force', '--to'];

  test('through a symbolic link, even with --force', async () => {
    const folder = folderWith({ 'post.md': POST, 'other.json': 'mine' });
    symlinkSync(join(folder, 'other.json'), join(folder, 'link.json'));
    symlinkSync(join(folder, 'none.json'), join(folder, 'dangling.json'));
    for (const name of ['link.json', 'dangling.json']) {
      await expect(run(draft, folder, 'post.md', ...args, name)).rejects.toThrow(
        /is a symbolic link: name its target/u,
      );
    }
    expect(readFileSync(join(folder, 'other.json'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['dangling.json', 'link.json', 'other.json', 'post.md']);
  });

  test('to a device or a folder, even with --force', async () => {
    const folder = folderWith({ 'post.md': POST });
    await expect(run(draft, folder, 'post.md', ...args, '/dev/null')).rejects.toThrow('/dev/null is not a file');
    await expect(draft.run([join(folder, 'post.md'), ...args, folder])).rejects.toThrow('is not a file');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  // Root may write to any folder.
  test.skipIf(process.getuid?.() === 0)('to a folder that is read-only', async () => {
    const folder = folderWith({ 'post.md': POST });
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    await expect(run(draft, folder, 'post.md', ...args, 'out.json')).rejects.toThrow(/its folder is not writable/u);
  });
});

test('A draft outside the project has a working path to the schema, and the last line of output is the next command', async () => {
  const folder = folderWith({ 'post.md': POST });
  const { output } = await run(draft, folder, ...ARGS);
  const { $schema } = JSON.parse(readFileSync(join(folder, 'g.json'), 'utf8'));
  expect(JSON.parse(readFileSync(join(folder, $schema), 'utf8')).definitions).toBeDefined();
  expect(output.at(-1)).toBe('npm run guide -- check g.json --against post.md');
});

describe('the draft command refuses', () => {
  async function catchRefusal(post: string | Buffer, ...more: string[]): Promise<string> {
    const folder = folderWith({ 'post.md': post });
    const error = await run(draft, folder, ...ARGS, ...more).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect(readdirSync(folder)).toEqual(['post.md']);
    return (error as Refusal).message;
  }

  test('an empty post, a post that is not text, and one without sessions', async () => {
    expect(await catchRefusal('\n \n')).toContain('is empty');
    expect(await catchRefusal(Buffer.from([0x89, 0x50, 0xff, 0xfe]))).toContain('is not UTF-8 text');
    expect(await catchRefusal('a\0b')).toContain('is not UTF-8 text');
    expect(await catchRefusal('# A post\n\n[Home](https://tidecon32.sched.com/) on [a day](/x)')).toContain(
      'links to no session',
    );
  });

  test('a post with only doubtful links, and lists their lines', async () => {
    const message = await catchRefusal('The programme is\n[here](https://sched.co/4Gn0A).');
    expect(message).toContain('line 2, 4Gn0A: “here” leads to https://sched.co/4Gn0A: add it if that is a session');
  });

  test.each([
    [['--zone', 'Europe/Atlantis'], 'not an IANA time zone'],
    [['--url', 'gannet.example'], 'not an https address'],
    [['--host', 'https://tidecon32.sched.com/'], 'not a Sched site'],
    [['--year', '32'], 'not a year'],
    [['--id', 'Gannet 32'], 'not an id'],
    [['--speed'], 'Unknown option'],
    [['another.md'], 'One file at a time'],
  ])('invalid options: %s', async (options, reason) => {
    expect(await catchRefusal(POST, ...options)).toContain(reason);
  });

  test('a missing post, and a missing id', async () => {
    await expect(draft.run(['/nowhere/post.md', '--id', 'x'])).rejects.toThrow('there is no such file');
    await expect(draft.run(['post.md'])).rejects.toThrow('Give the new guide an id');
    await expect(draft.run([])).rejects.toThrow('Name one post');
  });

  test('a path that can’t be written', async () => {
    const folder = folderWith({ 'post.md': POST, file: '' });
    const result = draft.run([join(folder, 'post.md'), '--id', 'x', '--to', join(folder, 'file/out.json')]);
    await expect(result).rejects.toThrow('can’t be written');
  });
});
