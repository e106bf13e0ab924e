import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../../tools/guide/command.ts';
import draft from '../../../tools/guide/draft.ts';
import { postText } from './drafted.ts';
import { folderWith, run } from './guide-command.ts';

const TALK = '[Nests - Ann Aas, Gull](https://tidecon32.sched.com/event/4Gn01/nests-ann-aas-gull)';
const POST = `# Gannet at TideCon 2032\n\n## TideCon\n\nMonday, October 4\n\n${TALK}\n\n10:00 - 10:30 AM CEST\n`;

describe('The draft command', () => {
  test('writes a guide, and says what is to be decided.', async () => {
    const folder = folderWith({ 'post.md': postText('quoll-at-burrowcon.md') });
    const { code, said } = await run(draft, folder, 'post.md', '--id', 'quoll-31', '--to', 'quoll.json');
    expect(code).toBe(0);
    expect(said.join('\n')).toContain('quoll.json: 14 sessions, 14 with start and end, on 2 sites.');
    expect(said.join('\n')).toContain('To be decided by a person (5):');
    expect(said.join('\n')).toContain('line 30, 3Bf6A speakers: “Co-Chairs” is what Odalys Wren does there');
    const guide = JSON.parse(readFileSync(join(folder, 'quoll.json'), 'utf8'));
    expect(guide).toMatchObject({ schema: 1, id: 'quoll-31' });
    expect(guide.sessions).toHaveLength(14);
    expect(readdirSync(folder).sort()).toEqual(['post.md', 'quoll.json']);
  });

  test('takes what the post doesn’t say from its options.', async () => {
    const folder = folderWith({ 'post.md': POST.replace(' 2032', '').replace(' CEST', '') });
    const options = ['--zone', 'Europe/Oslo', '--url', 'https://gannet.example/blog', '--year', '2032'];
    await run(draft, folder, 'post.md', '--id', 'gannet-32', '--to', 'gannet.json', ...options);
    const guide = JSON.parse(readFileSync(join(folder, 'gannet.json'), 'utf8'));
    expect(guide).toMatchObject({ zone: 'Europe/Oslo', source: { url: 'https://gannet.example/blog' } });
    expect(guide.sessions[0].start).toBe('2032-10-04T10:00');
  });

  test('reads a post with a byte order mark and Windows’ line ends.', async () => {
    const folder = folderWith({ 'post.md': `\uFEFF---\ntitle: G\n---\n${POST}`.replaceAll('\n', '\r\n') });
    await run(draft, folder, 'post.md', '--id', 'gannet-32', '--to', 'gannet.json');
    const guide = JSON.parse(readFileSync(join(folder, 'gannet.json'), 'utf8'));
    expect(guide.source.title).toBe('G');
    expect(guide.sessions).toMatchObject([{ id: '4Gn01', start: '2032-10-04T10:00', end: '2032-10-04T10:30' }]);
  });

  test('never writes over a file, unless it is told to.', async () => {
    const folder = folderWith({ 'post.md': POST, 'gannet.json': 'mine' });
    const args = ['post.md', '--id', 'gannet-32', '--to', 'gannet.json'];
    await expect(run(draft, folder, ...args)).rejects.toThrow(/gannet\.json exists: .*--force/u);
    expect(readFileSync(join(folder, 'gannet.json'), 'utf8')).toBe('mine');
    await run(draft, folder, ...args, '--force');
    expect(readFileSync(join(folder, 'gannet.json'), 'utf8')).toContain('"gannet-32"');
  });

  test('refuses the id of another guide.', async () => {
    const folder = folderWith({ 'post.md': POST });
    const asked = run(draft, folder, 'post.md', '--id', 'kubecon-na-2025', '--to', 'gannet.json');
    await expect(asked).rejects.toThrow('is already the id of data/guides/kubecon-na-2025.json');
    expect(existsSync(join(folder, 'gannet.json'))).toBe(false);
  });
});

describe('The draft command refuses', () => {
  async function refusalOf(post: string | Buffer, ...more: string[]): Promise<string> {
    const folder = folderWith({});
    writeFileSync(join(folder, 'post.md'), post);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      await draft.run([join(folder, 'post.md'), '--id', 'gannet-32', '--to', join(folder, 'out.json'), ...more]);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(readdirSync(folder)).toEqual(['post.md']);
      return (error as Refusal).message;
    } finally {
      log.mockRestore();
    }
    return 'nothing was refused';
  }

  test('an empty post, one that is no text, and one without sessions.', async () => {
    expect(await refusalOf('\n \n')).toContain('is empty');
    expect(await refusalOf(Buffer.from([0x89, 0x50, 0xff, 0xfe]))).toContain('not in UTF-8');
    expect(await refusalOf('a\0b')).toContain('is no text');
    expect(await refusalOf('# A post\n\n[Home](https://tidecon32.sched.com/) on [a day](/x)')).toContain(
      'links to no session',
    );
  });

  test('a post that links only to what may not be a session, with its lines.', async () => {
    const message = await refusalOf('The programme is\n[here](https://sched.co/4Gn0A).');
    expect(message).toContain('line 2, 4Gn0A: “here” leads to https://sched.co/4Gn0A: add it if that is a session');
  });

  test('two sessions with one address, with both lines.', async () => {
    const other = TALK.replace('Nests', 'Eggs and Feathers of the North');
    const message = await refusalOf(`${POST}\n${other}\n\n11:00 - 11:30 AM\n`);
    expect(message).toContain(
      'line 11, 4Gn01: is the address of “Eggs and Feathers of the North” here and of “Nests” in line 7',
    );
    expect(message).toContain('line 13, 4Gn01: is at 2032-10-04T11:00 to 2032-10-04T11:30 here');
    expect(message).toContain('nothing was written');
  });

  test('one id on two sites.', async () => {
    const message = await refusalOf(`${POST}\n${TALK.replace('tidecon32', 'other32')}\n`);
    expect(message).toContain('4Gn01: is linked on several sites, tidecon32.sched.com and other32.sched.com');
  });

  test('times that contradict themselves, all at once.', async () => {
    const second = TALK.replace('4Gn01', '4Gn02');
    const message = await refusalOf(`${POST.replace('10:30 AM', '9:30 AM')}\n${second}\n\n3:00 - 3:00 PM\n`);
    expect(message).toContain('line 9, 4Gn01: it ends before it starts');
    expect(message).toContain('line 13, 4Gn02: it ends as it starts');
  });

  test.each([
    [['--zone', 'Europe/Atlantis'], 'no IANA time zone'],
    [['--url', 'gannet.example'], 'no https address'],
    [['--host', 'https://tidecon32.sched.com/'], 'no site of Sched’s'],
    [['--year', '32'], 'no year'],
    [['--id', 'Gannet 32'], 'no id'],
    [['--speed'], 'Unknown option'],
    [['another.md'], 'Name one post'],
  ])('options that it can’t use: %s.', async (options, reason) => {
    expect(await refusalOf(POST, ...options)).toContain(reason);
  });

  test('a post that is not there, and one without an id.', async () => {
    await expect(draft.run(['/nowhere/post.md', '--id', 'x'])).rejects.toThrow('can’t be read');
    await expect(draft.run(['post.md'])).rejects.toThrow('Give the new guide an id');
    await expect(draft.run([])).rejects.toThrow('Name one post');
  });

  test('a place that can’t be written.', async () => {
    const folder = folderWith({ 'post.md': POST, file: '' });
    const asked = draft.run([join(folder, 'post.md'), '--id', 'x', '--to', join(folder, 'file/out.json')]);
    await expect(asked).rejects.toThrow('can’t be written');
  });
});
