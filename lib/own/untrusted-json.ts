/** Checks untrusted JSON before it is checked against a schema. */

/** Longer than any key of a backup. */
const PATH_MAX = 100;
/** A backup is nested four deep. */
const DEPTH_MAX = 8;
/** No object of a backup has more than ten. */
const KEYS_MAX = 20;
/** Keys that can reach an object's prototype. Zod ignores some of them. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * The path of the first forbidden key, or of what is too deep or too long; undefined if there is none.
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
