/** Reads a guide to be worked on: also one that is still being written, with what is wrong with it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { BrokenGuideError, type Problem } from '../../data/check.ts';
import { migrate } from '../../data/migrate.ts';
import type { GuideFile } from '../../data/schema.ts';
import { Refusal } from './command.ts';
import { checkText } from './parse.ts';

/** A guide that may not be complete. */
export interface Draft {
  guide: GuideFile;
  /** Why it can't be built yet; none when it can. */
  problems: readonly Problem[];
}

/** The project's folder, where npm runs commands and from where the files that are named to them are found. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * The text of a file that was named to a command.
 * @param example what to name instead, for the message
 * @throws {Refusal} when it can't be read
 */
export function textOf(file: string, example: string): string {
  try {
    return readFileSync(resolve(PROJECT, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it can’t be read (${code})`;
    throw new Refusal(`${file}: ${why}. Name ${example}.`);
  }
}

/**
 * A guide's file with all its problems. Places in it may be empty, but what it has is of the right kind.
 * @throws {Refusal} when there is no such file, or it has not the shape of a guide
 */
export function readDraft(file: string = GUIDE_FILE): Draft {
  const text = textOf(file, `the file of a guide, such as ${GUIDE_FILE}`);
  const { guide, problems } = checkText(text);
  const shown = guide !== undefined && guide.sessions.length > 0 && holdsAll(guide, text);
  if (shown || (guide && problems.length === 0)) return { guide, problems };
  throw new Refusal(
    `${new BrokenGuideError(file, problems).message}\nIts shape is not that of a guide: mend these first.`,
  );
}

/**
 * A guide's file as it is to be built.
 * @throws {Refusal} when there is no such file, or the guide in it does not pass the check
 */
export function readChecked(file: string = GUIDE_FILE): GuideFile {
  const { guide, problems } = readDraft(file);
  if (problems.length === 0) return guide;
  throw new Refusal(`${new BrokenGuideError(file, problems).message}\nMend these first.`);
}

/** Whether nothing that stands in the file was left out because its key is unknown or its type another one. */
function holdsAll(guide: GuideFile, text: string): boolean {
  try {
    return holds(guide, migrate(JSON.parse(text)));
  } catch {
    return false;
  }
}

function holds(read: unknown, stands: unknown): boolean {
  if (typeof stands !== 'object' || stands === null) return read === stands;
  if (typeof read !== 'object' || read === null || Array.isArray(read) !== Array.isArray(stands)) return false;
  return Object.entries(stands).every(([key, value]) => holds((read as Record<string, unknown>)[key], value));
}
