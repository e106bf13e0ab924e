/** The JSON Schema of a guide file, for editors. */
import * as z from 'zod/mini';
import { GuideSchema } from './schema.ts';

/**
 * The part of the schema that JSON Schema can express: fields, types, choices, limits, patterns and descriptions.
 * `npm run guide -- check` checks the rest.
 * @returns draft 7, the newest that all editors support
 */
export function jsonSchema(): object {
  return z.toJSONSchema(GuideSchema, { io: 'input', target: 'draft-07' });
}
