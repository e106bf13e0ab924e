/** Writes rules of a style sheet. */

/** A CSS string. CSS escapes quotes and backslashes as JSON does, and a guide has no control characters. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * A CSS rule. Every declaration is important, or a page that resets all (`* { all: revert !important }`) would win.
 * @param inside nested rules
 */
export function rule(selector: string, declarations: Record<string, string>, inside: readonly string[] = []): string {
  const lines = Object.entries(declarations).map(([property, value]) => `${property}: ${value} !important;`);
  return `${selector} {\n${[...lines, ...inside].join('\n').replace(/^/gmu, '  ')}\n}`;
}
