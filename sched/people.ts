/** Separates a printed title from its people: organisers append “ - A, Company & B, Company”. */

/** Names to compare: more than a session has. */
export const PEOPLE_MAX = 50;

/** Capitalised words that begin prose, not a name. */
const NO_NAME = /^(?:An?|The|From|How|Why|What|When|Where|With|Without|To|For|In|On|Using|Beyond|Your|Our)$/u;
/** A word of a name, capitalised or a particle such as “van der”: letters of any script, perhaps with a nickname's quotes. */
const WORD = /^["“(]?[A-Za-z\u0080-\u{10ffff}][A-Za-z\u0080-\u{10ffff}.'")-]*$/u;
/** A company begins with a capital or a digit, or is written like “eBay” or “example.io”. */
const COMPANY = /^(?:\d|[a-z\u0080-\u{10ffff}]+[.A-Z])/u;

/**
 * Whether a text begins with people and a company: names of two to four words, the first and last capitalised. Without
 * Unicode property escapes, whose first use takes 2 ms on a page (V8, 2026-11).
 */
function looksLikePeople(text: string): boolean {
  const [people = '', company] = text.split(/, (.*)/su);
  if (!company || !(isCapital(company) || COMPANY.test(company))) return false;
  const names = people.replace(/^[^\s\d]+ by /u, '').split(/(?: &| and|;) /u);
  return names.every((name) => {
    const words = name.split(' ');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const fits = words.every((word) => WORD.test(word) && (isCapitalised(word) || word.length <= 3));
    const isName = fits && words.length >= 2 && words.length <= 4;
    return isName && isCapitalised(first) && isCapitalised(last) && !NO_NAME.test(first);
  });
}

function isCapitalised(word: string): boolean {
  return isCapital(word.replace(/^["“(]/u, ''));
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

/**
 * A title without the people at its end (“… - A, Company & B, Company”). If a name that the page prints elsewhere follows a
 * dash or a colon, the people begin there. Else the last part after a dash is removed if it looks like people: names of two
 * to four capitalised words, a comma and a possible company.
 *
 * So if the page prints no names, “… - Zero Trust, Explained” loses its end. Names of a single word, in lower case, in a
 * script without capitals or after a colon stay.
 * @param people names in lower case, which the page prints elsewhere
 */
export function withoutPeople(title: string, people: readonly string[]): string {
  const parts = [...title.matchAll(/ [-–—] |: /gu)].map(({ index, 0: mark }) => {
    return { index, behindDash: mark !== ': ', text: title.slice(index + mark.length) };
  });
  const named = parts.find(({ text }) => beginsWithOne(text, people));
  const tail = named ?? parts.findLast(({ behindDash, text }) => behindDash && looksLikePeople(text));
  return title.slice(0, tail?.index);
}

/** Whether a text is a list of people that begins with one of the names. “A on networks” is not. */
function beginsWithOne(text: string, names: readonly string[]): boolean {
  const list = text.toLowerCase().replace(/^\w+ by /u, '');
  return names.some((name) => list.startsWith(name) && /^(?:$| ?[,;&(|]| and )/u.test(list.slice(name.length)));
}
