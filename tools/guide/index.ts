/** `npm run guide -- COMMAND …`: commands for maintainers of a guide, loaded on demand. */
import { type Command, Refusal } from './command.ts';

const COMMANDS: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).default,
  schema: async () => (await import('./schema.ts')).default,
  draft: async () => (await import('./draft.ts')).default,
  preview: async () => (await import('./preview.ts')).default,
  refresh: async () => (await import('./refresh.ts')).default,
};

const USAGE = 'npm run guide -- COMMAND';

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const command = await load?.();
  if (command && !args.includes('--help')) return command.run(args);
  if (command) {
    console.log(command.usage);
    return 0;
  }
  const usages = await Promise.all(Object.values(COMMANDS).map(async (one) => (await one()).usage));
  const text = [USAGE, ...usages].join('\n\n');
  if (name !== '' && name !== '--help') throw new Refusal(`There is no command “${name}”.\n\n${text}`);
  console.log(text);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A refusal is for the user. Anything else is a bug, and needs its stack.
    console.error(`\n${error instanceof Refusal ? error.message : error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  },
);
