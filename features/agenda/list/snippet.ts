/** Cuts a long text around a hit. */

/** Characters on a line of the list, and how many of them come before the hit. */
const LENGTH = 120;
const BEFORE = 40;

/** About 120 characters around a range of a text, cut between words, with “…” for what is left out. */
export function snippetAround(text: string, [start, end]: readonly [start: number, end: number]): string {
  if (text.length <= LENGTH) return text;
  const from = start <= BEFORE ? 0 : text.indexOf(' ', start - BEFORE) + 1;
  const begin = from > start ? start : from;
  const last = Math.max(end, begin + LENGTH);
  const to = last >= text.length ? text.length : Math.max(end, text.lastIndexOf(' ', last));
  return `${begin > 0 ? '…' : ''}${text.slice(begin, to).trim()}${to < text.length ? '…' : ''}`;
}
