/** The life of this script in a page, without WXT's context, which would be 7 % of all that a page loads (docs/decisions.md). */
import { browser } from 'wxt/browser';
import { sendFailure } from '../../lib/messages.ts';
import { OTHER_COPY } from '../../lib/report/failures.ts';
import { removeAllMarks } from './marks.ts';

const ELEMENTS = 'csg-card, csg-briefing, csg-strip, csg-undo';
/** Asks whether another copy of the extension is at work in the document. It cancels the event. */
const CLAIM = 'csg:claim';
/** Where the extension's other scripts in the document find the signal: on the global object that they share. */
const LIFE = Symbol.for('csg:life');

/**
 * Ends an older copy of this script in the page, and removes what it may have left there.
 * @returns a signal that aborts when a newer copy takes over: Firefox runs an updated extension in open pages too. It is
 *   aborted already where another copy of the extension (a development build, say) has the page: two would move each
 *   other's elements for ever.
 */
export function takeOver(document: Document): AbortSignal {
  const life = new AbortController();
  Reflect.set(globalThis, LIFE, life.signal);
  const started = `${browser.runtime.id}:started`;
  document.dispatchEvent(new Event(started));
  if (!document.dispatchEvent(new Event(CLAIM, { cancelable: true }))) {
    sendFailure(OTHER_COPY, OTHER_COPY);
    life.abort();
    return life.signal;
  }
  document.addEventListener(started, () => life.abort(), { once: true });
  // Chrome leaves the script of a removed extension running, but without an id.
  document.addEventListener(CLAIM, (event) => browser.runtime.id && event.preventDefault(), { signal: life.signal });
  // A copy whose extension was removed or switched off gets no event, and leaves everything.
  for (const element of document.querySelectorAll(ELEMENTS)) element.remove();
  removeAllMarks();
  return life.signal;
}

/** The signal of the script that took the document over, for the extension's other scripts; aborted where it has not. */
export function pageLife(): AbortSignal {
  return (Reflect.get(globalThis, LIFE) as AbortSignal | undefined) ?? AbortSignal.abort();
}
