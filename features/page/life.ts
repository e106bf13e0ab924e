/**
 * The life of this script in a page. In the place of WXT's own context (see `withOwnLife` in build/vite.ts), most of which
 * nothing here uses and every page would pay for.
 */
import { browser } from 'wxt/browser';

/** What no copy of this script but a living one has a use for: our elements, and elements with attributes of ours. */
const OURS = 'csg-card, csg-briefing, csg-strip';
const MARKED = '[data-csg-guide], [data-csg-only], [data-csg-session], [data-csg-link]';

export class ContentScriptContext {
  /** Aborts when a newer copy of this script begins in the page: Firefox runs an updated extension in open pages too. */
  readonly signal: AbortSignal;

  constructor() {
    const life = new AbortController();
    const begins = `${browser.runtime.id}:begins`;
    document.dispatchEvent(new Event(begins));
    document.addEventListener(begins, () => life.abort(), { once: true });
    // An extension that was removed or switched off does not hear that, and has left all of it.
    for (const element of document.querySelectorAll(OURS)) element.remove();
    for (const element of document.querySelectorAll(MARKED)) {
      for (const name of element.getAttributeNames()) if (name.startsWith('data-csg-')) element.removeAttribute(name);
    }
    this.signal = life.signal;
  }
}
