/** How the texts of a guide use their caps, as the schema says those. */
import { GuideSchema } from '../../../data/schema.ts';

/** As much of a schema's own description as is read here (zod 4, `_zod.def`). */
interface Described {
  _zod: {
    def: {
      type: string;
      shape?: Record<string, Described>;
      element?: Described;
      innerType?: Described;
      checks?: { _zod: { def: { check: string; maximum?: number } } }[];
    };
  };
}

/** How the texts of one field use its cap. */
export interface Use {
  /** Such as `sessions[].takeaway`. */
  field: string;
  /** The most characters that one may have, and the lengths of those that there are. */
  cap: number;
  lengths: number[];
}

/** Every field with a cap of which the guide has a text, in the schema's order. */
export function usesOf(guide: unknown): Use[] {
  const uses = new Map<string, Use>();
  collect(GuideSchema as unknown as Described, guide, '', uses);
  return [...uses.values()];
}

function collect(schema: Described, value: unknown, field: string, uses: Map<string, Use>): void {
  if (value === undefined) return;
  const { type, shape = {}, element, innerType, checks = [] } = schema._zod.def;
  if (type === 'object') {
    for (const [key, inner] of Object.entries(shape)) {
      collect(inner, (value as Record<string, unknown>)[key], field ? `${field}.${key}` : key, uses);
    }
  } else if (type === 'array' && element) {
    for (const one of value as unknown[]) collect(element, one, `${field}[]`, uses);
  } else if (innerType) collect(innerType, value, field, uses);
  else if (type === 'string') {
    const cap = checks.find(({ _zod }) => _zod.def.check === 'max_length')?._zod.def.maximum;
    if (cap === undefined) return;
    const use = uses.get(field) ?? { field, cap, lengths: [] };
    use.lengths.push((value as string).length);
    uses.set(field, use);
  }
}
