/** Reads Sched addresses in a post. */

/** A session: its id (case-sensitive and global on Sched), its site if the address has one, and its slug. */
export interface SessionAddress {
  id: string;
  /** Undefined for a short address, `https://sched.co/ID`, which names no site. */
  host: string | undefined;
  /** Whether the address is malformed, but ends in a plausible one. */
  broken?: true;
  /** Why it can't be used as written. */
  unusable?: string;
  /** Title and speakers in the address, such as `a-talk-ann-example`; may be empty. */
  slug: string;
}

const HOST = /^[a-z0-9-]+\.sched\.com$/u;
/** The id is the end of the path, or is followed by the slug. The sentence's punctuation may follow. */
const EVENT = /^\/event\/([0-9A-Za-z]{4,6})(?:\/([^/]*)|[.,;)&!"'%].*)?(?:\/.*)?$/u;
const SHORT = /^\/([0-9A-Za-z]{4,6})\/?$/u;
/** Sched's own pages whose names look like ids. */
const PAGES = new Set(['about', 'blog', 'help', 'home', 'info', 'list', 'login', 'plans', 'speak', 'tour', 'venue']);

/** Matches addresses outside links, for example in code or shortcodes. */
export const SCHED_ADDRESS =
  /https?:\/\/(?:(?:[a-z0-9-]+\.)?sched\.(?:com|org)\/(?:event\/|mobile\/#)|sched\.co\/)[^\s"'<>)\]]+/giu;

/**
 * The session that an address leads to, or why it does not although it may be meant to.
 * @param href as written in the post. A malformed query (`w=100%&`) is allowed, and paths are not decoded
 */
export function parseAddress(href: string): SessionAddress | undefined {
  const url = URL.parse(href.trim(), 'https://example.invalid/');
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  const { hostname: host, pathname, hash } = url;
  if (host === 'sched.co') {
    const id = SHORT.exec(pathname)?.[1];
    if (id) return PAGES.has(id) ? undefined : { id, host: undefined, slug: '' };
    return pathname.length > 1 ? unusable(href, 'a short address has only 4 to 6 letters and digits') : undefined;
  }
  if (HOST.test(host) && /^\/event\/./u.test(pathname)) {
    const [, id, slug = ''] = EVENT.exec(pathname) ?? [];
    if (id) return { id, host, slug };
    // Two concatenated addresses.
    const [, itsHost, last] = /([a-z0-9-]+\.sched\.com)\/event\/([0-9A-Za-z]{4,6})\/?$/u.exec(href) ?? [];
    if (itsHost && last) return { id: last, host: itsHost, slug: '', broken: true };
    if (/^\/event\/[0-9a-f]{32}\b/u.test(pathname))
      return unusable(href, 'it has Sched’s second id of the session, not the short one');
    return unusable(href, 'it leads to a session, but has no id of 4 to 6 letters and digits');
  }
  if (HOST.test(host)) {
    if (/\/event\/./iu.test(pathname)) return unusable(href, 'it does not have the path /event/ID');
    const isEmpty = /^\/(?:mobile\/?)?$/u.test(pathname) && (hash !== '' || href.trim().endsWith('#'));
    return isEmpty || /(?:session|event)[:=]/iu.test(url.search + hash)
      ? unusable(href, 'it leads to a programme, not to a session’s page')
      : undefined;
  }
  if (/^(?:[a-z0-9-]+\.)?sched\.(?:com|org)$/u.test(host) && /\/event\/|session:/u.test(href))
    return unusable(href, host === 'sched.com' ? 'it names no site' : 'it is not an address of NAME.sched.com');
  const through = /(?:\.sched\.com(?:\/|%2F)event(?:\/|%2F)|(?:\b|%2F)sched\.co(?:\/|%2F))[0-9A-Za-z]/iu.test(href);
  return through ? unusable(href, `it goes through ${host}`) : undefined;
}

function unusable(href: string, why: string): SessionAddress {
  const how = `${why}. Open it, and copy the session’s address, https://NAME.sched.com/event/ID`;
  return { id: href, host: undefined, slug: '', unusable: how };
}
