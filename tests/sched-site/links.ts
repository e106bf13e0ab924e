/** Addresses inside a page: relative to `<base href="/">`, and in an embed with the embed's parameters kept. */
import type { Visit } from './types.ts';

const EMBED_KEYS = /^(?:iframe|w|sidebar|bg)=/u;

/** The embed parameters of a query exactly as they came, malformed escapes and all. */
export function embedQuery(search: string): string {
  const parts = search
    .replace(/^\?/u, '')
    .split('&')
    .filter((part) => EMBED_KEYS.test(part));
  return parts.includes('iframe=yes') ? parts.join('&') : '';
}

/** An in-page address, which an embed gives its parameters. */
export function inPage(visit: Visit, href: string): string {
  if (visit.embed === '') return href;
  const [path = '', fragment] = href.split(/(?=#)/u, 2);
  return `${path}${path.includes('?') ? '&' : '?'}${visit.embed}${fragment ?? ''}`;
}
