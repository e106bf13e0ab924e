/** Runs a command of `npm run guide` in this process, in a folder of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Command } from '../../../tools/guide/command.ts';

/** A folder with these files, which goes with the test. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'csg-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What a command says, line by line, without the folder's name, and its exit code. */
export async function run(
  command: Command,
  folder: string,
  ...args: readonly string[]
): Promise<{ code: number; said: string[] }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  const code = await command.run(args.map((arg) => (/\.\w+$/u.test(arg) ? join(folder, arg) : arg)));
  return { code, said: log.mock.calls.map(([line]) => String(line).replaceAll(`${folder}/`, '')) };
}
