/** Reads and writes the files of the commands: posts, guides (even incomplete ones), and output. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { BrokenGuideError, type Problem } from '../../data/check.ts';
import type { GuideFile } from '../../data/schema.ts';
import { Refusal } from './command.ts';
import { checkText } from './parse.ts';

/** A guide that may be incomplete. */
export interface Draft {
  guide: GuideFile;
  /** Why it can't be built yet; empty if it can. */
  problems: readonly Problem[];
}

/** The project's folder, where npm runs commands. Paths in arguments are relative to it. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Reads a file from a command's arguments.
 * @param example what to name instead, for the error
 * @throws {Refusal} if it can't be read
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
 * Reads a post, and normalizes its line ends.
 * @throws {Refusal} if it can't be read, is empty, or is not UTF-8
 */
export function readPost(file: string): string {
  const text = readText(file, 'a post in Markdown')
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  if (text.trim() === '') throw new Refusal(`${file} is empty: name a post in Markdown.`);
  if (/[\0\uFFFD]/u.test(text)) throw new Refusal(`${file} is not UTF-8 text: name a post in Markdown.`);
  return text;
}

/**
 * Reads a guide with all its problems. Values may be missing, but have the right types.
 * @throws {Refusal} if there is no such file, or it does not have the structure of a guide
 */
export function readDraft(file: string = GUIDE_FILE): Draft {
  const text = readText(file, `the file of a guide, such as ${GUIDE_FILE}`);
  const { guide, problems } = checkText(text);
  const shown = guide !== undefined && guide.sessions.length > 0 && holdsAll(guide, text);
  if (shown || (guide && problems.length === 0)) return { guide, problems };
  throw new Refusal(
    `${new BrokenGuideError(file, problems).message}\nIt does not have the structure of a guide: fix these first.`,
  );
}

/**
 * Reads a guide that can be built.
 * @throws {Refusal} if there is no such file, or the guide fails its check
 */
export function readChecked(file: string = GUIDE_FILE): GuideFile {
  const { guide, problems } = readDraft(file);
  if (problems.length === 0) return guide;
  throw new Refusal(`${new BrokenGuideError(file, problems).message}\nFix these first.`);
}

/**
 * Writes a file atomically: to a temporary file beside it, which is then renamed.
 * @param file a path; its folder is created if necessary
 * @throws {Refusal} if it can't be written, or is a link or a device. Then nothing was changed
 */
export function writeWhole(file: string, text: string): void {
  const name = shortenPath(file);
  const aside = `${file}.${process.pid}.tmp`;
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there?.isSymbolicLink()) throw new Refusal(`${name} is a symbolic link: name its target instead.`);
    if (there && !there.isFile()) throw new Refusal(`${name} is not a file: choose another path.`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, text, { flag: 'wx' });
    renameSync(aside, file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Refusal(`${name} can’t be written: ${WHY[code] ?? message}. Nothing was changed: choose another path.`);
  } finally {
    if (existsSync(aside)) rmSync(aside);
  }
}

const WHY: Record<string, string> = {
  EACCES: 'its folder is not writable',
  EPERM: 'its folder is not writable',
  EROFS: 'its folder is read-only',
  EEXIST: 'part of its path is a file',
  ENOTDIR: 'part of its path is a file',
  ENOSPC: 'the disk is full',
};

/** Shortens a path for messages, relative to the project if it is inside. */
export function shortenPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}

/**
 * Formats JSON with the project's formatter, as `npm run check` requires.
 * @throws {Error} if the formatter rejects it
 */
export function formatted(text: string): string {
  const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');
  // The name only selects the format. No file with this name is read or written.
  const args = [biome, 'format', '--stdin-file-path=data/guides/guide.json'];
  return execFileSync(process.execPath, args, { cwd: PROJECT, input: text, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}

/** Whether the parsed guide has everything in the file, without unknown keys or values of wrong types. */
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
