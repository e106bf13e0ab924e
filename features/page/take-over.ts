/** The life of this script in a page, without WXT's context, which would be 7 % of all that a page loads (docs/decisions.md). */
import { browser } from 'wxt/browser';

const ELEMENTS = 'csg-card, csg-briefing, csg-strip';
const MARKED = '[data-csg-guide], [data-csg-only], [data-csg-session], [data-csg-link]';

/**
 * Ends an older copy of this script in the page, and removes what it may have left there.
 * @returns a signal that aborts when a newer copy takes over: Firefox runs an updated extension in open pages too
 */
export function takeOver(document: Document): AbortSignal {
  const life = new AbortController();
  const started = `${browser.runtime.id}:started`;
  document.dispatchEvent(new Event(started));
  document.addEventListener(started, () => life.abort(), { once: true });
  // A copy whose extension was removed or switched off gets no event, and leaves everything.
  for (const element of document.querySelectorAll(ELEMENTS)) element.remove();
  for (const element of document.querySelectorAll(MARKED)) {
    for (const name of element.getAttributeNames()) if (name.startsWith('data-csg-')) element.removeAttribute(name);
  }
  return life.signal;
}
