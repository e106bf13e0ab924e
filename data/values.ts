/**
 * Schemas of single values: texts, ids, days, times, addresses. Lengths and patterns are preferred, because the JSON Schema
 * has them too; `refine` checks the rest.
 */
import * as z from 'zod/mini';

/**
 * Texts without invisible or misleading characters: controls, bidirectional overrides (which reorder what a reviewer reads),
 * zero-width and filler characters (which break the search), private use, lone surrogates, U+FFFD. U+200C and U+200D are
 * allowed, because Persian and Indic names and emoji need them.
 */
const VISIBLE = /^(?:[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\uFFFD]|\u200C|\u200D)*$/u;

/** Valid joiners: after a letter of a script that joins, and between the parts of an emoji. */
const JOINED =
  /(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D]|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu;

/** No tags, entities, Markdown links or bold, which would be shown unrendered or, worse, rendered. */
const PLAIN = /^(?!.*(?:<\/?[A-Za-z!]|&(?:[A-Za-z]{2,}|#[0-9]+|#[Xx][0-9A-Fa-f]+);|\]\(|\*\*[^*\s][^*]*\*\*))/u;

function hiddenIn(text: unknown): string {
  const hidden = [...String(text)].find((character) => !VISIBLE.test(character)) ?? '';
  const name = `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (hidden === '\uFFFD') return `has ${name}, which stands where a character was lost: write that character`;
  return `has a control or bidi character, or another that can’t be seen (${name}): remove it`;
}

/**
 * One line of plain text that is not empty.
 * @param max in UTF-16 code units
 * @param empty the message if it is empty
 */
export function text(max: number, empty = 'is empty: write it') {
  return z.string().check(
    z.minLength(1, empty),
    z.maxLength(max, { error: ({ input }) => tooLong(String(input).length, max) }),
    z.regex(/^(?:\S(?:.*\S)?)?$/su, 'starts or ends with white space: remove it'),
    z.regex(VISIBLE, { error: ({ input }) => hiddenIn(input) }),
    z.regex(PLAIN, 'looks like markup: guides are plain text, write what the reader is to see'),
    z.refine((s) => s === s.normalize('NFC'), 'is not in Unicode normal form C: save it as NFC'),
    z.refine(
      (s) => !/[\u200C\u200D]/u.test(s.replace(JOINED, '')),
      'has a zero-width joiner (U+200C or U+200D) where it joins nothing: remove it',
    ),
  );
}

function tooLong(length: number, max: number): string {
  return `is longer than ${max} characters: shorten it by ${length - max}`;
}

/** Sched's short id: base-62, case-sensitive, global over all Sched events. */
export const sessionId = z
  .string()
  .check(
    z.regex(
      /^[0-9A-Za-z]{4,6}$/u,
      'is not a Sched id: copy the 4 to 6 letters and digits after /event/ in the session’s URL',
    ),
  );

/** Sched's second id of a session, which its calendars and the anchors of its lists use. */
export const schedId = z
  .string()
  .check(
    z.regex(
      /^[0-9a-f]{32}$/u,
      'is not Sched’s second id of a session: write its 32 hex digits in lower case, or leave it out',
    ),
  );

export const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is not an id: write lower-case words joined by single hyphens'));

export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u, 'is not a date: write YYYY-MM-DD'));

/** Wall-clock time in the guide's zone, without an offset. */
export const localTime = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u, 'is not a local time: write YYYY-MM-DDTHH:MM in the guide’s zone'),
  );

/** Without port and user, and in ASCII, so that no host looks like another. */
export const httpsUrl = z
  .string()
  .check(
    z.maxLength(300, 'is longer than 300 characters: a link that long carries tracking, shorten it'),
    z.regex(
      /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][!-~]*)?$/u,
      'is not an https address: write https://, a host in lower case without user or port, and the rest in ASCII',
    ),
  );

/** The address of a page that is named as a source. */
export const address = z
  .string()
  .check(
    z.maxLength(300, 'is longer than 300 characters: shorten it to the page itself'),
    z.regex(
      /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][!-~]*)?$/u,
      'is not the address of a page: write where it was found, with https://',
    ),
  );

/** A language as BCP 47 writes it, such as `ja` or `pt-BR`. */
export const languageTag = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'is not a language tag: write one such as ja or pt-BR'));

export const hostName = z
  .string()
  .check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, 'is not a host: write it as in www.example.org, without https://'));

/** The host of one Sched site. */
export const schedHost = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.sched\.com$/u,
      'is not a Sched host: write NAME.sched.com, without https:// or path',
    ),
  );

/** A list of words or phrases, which match in any case. */
export function words(max: number) {
  return z
    .array(text(40))
    .check(z.maxLength(max, `has more than ${max} words: each costs time on every page, keep the best`));
}

/** A text that may be left out, but must not be empty. */
export function optionalText(max: number) {
  return text(max, 'is empty: write it, or remove the field');
}
