/** What an address in a post leads to, as far as Sched is concerned. */

/** A session: its id (case-sensitive, the same for all of Sched), its site where the address names it, and its slug. */
export interface SessionAddress {
  id: string;
  /** Undefined for a short address, `https://sched.co/ID`, which names no site. */
  host: string | undefined;
  /** It is written wrongly, but ends in what may be meant. */
  broken?: true;
  /** Why it leads to no session as it is written. */
  unusable?: string;
  /** What the address says of title and speakers, such as `a-talk-ann-example`; empty where it says nothing. */
  slug: string;
}

const HOST = /^[a-z0-9-]+\.sched\.com$/u;
/** The id ends the path, or comes before the slug; punctuation of the sentence may follow it. */
const EVENT = /^\/event\/([0-9A-Za-z]{4,6})(?:\/([^/]*)|[.,;)&!"'%].*)?(?:\/.*)?$/u;
const SHORT = /^\/([0-9A-Za-z]{4,6})\/?$/u;
/** Pages of Sched's own whose names could be ids. */
const PAGES = new Set(['about', 'blog', 'help', 'home', 'info', 'list', 'login', 'plans', 'speak', 'tour', 'venue']);

/** What may be an address outside links too, such as in code or in a shortcode. */
export const SCHED_ADDRESS =
  /https?:\/\/(?:(?:[a-z0-9-]+\.)?sched\.(?:com|org)\/(?:event\/|mobile\/#)|sched\.co\/)[^\s"'<>)\]]+/giu;

/**
 * The session that an address leads to, or why it may be meant to lead to one and does not.
 * @param href as written in the post; a broken query (`w=100%&`) is allowed, and paths are not decoded
 */
export function parseAddress(href: string): SessionAddress | undefined {
  const url = URL.parse(href.trim(), 'https://example.invalid/');
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  const { hostname: host, pathname, hash } = url;
  if (host === 'sched.co') {
    const id = SHORT.exec(pathname)?.[1];
    if (id) return PAGES.has(id) ? undefined : { id, host: undefined, slug: '' };
    return pathname.length > 1
      ? unusable(href, 'a short address of Sched has 4 to 6 letters and digits alone')
      : undefined;
  }
  if (HOST.test(host) && /^\/event\/./u.test(pathname)) {
    const [, id, slug = ''] = EVENT.exec(pathname) ?? [];
    if (id) return { id, host, slug };
    // Two addresses that were pasted together.
    const [, itsHost, last] = /([a-z0-9-]+\.sched\.com)\/event\/([0-9A-Za-z]{4,6})\/?$/u.exec(href) ?? [];
    if (itsHost && last) return { id: last, host: itsHost, slug: '', broken: true };
    if (/^\/event\/[0-9a-f]{32}\b/u.test(pathname))
      return unusable(href, 'it has Sched’s second id of the session, not the short one');
    return unusable(href, 'it leads to a session, but has no id of 4 to 6 letters and digits');
  }
  if (HOST.test(host)) {
    if (/\/event\/./iu.test(pathname)) return unusable(href, 'it has another path than /event/ID');
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
