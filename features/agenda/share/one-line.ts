/**
 * A text as one line, for formats in which a line break means something: white space and control characters in a row
 * are one space, none at either end; half a surrogate pair, which has no UTF-8, is U+FFFD.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
