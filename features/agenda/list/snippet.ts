/** A part of a long text around what a search found in it. */

/** Characters that a line of the list has room for, and those of them before the hit. */
const LENGTH = 120;
const BEFORE = 40;

/** At most some 120 characters around a range of a text, cut between words, with “…” where something is left out. */
export function snippetAround(text: string, [start, end]: readonly [start: number, end: number]): string {
  if (text.length <= LENGTH) return text;
  const from = start <= BEFORE ? 0 : text.indexOf(' ', start - BEFORE) + 1;
  const begin = from > start ? start : from;
  const last = Math.max(end, begin + LENGTH);
  const to = last >= text.length ? text.length : Math.max(end, text.lastIndexOf(' ', last));
  return `${begin > 0 ? '…' : ''}${text.slice(begin, to).trim()}${to < text.length ? '…' : ''}`;
}
