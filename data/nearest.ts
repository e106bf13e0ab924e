/** Suggests a known name for an unknown one. */

/** Up to a third of the letters may be wrong. */
const SLIPS = 1 / 3;

/** With more names than this, matches are likely by chance, and the search takes long. */
const MANY = 500;

/**
 * The known name that is most similar to a written one, ignoring case.
 * @returns undefined if none is similar enough
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length > MANY) return undefined;
  let best: string | undefined;
  let least = Math.floor(Math.max(2, written.length) * SLIPS) + 1;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const distance = slips(written.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** “did you mean …?”, or `otherwise` if no name is similar. */
export function didYouMean(written: string, known: readonly string[], otherwise: string): string {
  const meant = nearest(written, known);
  return meant === undefined ? otherwise : `did you mean “${meant}”?`;
}

/** The number of letters to insert, delete, replace or swap (optimal string alignment distance). */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const [left = 0, above = 0, corner = 0, far = 0] = [row[j - 1], last[j], last[j - 1], before[j - 2]];
      row[j] = Math.min(left + 1, above + 1, corner + (same ? 0 : 1), swapped ? far + 1 : Number.POSITIVE_INFINITY);
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
