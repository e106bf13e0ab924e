/** What the commands of `npm run guide` have in common. */

export interface Command {
  /** The command and its arguments as one types them, then its options, one a line. */
  usage: string;
  /**
   * Does it. What it has to say goes to the console.
   * @param args what stands after the command's name
   * @returns the exit code: 0 when all is well, 1 when a person has to look
   * @throws {Refusal} when it is asked for something that can't be done
   */
  run(args: readonly string[]): Promise<number>;
}

/** What was asked for can't be done; the message says why, and what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal';
}
