/** What an address in a post leads to, as far as Sched is concerned. */

/** A session: its id (case-sensitive, the same for all of Sched), its site where the address names it, and its slug. */
export interface SessionAddress {
  kind: 'session';
  id: string;
  /** Undefined for a short address, `https://sched.co/ID`, which names no site. */
  host: string | undefined;
  /** It is written wrongly, but ends in what may be meant. */
  broken?: true;
  /** What the address says of title and speakers, such as `a-talk-ann-example`; empty where it says nothing. */
  slug: string;
}

export type Address = SessionAddress | { kind: 'doubtful'; why: string } | { kind: 'other' };

const HOST = /^[a-z0-9-]+\.sched\.com$/u;
/** The id ends the path, or stands before the slug; punctuation of the sentence around it may have slipped in. */
const EVENT = /^\/event\/([0-9A-Za-z]{4,6})(?:\/([^/]*)|[.,;)&!"'%].*)?(?:\/.*)?$/u;
const SHORT = /^\/([0-9A-Za-z]{4,6})\/?$/u;
/** Pages of Sched's own whose names could be ids. */
const PAGES = new Set(['about', 'blog', 'help', 'home', 'info', 'list', 'login', 'plans', 'speak', 'tour', 'venue']);

/** Where a string is worth a closer look: what stands in code or in a shortcode may be an address too. */
export const SCHED_ADDRESS = /https?:\/\/(?:[a-z0-9-]+\.sched\.com\/event\/|sched\.co\/)[^\s"'<>)\]]+/giu;

/**
 * What an address leads to. Nothing in it is decoded: queries may be broken (`w=100%&`), paths hold a raw `+`.
 * @param href as it stands in the post
 */
export function addressOf(href: string): Address {
  const url = URL.parse(href.trim(), 'https://example.invalid/');
  if (!url || !/^https?:$/u.test(url.protocol)) return { kind: 'other' };
  if (url.hostname === 'sched.co') {
    const id = SHORT.exec(url.pathname)?.[1];
    return id && !PAGES.has(id) ? { kind: 'session', id, host: undefined, slug: '' } : { kind: 'other' };
  }
  if (!HOST.test(url.hostname) || !/^\/event\/./u.test(url.pathname)) return { kind: 'other' };
  const [, id, slug = ''] = EVENT.exec(url.pathname) ?? [];
  if (id) return { kind: 'session', id, host: url.hostname, slug };
  // Two addresses that were pasted together.
  const [, host, last] = /([a-z0-9-]+\.sched\.com)\/event\/([0-9A-Za-z]{4,6})\/?$/u.exec(href) ?? [];
  if (host && last) return { kind: 'session', id: last, host, slug: '', broken: true };
  return { kind: 'doubtful', why: 'it leads to a session, but has no id of 4 to 6 letters and digits' };
}
