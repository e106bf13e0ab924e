/** Which session a link leads to: by the id in its path, never by its slug or title. */

/** Sched's short ids are 4 or 5 base-62 digits; 6 is allowed for the day when those are used up. */
const EVENT_PATH = /^\/event\/([0-9A-Za-z]{4,6})(?:\/|$)/u;

/** A query may be broken (`w=100%&`), so the path alone is read, and nothing is ever decoded. */
const SHORT_ADDRESS = /^https?:\/\/sched\.co\/([0-9A-Za-z]{4,6})$/u;

/**
 * The id of the session that an address leads to, or undefined when it is no event page of one of the hosts.
 * @param href as it stands in the attribute, relative or absolute
 * @param base address of the page; Sched sets `<base href="/">`, so relative links start at the root of its host
 */
export function sessionIdOf(href: string, base: string, hosts: readonly string[]): string | undefined {
  // Cheap, and it keeps 100 kB of `data:` or `javascript:` away from the URL parser.
  if (!href.includes('event/')) return undefined;
  const root = URL.parse('/', base);
  const url = root && URL.parse(href, root.href);
  if (!url || !/^https?:$/u.test(url.protocol) || !hosts.includes(url.host)) return undefined;
  return EVENT_PATH.exec(url.pathname)?.[1];
}

/** The id in a short address as an event page shows it for sharing (`https://sched.co/<ID>`). */
export function sessionIdOfShortAddress(address: string): string | undefined {
  return SHORT_ADDRESS.exec(address)?.[1];
}
