/**
 * Other words that a word of a query may mean: its plural or singular, short forms, and typing errors where the word as it
 * was typed finds nothing.
 */

/** Letters of a word from which on an error is forgiven: shorter words are too near to others. */
const TYPO_MIN = 5;

/**
 * The words, or beginnings of words, that are one error away from a folded word: a letter too many, missing or wrong, or two
 * exchanged. Whole words go before beginnings; empty for a word of fewer than TYPO_MIN letters.
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
 * A folded English word in the other number, in each way in which it may be written: “policies” for “policy”, “policy” for
 * “policies”. A plural that only adds letters is none: the search finds the word in it.
 */
export function otherNumber(word: string): string[] {
  if (/[b-df-hj-np-tv-xz]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (!/[a-z]{3}s$/.test(word) || /ss$|^news$/.test(word)) return [];
  const shorter = word.slice(0, -1);
  if (/ies$/.test(word)) return [`${word.slice(0, -3)}y`, shorter];
  return /.(?:[sxz]|[cs]h)es$/.test(word) && word.length > 4 ? [word.slice(0, -2), shorter] : [shorter];
}

/**
 * The words that a folded word is a short form of, by its first and last letter and the number of those between, as “k8s”
 * is of “kubernetes”; of any other word its short form. Only words of the vocabulary.
 */
export function otherForms(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (/^[a-z]\d+[a-z]$/.test(word)) return [...vocabulary].filter((other) => other !== word && shorten(other) === word);
  return [shorten(word)].filter((short) => short !== word && vocabulary.has(short));
}

/** A word with a number for the letters between its first and its last. */
function shorten(word: string): string {
  return word.length > 3 ? `${word[0]}${word.length - 2}${word.at(-1)}` : word;
}

/** Whether two words differ by exactly one letter added, removed or replaced, or by two neighbours exchanged. */
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
