/** The part of docs/performance.md with the last run's figures. */
const BEGIN = '<!-- The figures of the last run begin: written by `npm run bench -- --publish`. -->';
const END = '<!-- The figures of the last run end. -->';

/**
 * The document with other figures between its marks; everything else stays as it is.
 * @throws {Error} where the marks are missing
 */
export function replaceFigures(document: string, figures: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`put these two lines where the figures belong:\n${BEGIN}\n${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${document.slice(end)}`;
}
