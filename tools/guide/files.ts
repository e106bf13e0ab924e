/** The files that commands read and write: posts, guides, also unfinished ones, and what is made of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { BrokenGuideError, type Problem } from '../../data/check.ts';
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
export function readText(file: string, example: string): string {
  try {
    return readFileSync(resolve(PROJECT, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it can’t be read (${code})`;
    throw new Refusal(`${file}: ${why}. Name ${example}.`);
  }
}

/**
 * The text of a post, with line ends as on Unix.
 * @throws {Refusal} when it can't be read, is empty, or is not in UTF-8
 */
export function readPost(file: string): string {
  const text = readText(file, 'a post in Markdown')
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  if (text.trim() === '') throw new Refusal(`${file} is empty: name a post in Markdown.`);
  if (/[\0\uFFFD]/u.test(text)) throw new Refusal(`${file} is no text in UTF-8: name a post in Markdown.`);
  return text;
}

/**
 * A guide's file with all its problems. Places in it may be empty, but what it has is of the right kind.
 * @throws {Refusal} when there is no such file, or it has not the shape of a guide
 */
export function readDraft(file: string = GUIDE_FILE): Draft {
  const text = readText(file, `the file of a guide, such as ${GUIDE_FILE}`);
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

/**
 * Writes a file whole or not at all: beside its place first, and from there with one step.
 * @param file path; its folder is made where there is none
 * @throws {Refusal} when it can't be written, or is a link or a device, and nothing was changed
 */
export function writeWhole(file: string, text: string): void {
  const name = shortenPath(file);
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there?.isSymbolicLink()) throw new Refusal(`${name} is a symbolic link: name the file that it leads to.`);
    if (there && !there.isFile()) throw new Refusal(`${name} is no file: name another place.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, text, { flag: 'wx' });
    renameSync(aside, file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Refusal(`${name} can’t be written: ${WHY[code] ?? message}. Nothing was changed: name another place.`);
  } finally {
    if (existsSync(aside)) rmSync(aside);
  }
}

const WHY: Record<string, string> = {
  EACCES: 'you may not write to its folder',
  EPERM: 'you may not write to its folder',
  EROFS: 'its folder is read-only',
  EEXIST: 'a part of its path is a file',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
};

/** A path as a person names it from where the command runs. */
export function shortenPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}

/**
 * JSON as the project's formatter lays it out, which `npm run check` wants to see.
 * @throws {Error} when the formatter does not take it
 */
export function formatted(text: string): string {
  const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');
  // The name only chooses the format; no file of that name is read or written.
  const args = [biome, 'format', '--stdin-file-path=data/guides/guide.json'];
  return execFileSync(process.execPath, args, { cwd: PROJECT, input: text, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}

/** Whether the guide has everything that the file has: no unknown key, no value of another type was left out. */
function holdsAll(guide: GuideFile, text: string): boolean {
  try {
    return contains(guide, JSON.parse(text));
  } catch {
    return false;
  }
}

function contains(guide: unknown, file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return guide === file;
  if (typeof guide !== 'object' || guide === null || Array.isArray(guide) !== Array.isArray(file)) return false;
  return Object.entries(file).every(([key, value]) => contains((guide as Record<string, unknown>)[key], value));
}
