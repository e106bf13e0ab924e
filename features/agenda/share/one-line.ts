/**
 * A text on one line, for formats in which line breaks matter. Runs of white space and control characters become a space,
 * lone surrogates U+FFFD, because UTF-8 can't encode them.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
