/** Other words that a word of a query may mean: its plural or singular, short forms, and corrected typing errors. */

/** The shortest word to correct: shorter ones are too similar to others. */
const TYPO_MIN = 5;

/**
 * The words that are one error away from a folded word (a letter too many, missing or wrong, or two swapped), or else the
 * beginnings of words. Empty for a word of fewer than TYPO_MIN letters.
 */
export function nearWords(word: string, vocabulary: Iterable<string>): string[] {
  if (word.length < TYPO_MIN) return [];
  const words = [...vocabulary];
  const whole = words.filter((other) => isOneErrorAway(word, other));
  if (whole.length > 0) return whole;
  const lengths = [word.length - 1, word.length, word.length + 1];
  const beginnings = words.flatMap((other) => lengths.map((length) => other.slice(0, length)));
  return [...new Set(beginnings.filter((beginning) => isOneErrorAway(word, beginning)))];
}

/**
 * The plurals or singulars of a folded English word: “policies” for “policy”, “policy” for “policies”. Not plurals that only
 * add letters, in which the search finds the word anyway.
 */
export function otherNumber(word: string): string[] {
  if (/[b-df-hj-np-tv-xz]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (!/[a-z]{3}s$/.test(word) || /ss$|^news$/.test(word)) return [];
  const shorter = word.slice(0, -1);
  if (/ies$/.test(word)) return [`${word.slice(0, -3)}y`, shorter];
  return /.(?:[sxz]|[cs]h)es$/.test(word) && word.length > 4 ? [word.slice(0, -2), shorter] : [shorter];
}

/**
 * The words of the vocabulary that a folded word abbreviates, as “k8s” does “kubernetes” (by first and last letter and the
 * number of letters between), or the abbreviation of any other word.
 */
export function otherForms(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (/^[a-z]\d+[a-z]$/.test(word)) return [...vocabulary].filter((other) => other !== word && shorten(other) === word);
  return [shorten(word)].filter((short) => short !== word && vocabulary.has(short));
}

/** A word's first and last letter with the number of letters between, such as “k8s”. */
function shorten(word: string): string {
  return word.length > 3 ? `${word[0]}${word.length - 2}${word.at(-1)}` : word;
}

/** Whether two words differ by exactly one letter added, removed or replaced, or by two neighbours swapped. */
export function isOneErrorAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.length > otherRest.length) return rest.slice(1) === otherRest;
  if (rest.length < otherRest.length) return rest === otherRest.slice(1);
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return rest.slice(1) === otherRest.slice(1) || isSwapped;
}
