/** Text into markup and into Sched's URLs. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text safe in element content and in attributes of either quote. */
export function esc(text: string): string {
  if (!/[&<>"']/u.test(text)) return text;
  return text.replace(/[&<>"']/gu, (char) => ENTITIES[char] ?? char);
}

/** A name as PHP's urlencode writes it in `venue/…` and `type/…`: spaces become `+`. */
export function urlName(name: string): string {
  return encodeURIComponent(name)
    .replace(/[!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/gu, '+');
}

/** The name in a path segment; text that is no valid escape stays as it is. */
export function nameFromUrl(segment: string): string {
  const spaced = segment.replace(/\+/gu, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** A title as Sched's slugs write it: lower case, `+` and a raw `#` kept, `cl` for the lightning sign. */
export function makeSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/⚡/gu, 'cl')
    .replace(/[^a-z0-9 +#-]/gu, '')
    .trim()
    .replace(/[ -]+/gu, '-');
}
