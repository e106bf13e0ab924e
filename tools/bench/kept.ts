/** Keeps each part of a run as it ends: a run that is stopped loses only what it was measuring. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './report.ts';

/** Writes a part into a folder, over an older one of the same name. */
export function keepPart(folder: string, name: string, part: Part): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(part, null, 2)}\n`);
}

/** The parts in a folder, of whatever run each is: pages by their sizes, then the others. Values that are NaN have become null. */
export function keptParts(folder: string): Part[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const inOrder = files.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return inOrder.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Part);
}
