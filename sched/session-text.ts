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

/** A word of a name: capitalised, perhaps a nickname in quotes. */
const WORD = '["“(]?\\p{Lu}[\\p{L}\\p{M}.\'’"”)-]*';
/** Words that begin a line of prose in capitals and no name. */
const NO_NAME = '(?!(?:An?|The|From|How|Why|What|When|Where|With|Without|To|For|In|On|Using|Beyond|Your|Our) )';
/** Two to four words, of which the first and the last are capitalised: particles such as “van der” stand between. */
const NAME = `${NO_NAME}${WORD}(?: (?:${WORD}|\\p{Ll}{1,3})){0,2} ${WORD}`;
/** A company begins with a capital or a digit, or is written like “eBay” or “example.io”. */
const COMPANY = '(?:[\\p{Lu}\\p{N}]|\\p{Ll}+[.\\p{Lu}])';
const PEOPLE = new RegExp(`^(?:\\p{L}+ by )?${NAME}(?:(?: &| and|;) ${NAME})*, ${COMPANY}`, 'u');

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
  const tail = named ?? parts.findLast(({ behindDash, text }) => behindDash && PEOPLE.test(text));
  return title.slice(0, tail?.index);
}

/** Whether a list of people begins with this name (or “Moderated by” it): “A on networks” is no such list. */
function beginsWith(text: string, name: string): boolean {
  const list = text.toLowerCase().replace(/^\w+ by /u, '');
  return list.startsWith(name) && /^(?:$| ?[,;&(|]| and )/u.test(list.slice(name.length));
}
