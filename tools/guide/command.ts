/** The interface of the commands of `npm run guide`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface Command {
  /** The command line, then a description and the options, one per line. */
  usage: string;
  /**
   * Runs the command, and prints to the console.
   * @param args the arguments after the command's name
   * @returns the exit code: 0 for success, 1 if a person has to look
   * @throws {Refusal} if the arguments are invalid or the command can't do this
   */
  run(args: readonly string[]): Promise<number>;
}

/** Says why a command can't do what was asked, and what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/**
 * Parses the options and the file of a command line.
 * @param usage printed with the error
 * @throws {Refusal} for an unknown option or more than one file
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
