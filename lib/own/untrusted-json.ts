/** Looks through JSON that anybody may have written, before it is checked against a schema. */

/** As many as a reader of the message would go through. */
export const PROBLEMS_MAX = 20;
/** Longer than any of ours. */
const PATH_MAX = 100;
/** A backup is nested four deep. */
const DEPTH_MAX = 8;
/** No object of a backup has more than ten. */
const KEYS_MAX = 20;
/** Names that reach an object's prototype where a key is assigned without care. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Where a file is broken, such as `notes[3].text`, and why. */
export interface Problem {
  path: string;
  reason: string;
}

/**
 * Where a file has forbidden keys (zod takes care of them, but a reader should hear of them), and where it is too deep or
 * too long to look.
 * @param listMax the most items of a list
 */
export function findForbidden(json: object, listMax: number): Problem[] {
  const found: Problem[] = [];
  const waiting: { path: PropertyKey[]; value: object }[] = [{ path: [], value: json }];
  for (const { path, value } of waiting) {
    const isList = Array.isArray(value);
    if (isList ? value.length > listMax : Object.keys(value).length > KEYS_MAX) {
      found.push({ path: formatPath(path), reason: 'holds more than any version of ours has written' });
      return found;
    }
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = [...path, isList ? Number(key) : key];
      const tooDeep = innerPath.length > DEPTH_MAX;
      const forbidden = FORBIDDEN.includes(key);
      if (tooDeep || forbidden) {
        found.push({ path: formatPath(innerPath), reason: forbidden ? 'is a forbidden key' : 'is nested too deep' });
      }
      if (found.length === PROBLEMS_MAX) return found;
      if (typeof inner === 'object' && inner !== null && !tooDeep) waiting.push({ path: innerPath, value: inner });
    }
  }
  return found;
}

/** A path as a reader of a message sees it, such as `notes[3].text`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return joined.replace(/^\./u, '').slice(0, PATH_MAX) || '(file)';
}
