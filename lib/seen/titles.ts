/** Compares titles as pages print them, with speakers and companies after a dash, and with different quotes and spacing. */

interface Speaker {
  name: string;
  organisation?: string | undefined;
}

/** A text folded for comparison: no case, no accents, one kind of quote and dash, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether two rooms or names differ only in case, accents and white space. */
export function sameWords(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** Whether two titles differ only in spacing, case, accents, quotes, dashes and “⚡”. */
export function sameTitle(one: string, other: string): boolean {
  return titleKey(one) === titleKey(other);
}

function titleKey(title: string): string {
  return folded(title).replace(/[\s⚡]/gu, '');
}

/** A key for comparing sets of names. Ignores brackets after a name, such as pronouns. */
export function toSetKey(names: readonly string[]): string {
  return [...new Set(names.map(nameKey))].sort().join('\n');
}

function nameKey(name: string): string {
  return folded(name.replace(/\([^)]*\)/gu, '')).replace(/[.'"]/gu, '');
}

/**
 * Splits a printed title from the speakers that are appended to it. They begin at the last dash before the first known
 * name, or at the dash after the guide's title. If the page names people, a dash without a known name after it is part of
 * the title.
 * @param people speakers that the page names elsewhere
 */
export function splitTitle(
  printed: string,
  title: string,
  speakers: readonly string[],
  people: readonly string[],
): { head: string; tail: string } {
  const words = (text: string) =>
    ` ${folded(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const names = [...speakers, ...people].map(words).filter((name) => name.trim());
  const named = (part: string) => names.some((name) => words(part).includes(name));
  const parts = [...printed.matchAll(/\s[-–—]\s/gu)].map(({ index }) => {
    return { head: printed.slice(0, index), tail: printed.slice(index + 3) };
  });
  const right = parts.findLast(({ head, tail }) => {
    const asGuide = sameTitle(head, title) && (people.length === 0 || named(tail));
    return asGuide || (!named(head) && named(tail));
  });
  return right ?? { head: printed, tail: '' };
}

/** Speakers whose company differs from the guide's. */
export interface Move {
  names: string[];
  /** The company on the page, and in the guide. */
  now: string;
  was: string;
}

/**
 * Companies in a title's tail that differ from the guide's, with their speakers. Only if the tail is unambiguous: known
 * names, each followed by a comma and a company or joined to the next name, and no company that could be two or contain a
 * person.
 * @param people speakers that the page names elsewhere
 */
export function companyMoves(speakers: readonly Speaker[], people: readonly string[], tail: string): Move[] {
  const moves: Move[] = [];
  for (const [person, company] of companiesIn(tail, [...speakers.map(({ name }) => name), ...people])) {
    const speaker = speakers.find(({ name }) => folded(name) === person);
    const was = speaker?.organisation;
    if (!was || companyKey(was) === companyKey(company)) continue;
    // Some companies have a comma or “and” in their name, but it could also separate a person.
    if (/[,;&/|]| and /iu.test(company)) return [];
    const move = moves.find((one) => one.now === company && one.was === was);
    if (move) move.names.push(speaker.name);
    else moves.push({ names: [speaker.name], now: company, was });
  }
  return moves;
}

/** Companies by folded name of the person; empty if any part of the tail is unclear. */
function companiesIn(tail: string, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  // Longest first, so that a name is not taken for a longer one that begins with it.
  const known = [...new Set(names.map(folded).filter(Boolean))].sort((a, b) => b.length - a.length);
  const plain = tail.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const waiting: string[] = [];
  let rest = plain;
  while (rest) {
    const name = known.find((one) => folded(rest.slice(0, one.length + 12)).startsWith(one));
    const length = name === undefined ? 0 : matchedLength(rest, name);
    if (name === undefined || length === 0) return new Map();
    waiting.push(name);
    rest = rest.slice(length);
    const joined = /^ ?(?:&|,? and |, (?=\S)) ?/iu.exec(rest);
    const after = joined ? rest.slice(joined[0].length) : '';
    if (joined && known.some((one) => folded(after).startsWith(one))) {
      rest = after;
      continue;
    }
    if (!rest.startsWith(', ')) return new Map();
    // The company ends before the next separator with a known name after it, or at the end.
    const ends = [...rest.matchAll(/ ?(?:[&;,]| and ) ?/giu)].filter(({ index, 0: separator }) => {
      return index > 1 && known.some((one) => folded(rest.slice(index + separator.length)).startsWith(one));
    });
    const end = ends[0];
    const company = rest.slice(2, end?.index).trim();
    if (!company) return new Map();
    for (const one of waiting.splice(0)) found.set(one, company);
    rest = end ? rest.slice(end.index + end[0].length) : '';
  }
  return waiting.length > 0 ? new Map() : found;
}

/** How many characters at the start of a text fold to a name; 0 if the name ends inside a longer word. */
function matchedLength(text: string, name: string): number {
  for (let length = 1; length <= text.length; length++) {
    if (folded(text.slice(0, length)) === name) return /^\p{L}/u.test(text.slice(length)) ? 0 : length;
  }
  return 0;
}

/** A company without punctuation and legal form, so that “Example Corp.” equals “Example”. */
function companyKey(company: string): string {
  return folded(company)
    .replace(/[.,]? (?:inc|ltd|llc|gmbh|corp|co)\.?$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
