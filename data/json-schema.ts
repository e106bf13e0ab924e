/** The JSON Schema of a guide file, by which editors complete and check while one types. */
import * as z from 'zod/mini';
import { GuideSchema } from './schema.ts';

/**
 * As much of the schema as JSON Schema can say: fields, types, choices, caps, patterns and what each field is for. What
 * needs the whole guide is said by `npm run guide -- check`.
 * @returns draft 7, the newest that all editors know
 */
export function jsonSchema(): object {
  return z.toJSONSchema(GuideSchema, { io: 'input', target: 'draft-07' });
}
