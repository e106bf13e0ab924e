/** Encodes text for markup and for Sched's URLs. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and for attributes with either quote. */
export function esc(text: string): string {
  if (!/[&<>"']/u.test(text)) return text;
  return text.replace(/[&<>"']/gu, (char) => ENTITIES[char] ?? char);
}

/** Encodes a name for `venue/…` and `type/…` as PHP's urlencode does: spaces become `+`. */
export function urlName(name: string): string {
  return encodeURIComponent(name)
    .replace(/[!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/gu, '+');
}

/** Decodes a name from a path segment; leaves invalid escapes unchanged. */
export function nameFromUrl(segment: string): string {
  const spaced = segment.replace(/\+/gu, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The slug of a title as Sched writes it: lower case, with `+` and `#` kept, and `cl` for the lightning sign. */
export function makeSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/⚡/gu, 'cl')
    .replace(/[^a-z0-9 +#-]/gu, '')
    .trim()
    .replace(/[ -]+/gu, '-');
}
