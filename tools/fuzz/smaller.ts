/** Shrinks a failing page, so that a person sees why it fails. */

/** Time limit in milliseconds. */
const LONG_ENOUGH = 20_000;

/**
 * Removes the elements that the failure does not need: first half of them at once, in the end one by one.
 * @param fails whether the test fails for this markup
 */
export async function smaller(html: string, fails: (html: string) => Promise<boolean>): Promise<string> {
  const parser = new DOMParser();
  const end = Date.now() + LONG_ENOUGH;
  let page = html;
  for (let size = countElements(parser, page) >> 1; size >= 1 && Date.now() < end; size >>= 1) {
    for (let at = 1; at < countElements(parser, page) && Date.now() < end; ) {
      const less = without(parser.parseFromString(page, 'text/html'), at, size);
      if (less !== undefined && less.length < page.length && (await fails(less))) page = less;
      else at += size;
    }
  }
  return page;
}

/** The markup without some of its elements; undefined if happy-dom can't serialize it. */
function without(parsed: Document, at: number, size: number): string | undefined {
  for (const element of [...parsed.querySelectorAll('*')].slice(at, at + size)) element.remove();
  try {
    return parsed.documentElement.outerHTML;
  } catch {
    return undefined;
  }
}

function countElements(parser: DOMParser, html: string): number {
  return parser.parseFromString(html, 'text/html').querySelectorAll('*').length;
}
