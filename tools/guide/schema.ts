/** `npm run guide -- schema`: writes the JSON Schema of guides, for editors. */
import { join } from 'node:path';
import { jsonSchema } from '../../data/json-schema.ts';
import { type Command, Refusal } from './command.ts';
import { formatted, PROJECT, shortenPath, writeWhole } from './files.ts';

/** The file that a guide's `$schema` names. */
export const SCHEMA_FILE = join(PROJECT, 'data/guide.schema.json');

const USAGE = `npm run guide -- schema
  Writes data/guide.schema.json, with which editors complete and check guides. Run it after a change to data/schema.ts.`;

const command: Command = {
  usage: USAGE,
  async run(args) {
    if (args.length > 0) throw new Refusal(`${args.join(' ')}: the schema has no options.\n\n${USAGE}`);
    writeWhole(SCHEMA_FILE, formatted(JSON.stringify(jsonSchema(), null, 2)));
    console.log(shortenPath(SCHEMA_FILE));
    return 0;
  },
};

export default command;
