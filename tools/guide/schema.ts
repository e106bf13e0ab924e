/** `npm run guide -- schema`: the JSON Schema of a guide, for editors. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '../../data/json-schema.ts';
import { type Command, Refusal } from './command.ts';
import { formatted } from './format.ts';
import { writeWhole } from './whole-file.ts';

/** Where guides name it as their `$schema`: beside their folder. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../data/guide.schema.json', import.meta.url));

const USAGE = `npm run guide -- schema
  Writes data/guide.schema.json, by which editors complete and check a guide, after a change to data/schema.ts.`;

const command: Command = {
  usage: USAGE,
  async run(args) {
    if (args.length > 0) throw new Refusal(`${args.join(' ')}: the schema has no options.\n\n${USAGE}`);
    writeWhole(SCHEMA_FILE, formatted(JSON.stringify(jsonSchema(), null, 2)));
    console.log(relative(process.cwd(), SCHEMA_FILE));
    return 0;
  },
};

export default command;
