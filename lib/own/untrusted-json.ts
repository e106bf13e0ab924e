/** Looks through JSON that anybody may have written, before it is checked against a schema. */

/** Longer than any of ours. */
const PATH_MAX = 100;
/** A backup is nested four deep. */
const DEPTH_MAX = 8;
/** No object of a backup has more than ten. */
const KEYS_MAX = 20;
/** Names that reach an object's prototype where a key is assigned without care. Zod ignores some of them. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Where a file first has a forbidden key, or is too deep or too long to look further; undefined where it is neither.
 * @param listMax the most items of a list
 */
export function findForbidden(json: object, listMax: number): PropertyKey[] | undefined {
  const waiting: { path: PropertyKey[]; value: object }[] = [{ path: [], value: json }];
  for (const { path, value } of waiting) {
    const isList = Array.isArray(value);
    if (isList ? value.length > listMax : Object.keys(value).length > KEYS_MAX) return path;
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = [...path, isList ? Number(key) : key];
      if (innerPath.length > DEPTH_MAX || FORBIDDEN.includes(key)) return innerPath;
      if (typeof inner === 'object' && inner !== null) waiting.push({ path: innerPath, value: inner });
    }
  }
  return undefined;
}

/** A path as a reader sees it, such as `notes[3].text`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return joined.replace(/^\./u, '').slice(0, PATH_MAX) || '(file)';
}
