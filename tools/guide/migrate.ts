/** `npm run guide -- migrate`: a guide in the newest version of the format. */
import { resolve } from 'node:path';
import { migrate, NewerGuideError, STEPS, type Step } from '../../data/migrate.ts';
import { type Command, Refusal } from './command.ts';
import { formatted } from './format.ts';
import { PROJECT, textOf } from './read.ts';
import { writeWhole } from './whole-file.ts';

const USAGE = `npm run guide -- migrate FILE
  Rewrites a guide of an older version of the format in the newest, if it is not. Nothing else in it changes.
  FILE  the guide`;

/**
 * Rewrites a guide file in the newest version, whole or not at all.
 * @param file absolute, or relative to the project's folder
 * @returns from which version to which; undefined when there was nothing to do
 * @throws {Refusal} when the file is no JSON, says no version, or is of a version that is not known
 */
export function migrateFile(file: string, steps: readonly Step[] = STEPS): { from: number; to: number } | undefined {
  const json = jsonOf(file);
  const from = (json as { schema?: unknown } | null)?.schema;
  const to = steps.length + 1;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) {
    throw new Refusal(`${file} says no version of the format: write “schema”: ${to} and check it.`);
  }
  const migrated = newest(json, file, steps);
  if (from === to) return undefined;
  writeWhole(resolve(PROJECT, file), formatted(JSON.stringify(migrated, null, 2)));
  return { from, to };
}

function newest(json: unknown, file: string, steps: readonly Step[]): unknown {
  try {
    return migrate(json, steps);
  } catch (error) {
    if (error instanceof NewerGuideError) throw new Refusal(`${file} ${error.message}.`);
    throw error;
  }
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file, 'the file of a guide'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`${file} is not JSON: npm run guide -- check ${file}`);
    throw error;
  }
}

const command: Command = {
  usage: USAGE,
  async run(args) {
    const [file, ...more] = args;
    if (file === undefined || file.startsWith('-') || more.length > 0) {
      throw new Refusal(`Name one guide, such as data/guides/NAME.json.\n\n${USAGE}`);
    }
    const done = migrateFile(file);
    console.log(done ? `${file}: from version ${done.from} to ${done.to}.` : `${file} is of the newest version.`);
    return 0;
  },
};

export default command;
