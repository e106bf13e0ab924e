/** Separates printed titles from the speakers after a dash, and compares them with addresses. */
import { looksLikeName, type People, peopleIn } from './people.ts';

/** Generic link texts. */
const GENERIC =
  /^(?:\W*|(?:link(?: to)?|here|this|that|us|at|of|now|all|click|tap|join|save|reserve|book|get|grab|secure|find|check|out|go|see|visit|attend|catch|seat|spot|place|ticket|website|site|listing|entry|abstract|description|video|recording|talk’s|sched(?:ule)?|session|talk|event|full|more|details?|info(?:rmation)?|page|add|to|my|your|the|view|see|open|learn|about|read|register|sign|up|rsvp|watch|it|on|in|for|sched\.com|agenda|calendar|→|»|🔗|📅|\s|[.:!…-])+|https?:\S+|\S+\.sched\.com\S*|sched\.co\/\S*)$/iu;

/** Whether a link's text can be a title. */
export function isGeneric(text: string): boolean {
  return GENERIC.test(text.trim());
}

/** Separators between title and speakers, but not “sponsored by”. */
const SEPARATOR =
  /\s+(?:[-–—•·~]|\/\/|\|)\s+(?:by\s+)?|(?<=\p{L})—(?=\p{L})|(?<!\b(?:sponsored|powered|hosted|organi[sz]ed|supported|brought to you|inspired))\s+(?:(?:presented|given|led)\s+)?(?:by|with|w\/|featuring|feat\.|ft\.)\s+/giu;

/** Splits a printed title into title and speakers. */
export function splitTitle(printed: string): { title: string; people: People | undefined } {
  const text = printed.replace(/\s+/gu, ' ').trim();
  const dashes = [...text.matchAll(SEPARATOR)];
  const parts = dashes.map(({ index, 0: dash }) => ({
    title: text.slice(0, index),
    people: peopleIn(text.slice(index + dash.length)),
  }));
  const [, before = '', inside = ''] = /^(.+?)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  const bracketed = peopleIn(inside);
  if (bracketed.sure && bracketed.speakers.some(({ organisation }) => organisation))
    return { title: clean(before), people: bracketed };
  // The first dash followed only by people. Names of companies can contain dashes, too.
  const sure = parts.find(({ people }) => people.sure);
  if (sure) {
    const [only, another] = sure.people.speakers;
    if (only && !another && !only.organisation && sure.people.doubts.length === 0) {
      sure.people.doubts.push(`is “${only.name}” a speaker, or the end of the title?`);
    }
    return { title: clean(sure.title), people: sure.people };
  }
  const likely = parts.findLast(({ people }) => {
    const { name = '', organisation } = people.speakers[0] ?? {};
    return looksLikeName(name) && organisation !== undefined;
  });
  return likely ? { title: clean(likely.title), people: likely.people } : { title: clean(text), people: undefined };
}

/** Removes quotes and punctuation around a title. */
function clean(title: string): string {
  const text = title.replace(/^[\s,:|•·–—-]+|[\s,:|•·–—-]+$/gu, '').replace(/^[[(]\s*[\])]\s*/u, '');
  const quoted = /^["“”„«‘'](.+)["“”»’']$/u.exec(text)?.[1];
  return quoted && !/["“”„«»]/u.test(quoted) ? quoted.trim() : text.trim();
}

/**
 * The title in a text such as `10:00 – 10:30: A Talk`. A date without a time may be part of the title.
 * @param bare the text with dates and times blanked out
 */
export function titleIn(text: string, bare: string): string {
  const timed = /\d[:.h]\d\d|\d\s?[ap]\.?m\b/iu.test(
    text.replace(/./gsu, (one, at: number) => (bare[at] === '\0' ? one : ' ')),
  );
  const parts = timed ? bare.split(/\0+/u) : [text];
  const [longest = ''] = parts.toSorted((a, b) => b.length - a.length);
  return clean(longest.replace(/\s+/gu, ' ').trim());
}

/** Keeps only letters and digits, like addresses. */
function key(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/⚡\uFE0F?/gu, 'cl')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a slug matches a printed title: one is a prefix of the other. */
export function slugAgrees(slug: string, printed: string): boolean {
  const [one, other] = [key(slug), key(printed)].map((text) => text.replace(/^cl(?=lightning)/u, ''));
  return !!one && !!other && (one.startsWith(other) || other.startsWith(one));
}

/** Whether a text covers enough of a slug to be the title, not only an event's name at its start. */
export function slugFits(slug: string, printed: string): boolean {
  const [one, other] = [key(slug), key(printed)];
  return slugAgrees(slug, printed) && (one === other || other.length >= 10 || other.length * 2 > one.length);
}

/** The share of a title's words in a slug, from 0 to 1. */
export function slugShare(slug: string, title: string): number {
  const words = title.split(/[^\p{L}\p{N}’']+/u).map(key);
  const named = words.filter((word) => word.length > 2);
  const text = key(slug);
  return named.length === 0 ? 0 : named.filter((word) => text.includes(word)).length / named.length;
}

/** The names in a title such as `Keynote: Ann Example, Example Labs`. */
export function peopleInKeynote(title: string): People | undefined {
  const people = peopleIn(/\bkeynote\b[^:]*:\s*(.+)$/iu.exec(title)?.[1] ?? '');
  return people.sure && people.speakers.every(({ organisation }) => organisation) ? people : undefined;
}
