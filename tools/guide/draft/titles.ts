/** Titles as posts print them: with the speakers behind a dash, and compared with what the session's address says. */
import { looksLikeName, type People, peopleIn } from './people.ts';

/** A link's text that says nothing of where it leads. */
const GENERIC =
  /^(?:\W*|(?:link(?: to)?|here|this|that|us|at|of|now|all|click|tap|join|save|reserve|book|get|grab|secure|find|check|out|go|see|visit|attend|catch|seat|spot|place|ticket|website|site|listing|entry|abstract|description|video|recording|talk’s|sched(?:ule)?|session|talk|event|full|more|details?|info(?:rmation)?|page|add|to|my|your|the|view|see|open|learn|about|read|register|sign|up|rsvp|watch|it|on|in|for|sched\.com|agenda|calendar|→|»|🔗|📅|\s|[.:!…-])+|https?:\S+|\S+\.sched\.com\S*|sched\.co\/\S*)$/iu;

/** Whether a link's text is a title at all. */
export function isGeneric(text: string): boolean {
  return GENERIC.test(text.trim());
}

/** What separates a title from its speakers; “sponsored by” says nothing of speakers. */
const SEPARATOR =
  /\s+(?:[-–—•·~]|\/\/|\|)\s+(?:by\s+)?|(?<=\p{L})—(?=\p{L})|(?<!\b(?:sponsored|powered|hosted|organi[sz]ed|supported|brought to you|inspired))\s+(?:(?:presented|given|led)\s+)?(?:by|with|w\/|featuring|feat\.|ft\.)\s+/giu;

/** A printed title apart from the speakers behind it. */
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
  // The earliest dash behind which there is nothing but people: companies have dashes too.
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

/** Without the quotes and the punctuation around it. */
function clean(title: string): string {
  const text = title.replace(/^[\s,:|•·–—-]+|[\s,:|•·–—-]+$/gu, '').replace(/^[[(]\s*[\])]\s*/u, '');
  const quoted = /^["“”„«‘'](.+)["“”»’']$/u.exec(text)?.[1];
  return quoted && !/["“”„«»]/u.test(quoted) ? quoted.trim() : text.trim();
}

/**
 * The title in a text such as `10:00 – 10:30: A Talk`. A date alone may be part of it.
 * @param bare the same text with dates and times blanked out
 */
export function titleIn(text: string, bare: string): string {
  const timed = /\d[:.h]\d\d|\d\s?[ap]\.?m\b/iu.test(
    text.replace(/./gsu, (one, at: number) => (bare[at] === '\0' ? one : ' ')),
  );
  const parts = timed ? bare.split(/\0+/u) : [text];
  const [longest = ''] = parts.toSorted((a, b) => b.length - a.length);
  return clean(longest.replace(/\s+/gu, ' ').trim());
}

/** Letters and digits alone, as addresses keep them. */
function key(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/⚡\uFE0F?/gu, 'cl')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an address's slug says the same as a printed title: one begins as the other does. */
export function slugAgrees(slug: string, printed: string): boolean {
  const [one, other] = [key(slug), key(printed)].map((text) => text.replace(/^cl(?=lightning)/u, ''));
  return !!one && !!other && (one.startsWith(other) || other.startsWith(one));
}

/** Whether a text is so much of what a slug says that it is the title, rather than the event's name at its beginning. */
export function slugFits(slug: string, printed: string): boolean {
  const [one, other] = [key(slug), key(printed)];
  return slugAgrees(slug, printed) && (one === other || other.length >= 10 || other.length * 2 > one.length);
}

/** The share of a title's words that are in a slug, from 0 to 1. */
export function slugShare(slug: string, title: string): number {
  const words = title.split(/[^\p{L}\p{N}’']+/u).map(key);
  const named = words.filter((word) => word.length > 2);
  const text = key(slug);
  return named.length === 0 ? 0 : named.filter((word) => text.includes(word)).length / named.length;
}

/** Names in a title that announces a person: `Keynote: Ann Example, Example Labs`. */
export function peopleInKeynote(title: string): People | undefined {
  const people = peopleIn(/\bkeynote\b[^:]*:\s*(.+)$/iu.exec(title)?.[1] ?? '');
  return people.sure && people.speakers.every(({ organisation }) => organisation) ? people : undefined;
}
