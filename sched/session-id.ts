/** Finds the session of a link, by the id in its path, never by slug or title. */

/** Sched's short ids are 4 or 5 base-62 digits; 6 is allowed for the future. */
const EVENT_PATH = /^\/event\/([0-9A-Za-z]{4,6})(?:\/|$)/u;

/** The path of a short address, `https://sched.co/<ID>`, which Sched offers for sharing; its ids are the same. */
const SHORT_PATH = /^\/([0-9A-Za-z]{4,6})\/?$/u;
const SHORT_HOST = 'sched.co';

/**
 * The id of the session at an address, or undefined if it is neither an event page on one of the hosts nor a short address
 * (which may be of any conference). Never decodes, because a query may be invalid (`w=100%&`).
 * @param href the attribute's value, relative or absolute
 * @param base address of the page; Sched sets `<base href="/">`, so relative links start at the root of its host
 */
export function parseSessionId(href: string, base: string, hosts: readonly string[]): string | undefined {
  // A quick check, which also keeps long `data:` and `javascript:` URLs from the parser.
  if (!/event\/|sched\.co\//iu.test(href)) return undefined;
  const root = URL.parse('/', base);
  const url = root && URL.parse(href, root.href);
  if (!url) return undefined;
  return isOnHost(hosts, url) ? EVENT_PATH.exec(url.pathname)?.[1] : sessionIdOfShortAddress(url);
}

function isOnHost(hosts: readonly string[], { protocol, host }: URL): boolean {
  return /^https?:$/u.test(protocol) && hosts.includes(host);
}

/** The id in a short address (`https://sched.co/<ID>`), which event pages show for sharing and authors use in texts. */
export function sessionIdOfShortAddress(url: URL | null): string | undefined {
  return url && isOnHost([SHORT_HOST], url) ? SHORT_PATH.exec(url.pathname)?.[1] : undefined;
}

/** An address of a session in a text. */
const ADDRESS = /(?:\.sched\.com(?::\d+)?\/event(?:-goers)?|\bsched\.co)\/([0-9a-f]{32}|[0-9a-z]{4,6})(?![0-9a-z])/iu;

/**
 * The id of a session in a text with its address, as a reader copies it from a page, a calendar or a message: the short one
 * or the one of 32 digits. The host does not count, because no two sessions of Sched share an id.
 */
export function sessionIdInText(text: string): string | undefined {
  // Some mail programs put the address into one of theirs.
  return ADDRESS.exec(text.replace(/%2f/giu, '/'))?.[1];
}
