/** Waits until a page is ready. */
import { isSchedPage } from '../../sched/sessions.ts';

/**
 * Resolves with whether this is one of Sched's pages, or with false if the signal aborts.
 * @param early resolves as soon as that is known, for pages that must not show without the extension's elements first.
 *   Else it resolves when the document is parsed, because watching the parser is slow, or after four seconds
 */
export async function whenSched(document: Document, early: boolean, signal: AbortSignal): Promise<boolean> {
  await (early ? schedSeen(document, signal) : parsed(document, signal, SLOW));
  return !signal.aborted && isSchedPage(document);
}

/**
 * Resolves when the document has been parsed, or the signal aborts. Not only on DOMContentLoaded: it does not fire after a
 * load was stopped, and a page can stop its propagation.
 * @param most milliseconds after which it resolves anyway: after a lost connection, a document may never finish loading
 */
export function parsed(document: Document, signal: AbortSignal, most?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = most && setTimeout(resolve, most);
    const check = () => {
      if (document.readyState !== 'loading' || signal.aborted) resolve();
    };
    for (const event of ['readystatechange', 'DOMContentLoaded', 'load'])
      addEventListener(event, check, { capture: true, signal });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    check();
  });
}

/** Milliseconds after which a loading document's sessions are marked as they arrive. */
const SLOW = 4_000;

/** Resolves as soon as this is one of Sched's pages, or as `parsed` does. */
function schedSeen(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(() => isSchedPage(document) && end());
    observer.observe(document, { childList: true, subtree: true });
    parsed(document, signal).then(end);
  });
}
