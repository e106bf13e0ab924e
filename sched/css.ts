/** Writes rules of a style sheet. */

/** A text as a string of CSS, which escapes quotes and backslashes as JSON does. A guide has no control characters. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * Everything is important: a page that resets all (`* { all: revert !important }`) would win otherwise.
 * @param inside rules whose selectors have `&` for this one
 */
export function rule(selector: string, declarations: Record<string, string>, inside: readonly string[] = []): string {
  const lines = Object.entries(declarations).map(([property, value]) => `${property}: ${value} !important;`);
  return `${selector} {\n${[...lines, ...inside].join('\n').replace(/^/gmu, '  ')}\n}`;
}
