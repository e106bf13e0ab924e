/** One fault of a guide file. */
export interface Problem {
  /** Where it is: a JSON path such as `sessions[3].end`, or `(file)`. */
  path: string;
  /** What is wrong, and how to mend it. */
  reason: string;
  /** The key of the object at the path that is meant, where the key itself is the fault. */
  key?: string;
  /** The list of the guide from which it was concluded: where that can't be read, nothing is. */
  needs?: string;
  /** Where it begins in the file's text, both counted from 1, where that is known. */
  line?: number;
  column?: number;
}

/** A problem in one line, which begins with the file and the place as editors and terminals open them. */
export function inWords({ path, reason, line, column }: Problem, file: string): string {
  return line === undefined ? `${file}: ${path}: ${reason}` : `${file}:${line}:${column}: ${path}: ${reason}`;
}

/** The path of the parts of one, such as `sessions[3].end`. */
export function formatPath(parts: readonly PropertyKey[]): string {
  const joined = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return joined.replace(/^\./u, '') || '(file)';
}
