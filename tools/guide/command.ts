/** What the commands of `npm run guide` have in common. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface Command {
  /** The command and its arguments as one types them, then its options, one a line. */
  usage: string;
  /**
   * Runs it. Its output goes to the console.
   * @param args the arguments behind the command's name
   * @returns the exit code: 0 when all is well, 1 when a person has to look
   * @throws {Refusal} when it can't do what the arguments ask for
   */
  run(args: readonly string[]): Promise<number>;
}

/** A command can't do what it was asked for; the message says why, and what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/**
 * The options and files of a command line.
 * @param usage for the message
 * @throws {Refusal} for an unknown option, or for more than one file
 */
export function parseCommandLine<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (more.length > 0) throw new TypeError(`One file at a time, not ${positionals.join(' and ')}`);
    return { file, values };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}
