/** Derives from a schema a lenient one, to go on checking an invalid guide, and its fields. */
import * as z from 'zod/mini';

/** The used part of a schema's definition (zod 4, `_zod.def`). */
interface Described {
  _zod: {
    def: {
      type: string;
      shape?: Record<string, Described>;
      element?: Described;
      innerType?: Described;
      defaultValue?: unknown;
    };
  };
}

/**
 * A schema that accepts anything. Values of the right type stay, and missing or other values become empty (`''`, `[]`, an
 * object of empty values). Lists keep the positions of their entries, unknown keys are dropped.
 * @throws {TypeError} for a kind of schema that it does not support
 */
export function lenient<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  return emptied(schema as unknown as Described) as unknown as Schema;
}

function emptied(schema: Described): z.ZodMiniType {
  const { type, shape = {}, element, innerType, defaultValue } = schema._zod.def;
  switch (type) {
    case 'object': {
      const fields = z.object(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, emptied(field)])));
      return z.catch(fields, () => fields.parse({}));
    }
    case 'array':
      if (element) return z.catch(z.array(emptied(element)), []);
      break;
    case 'optional':
      if (innerType) return z.optional(emptied(innerType));
      break;
    case 'default':
      if (innerType) return z._default(emptied(innerType), defaultValue);
      break;
    case 'string':
    case 'enum':
      return z.catch(z.string(), '');
    case 'literal':
      return z.optional(z.unknown());
  }
  throw new TypeError(`a schema of the type ${type} can’t be made lenient`);
}

/** Returns the field names of the object at a path in a schema, or an empty list if the path leads to no object. */
export function fieldsAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let at: Described | undefined = bare(schema as unknown as Described);
  for (const part of path) {
    const { shape, element }: Described['_zod']['def'] = at?._zod.def ?? { type: 'none' };
    at = bare(shape ? shape[String(part)] : element);
  }
  return Object.keys(at?._zod.def.shape ?? {});
}

/** A schema without `optional` and `default`. */
function bare(schema: Described | undefined): Described | undefined {
  return schema?._zod.def.innerType ? bare(schema._zod.def.innerType) : schema;
}
