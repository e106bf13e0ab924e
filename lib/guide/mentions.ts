/** Finds sessions that mention the guide's subject, by the guide's list of words. */

export interface MentionRules {
  /** Words for the subject. */
  readonly strong: readonly string[];
  /** Ambiguous words, which count as strong only if the same texts contain one of `near`. */
  readonly beside: readonly { readonly word: string; readonly near: readonly string[] }[];
  /** Words of related topics. */
  readonly quiet: readonly string[];
  /** Sessions with one of these words in the title are never mentions. */
  readonly except?: readonly string[] | undefined;
}

export interface Mention {
  /** The highest degree of its words. */
  degree: 'strong' | 'quiet';
  /** The words as the guide spells them, in order of the rules, each once. */
  words: string[];
}

/**
 * A quick check: a pattern that matches every text with a mention and few others. It also works on raw markup, where only
 * white space separates words.
 */
export function anyMention(rules: MentionRules): RegExp {
  const words = [...rules.strong, ...rules.beside.map(({ word }) => word), ...rules.quiet];
  // Word boundaries and Unicode letters would make it ten times slower (V8, 2026-11).
  return new RegExp(words.map((word) => escaped(word).replace(/ /gu, '\\s*')).join('|'), 'i');
}

/**
 * Returns a function that finds mentions in a session's texts. Words match whole and in any case, so that “subject's” and
 * “subject-based” match and longer words don't. A space in a word matches any white space.
 */
export function mentionFinder(
  rules: MentionRules,
): (texts: { title: string; description?: string | undefined }) => Mention | undefined {
  return ({ title, description = '' }) => {
    const heading = plainly(title);
    if (rules.except?.some((word) => hasWord(heading, plainly(word)))) return undefined;
    const plain = plainly(`${title}\n${description}`);
    const has = (word: string) => hasWord(plain, plainly(word));
    const beside = rules.beside.filter(({ word, near }) => has(word) && near.some(has)).map(({ word }) => word);
    const strong = [...rules.strong.filter(has), ...beside];
    const found = [...new Set([...strong, ...rules.quiet.filter(has)])];
    return found.length > 0 ? { degree: strong.length > 0 ? 'strong' : 'quiet', words: found } : undefined;
  };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function plainly(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ');
}

/** Two code units on either side hold the next character, whatever its plane. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
    if (!isOfWord(before) && !isOfWord([...text.slice(end, end + 2)][0])) return true;
  }
  return false;
}

/** Most characters are ASCII: Unicode's tables, which a page waits for at their first use, are for the others. */
function isOfWord(character = ''): boolean {
  return character < '\u0080' ? /\w/u.test(character) : /[\p{L}\p{N}]/u.test(character);
}
