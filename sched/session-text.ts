/** What a page prints of a session in words, without the people: a speaker's name, company or biography says nothing. */
import {
  DESCRIPTION,
  DETAILS,
  EVENT_PAGE,
  NOT_TITLE,
  PEOPLE_IN_LINK,
  PERSON_NAME,
  SESSION,
  SESSION_TITLE,
} from './selectors.ts';

/** Elements that leave a word whole; every other element begins and ends one. */
const INLINE = /^(?:A|ABBR|B|CODE|EM|FONT|I|MARK|SMALL|SPAN|STRONG|SUB|SUP|U)$/u;

/**
 * The texts of the session of a link.
 * @returns the title without the tail of speakers and companies; the description only where this page shows it
 */
export function sessionText(link: HTMLAnchorElement): { title: string; description?: string } {
  const details = detailsOf(link);
  const title = textOf(link.querySelector(SESSION_TITLE) ?? link, NOT_TITLE);
  // Without a dash or a colon nobody stands behind one; most pages have several hundred titles.
  const plain = / [-–—] |: /u.test(title) ? withoutPeople(title, peopleOf(link, details)) : title;
  const description = details?.querySelector(DESCRIPTION);
  return description ? { title: plain, description: textOf(description) } : { title: plain };
}

/**
 * Everything that sessionText() makes its texts of, and more (people, badges), as the browser has it: a small part of the work,
 * for whoever only wants to know whether a word may be in there. Where an element parts two words, nothing may stand between.
 */
export function roughText(link: HTMLAnchorElement): string {
  const description = detailsOf(link)?.querySelector(DESCRIPTION);
  return description ? `${link.textContent}\n${description.textContent}` : link.textContent;
}

/** Sessions in a block that is looked at as one: more would be read in vain whenever one of them is new. */
const BLOCK = 100;

/**
 * Makes a test of whether a pattern may be in the texts of a session, for one that is in few. A block of sessions is read as one,
 * and not again before the script gives the page back: hardly any of them has the words, and each costs ten calls to the browser.
 */
export function roughTest(pattern: RegExp): (link: HTMLAnchorElement) => boolean {
  const blocks = new Map<Element, boolean>();
  const isIn = (block: Element) => {
    if (blocks.size === 0) queueMicrotask(() => blocks.clear());
    const found = !(block.childElementCount <= BLOCK) || hasText(block, pattern);
    blocks.set(block, found);
    return found;
  };
  return (link) => {
    const block = (link.closest(SESSION) ?? link).parentElement;
    // A session's own page has its description elsewhere.
    const isApart = !block || link.getAttribute('href') === '#';
    return (isApart || (blocks.get(block) ?? isIn(block))) && pattern.test(roughText(link));
  };
}

function hasText(block: Element, pattern: RegExp): boolean {
  // A form's own text is hidden by a field of that name.
  const text: unknown = block.textContent;
  return typeof text !== 'string' || pattern.test(text);
}

/** The details that follow a session before the next one, or those of the page when it is the session's own. */
function detailsOf(link: HTMLAnchorElement): Element | undefined {
  const session = link.closest(SESSION);
  if (!session) return undefined;
  const ownPage = link.getAttribute('href') === '#' ? link.closest(EVENT_PAGE) : null;
  return detailsAfter(session) ?? ownPage?.querySelector(DETAILS) ?? undefined;
}

/** The details that a list shows after a session and before the next one. */
export function detailsAfter(session: Element): Element | undefined {
  for (let next = session.nextElementSibling; next && !next.matches(SESSION); next = next.nextElementSibling) {
    if (next.matches(DETAILS)) return next;
  }
  return undefined;
}

/** Sched's badge for a session without free seats, in whatever element. */
const BADGE = /^\s*(?:FULL|FILLING|LIMITED)\s*$/u;

/**
 * Text as it is read, white space collapsed, '' of no element: a line break or a new item parts words, bold letters don't.
 * @param without selects what is left out, besides badges, scripts and styles
 */
export function textOf(element: Element | null, without = 'script'): string {
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element)) return '';
    if (node !== element && (node.matches(`${without}, script, style`) || BADGE.test(node.textContent))) return '';
    const inside = [...node.childNodes].map(read).join('');
    return INLINE.test(node.tagName) ? inside : ` ${inside} `;
  };
  return element ? read(element).replace(/\s+/gu, ' ').trim() : '';
}

/** Names of the session's people, in small letters, as far as the page shows them beside it. */
function peopleOf(link: HTMLAnchorElement, details: Element | undefined): string[] {
  const named = link.querySelector(PEOPLE_IN_LINK)?.textContent.split('•') ?? [];
  const inDetails = [...(details?.querySelectorAll(PERSON_NAME) ?? [])].map(({ textContent }) => textContent);
  return [...named, ...inDetails].map((name) => name.replace(/\s+/gu, ' ').trim().toLowerCase()).filter(Boolean);
}

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
    const fits = words.length >= 2 && words.length <= 4 && words.every((word) => WORD.test(word));
    const between = words.slice(1, -1).every((word) => isCapitalised(word) || word.length <= 3);
    return fits && between && isCapitalised(first) && isCapitalised(last) && !NO_NAME.test(first);
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
 */
function withoutPeople(title: string, people: readonly string[]): string {
  const parts = [...title.matchAll(/ [-–—] |: /gu)].map(({ index, 0: mark }) => {
    return { index, behindDash: mark !== ': ', text: title.slice(index + mark.length) };
  });
  const named = parts.find(({ text }) => people.some((name) => beginsWith(text, name)));
  const tail = named ?? parts.findLast(({ behindDash, text }) => behindDash && looksLikePeople(text));
  return title.slice(0, tail?.index);
}

/** Whether a list of people begins with this name (or “Moderated by” it): “A on networks” is no such list. */
function beginsWith(text: string, name: string): boolean {
  const list = text.toLowerCase().replace(/^\w+ by /u, '');
  return list.startsWith(name) && /^(?:$| ?[,;&(|]| and )/u.test(list.slice(name.length));
}
