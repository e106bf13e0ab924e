/** In-page addresses: relative to `<base href="/">`, and with the embed parameters in an embed. */
import type { Visit } from './types.ts';

const EMBED_KEYS = /^(?:iframe|w|sidebar|bg)=/u;

/** The embed parameters of a query, unchanged, including malformed escapes. */
export function embedQuery(search: string): string {
  const parts = search
    .replace(/^\?/u, '')
    .split('&')
    .filter((part) => EMBED_KEYS.test(part));
  return parts.includes('iframe=yes') ? parts.join('&') : '';
}

/** An in-page address, with the embed parameters in an embed. */
export function inPage(visit: Visit, href: string): string {
  if (visit.embed === '') return href;
  const [path = '', fragment] = href.split(/(?=#)/u, 2);
  return `${path}${path.includes('?') ? '&' : '?'}${visit.embed}${fragment ?? ''}`;
}
