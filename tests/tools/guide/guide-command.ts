/** Runs commands of `npm run guide` in this process, in temporary folders. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Command } from '../../../tools/guide/command.ts';

/** A temporary folder with these files, removed after the test. */
export function folderWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'csg-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs a command on files in the folder. Returns its output by line, without the folder's name, and its exit code. */
export async function run(
  command: Command,
  folder: string,
  ...args: readonly string[]
): Promise<{ code: number; output: string[] }> {
  const output: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => {
    output.push(String(line).replaceAll(`${folder}/`, ''));
  });
  try {
    const isFile = (arg: string) => /\.(?:json|md|html|pdf|ics)$/u.test(arg);
    return { code: await command.run(args.map((arg) => (isFile(arg) ? resolve(folder, arg) : arg))), output };
  } finally {
    log.mockRestore();
  }
}
