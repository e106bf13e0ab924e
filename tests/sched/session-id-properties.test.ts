import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSessionId, sessionIdOfShortAddress } from '../../sched/session-id.ts';
import { runs } from '../runs.ts';

const HOSTS = ['colocatedeventsna2025.sched.com', 'kccncna2025.sched.com'];
const ID = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZabcxyz'), minLength: 4, maxLength: 6 });

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const anyUrl = fc.webUrl({ withFragments: true, withQueryParameters: true });
/** Texts similar to the address of a session, with any scheme, user, host, port, path and query. */
const nearly = fc
  .tuple(
    fc.constantFrom(
      '',
      '/',
      '//',
      'https://',
      'http://',
      'HTTPS:\\\\',
      'ftp://',
      'blob:https://',
      'javascript:',
      'data:',
      ' \t',
    ),
    fc.constantFrom(
      '',
      ...HOSTS,
      `${HOSTS[0]}.`,
      `x${HOSTS[0]}`,
      `${HOSTS[0]}.example.com`,
      `me@${HOSTS[1]}`,
      `${HOSTS[1]}:8443`,
    ),
    fc.constantFrom('', '/', '/x/../', '\\'),
    fc.constantFrom('event/', 'Event/', 'events/', 'event//', 'event/%2e%2e/', 'x?event/', '#event/'),
    fc.oneof(ID, anyText),
    fc.oneof(fc.constantFrom('', '/', '?', '#', '/slug', '?w=100%&', '/%E0%A4%A'), anyText),
  )
  .map((parts) => parts.join(''));
const hrefs = fc.oneof(anyText, anyUrl, nearly, nearly);
const bases = fc.oneof(
  fc.constantFrom(...HOSTS.map((host) => `https://${host}/list/simple?w=100%`), 'about:blank', 'data:,', ''),
  anyText,
  anyUrl,
);

test('No address throws, and only a path on one of the hosts leads to a session', () => {
  fc.assert(
    fc.property(hrefs, bases, (href, base) => {
      const id = parseSessionId(href, base, HOSTS);
      if (id === undefined) return;
      expect(id).toMatch(/^[0-9A-Za-z]{4,6}$/u);
      const url = new URL(href, new URL('/', base));
      expect(['https:', 'http:']).toContain(url.protocol);
      expect(HOSTS).toContain(url.host);
      expect(`${url.pathname}/`.startsWith(`/event/${id}/`)).toBe(true);
    }),
    { numRuns: runs(500) },
  );
}, 60_000);

test('The id of a session is found in its address, whatever follows it', () => {
  const behind = fc.oneof(
    fc.constant(''),
    anyText.map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
  );
  const query = anyText.map((text) => (text === '' ? '' : `?${text}`));
  fc.assert(
    fc.property(ID, fc.constantFrom('', '/', `https://${HOSTS[0]}/`), behind, query, (id, root, slug, more) => {
      fc.pre(!/^\/(?:%2E|\.){1,2}$/iu.test(slug));
      expect(parseSessionId(`${root}event/${id}${slug}${more}`, `https://${HOSTS[1]}/x/y?z`, HOSTS)).toBe(id);
    }),
    { numRuns: runs(500) },
  );
}, 60_000);

test('No text throws as a short address, and only short addresses have an id', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        anyUrl,
        anyText.map((text) => `https://sched.co/${text}`),
      ),
      (text) => {
        const url = URL.parse(text);
        const id = sessionIdOfShortAddress(url);
        // The URL parser removes tabs, line ends and dot segments, so compare the parsed URL.
        if (id !== undefined)
          expect(`${url?.origin}${url?.pathname}/`).toMatch(new RegExp(`^https?://sched\\.co/${id}//?$`, 'u'));
      },
    ),
    {
      numRuns: runs(500),
      examples: [['https://sched.co/00\t00'], ['https://sched.co/0000\\'], ['https://sched.co/x/../0000']],
    },
  );
}, 60_000);
