/** Which part of a printed title names its people: organisers append “ - A, Company & B, Company”. */

/** Names that are compared; more people are on no stage. */
export const PEOPLE_MAX = 50;

/** Words that begin a line of prose in capitals and no name. */
const NO_NAME = /^(?:An?|The|From|How|Why|What|When|Where|With|Without|To|For|In|On|Using|Beyond|Your|Our)$/u;
/** A word of a name, capitalised or a particle such as “van der”: letters of any script, perhaps with a nickname's quotes. */
const WORD = /^["“(]?[A-Za-z\u0080-\u{10ffff}][A-Za-z\u0080-\u{10ffff}.'")-]*$/u;
/** A company begins with a capital or a digit, or is written like “eBay” or “example.io”. */
const COMPANY = /^(?:\d|[a-z\u0080-\u{10ffff}]+[.A-Z])/u;

/**
 * Whether a text begins with people and a company: names of two to four words, of which the first and the last are
 * capitalised. Without Unicode's classes of letters, whose tables take a page 2 ms at their first use (V8, 2026-11).
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
 * A title without the people that it ends in (“… - A, Company & B, Company”). Where the page names one of them behind a
 * dash or a colon, they begin there. Else the last part behind a dash goes when it looks like people: a name or several
 * of two to four capitalised words, then a comma and what may be a company.
 *
 * So without names on the page “… - Zero Trust, Explained” would lose its end, while a name of a single word, one in
 * small letters or in a script without capitals, and a name behind a colon would stay.
 * @param people names in small letters, which the page prints elsewhere
 */
export function withoutPeople(title: string, people: readonly string[]): string {
  const parts = [...title.matchAll(/ [-–—] |: /gu)].map(({ index, 0: mark }) => {
    return { index, behindDash: mark !== ': ', text: title.slice(index + mark.length) };
  });
  const named = parts.find(({ text }) => beginsWithOne(text, people));
  const tail = named ?? parts.findLast(({ behindDash, text }) => behindDash && looksLikePeople(text));
  return title.slice(0, tail?.index);
}

/** Whether a list of people begins with one of the names (or “Moderated by” it): “A on networks” is no such list. */
function beginsWithOne(text: string, names: readonly string[]): boolean {
  const list = text.toLowerCase().replace(/^\w+ by /u, '');
  return names.some((name) => list.startsWith(name) && /^(?:$| ?[,;&(|]| and )/u.test(list.slice(name.length)));
}
