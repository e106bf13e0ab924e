/** A problem in a guide file. */
export interface Problem {
  /** Where it is: a JSON path such as `sessions[3].end`, or `(file)`. */
  path: string;
  /** What is wrong, and how to fix it. */
  reason: string;
  /** The key of the object at the path, if the key itself is wrong. */
  key?: string;
  /** The list that the check relied on. If that is broken, the problem is dropped. */
  needs?: string;
  /** Where it begins in the file's text, counted from 1, if known. */
  line?: number;
  column?: number;
}

/** A problem on one line, beginning with `file:line:column`, which editors and terminals can open. */
export function inWords({ path, reason, line, column }: Problem, file: string): string {
  return line === undefined ? `${file}: ${path}: ${reason}` : `${file}:${line}:${column}: ${path}: ${reason}`;
}

/** The path from its parts, such as `sessions[3].end`. */
export function formatPath(parts: readonly PropertyKey[]): string {
  const joined = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return joined.replace(/^\./u, '') || '(file)';
}
