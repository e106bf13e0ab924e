/** When the content script ends. WXT's context would be 7 % of all that a page loads (docs/decisions.md). */
import { browser } from 'wxt/browser';
import { sendFailure } from '../../lib/messages.ts';
import { OTHER_COPY } from '../../lib/report/failures.ts';
import { removeAllMarks } from './marks.ts';
import { HOSTS } from './mount.ts';

/** Asks whether another copy of the extension runs in the document, which cancels the event. */
const CLAIM = 'csg:claim';
/** The property of the shared global object where the extension's other scripts find the signal. */
const LIFE = Symbol.for('csg:life');

/**
 * Ends an older copy of this script in the page, and removes what it left.
 * @returns a signal that aborts when a newer copy takes over: Firefox also runs an updated extension in open pages. Already
 *   aborted if another extension (such as a development build) has the page: the two would keep moving each other's elements
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
  // In Chrome, the script of a removed extension still runs, but has no id.
  document.addEventListener(CLAIM, (event) => browser.runtime.id && event.preventDefault(), { signal: life.signal });
  // A copy whose extension was removed or disabled did not get the event, and left its elements.
  for (const element of document.querySelectorAll(HOSTS)) element.remove();
  removeAllMarks();
  return life.signal;
}

/** The first script's signal, for the extension's other scripts; aborted if there is none. */
export function pageLife(): AbortSignal {
  return (Reflect.get(globalThis, LIFE) as AbortSignal | undefined) ?? AbortSignal.abort();
}
