import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './read.ts';

/**
 * JSON as the project's formatter lays it out, which `npm run check` wants to see.
 * @throws {Error} when the formatter does not take it
 */
export function formatted(text: string): string {
  const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');
  // The name decides how it is formatted; nothing of that name is read or written.
  const args = [biome, 'format', '--stdin-file-path=data/guides/guide.json'];
  return execFileSync(process.execPath, args, { cwd: PROJECT, input: text, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}
