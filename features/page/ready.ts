/** When a page can be worked on. */
import { isSchedPage } from '../../sched/sessions.ts';

/**
 * Resolves with whether this is one of Sched's pages: as soon as that can be seen (`early`, for a page on which
 * something is to stand before the reader has seen it without), else when the document has been parsed, because
 * watching a parser at work costs as much as the parser. Resolves with false when the signal aborts.
 */
export async function whenSched(document: Document, early: boolean, signal: AbortSignal): Promise<boolean> {
  if (early) await Promise.race([schedSeen(document, signal), parsed(document, signal)]);
  else await parsed(document, signal);
  return !signal.aborted && isSchedPage(document);
}

/** Resolves when the document has been parsed, or the signal aborts. */
export function parsed(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') return resolve();
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function schedSeen(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isSchedPage(document)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true });
    const stop = () => observer.disconnect();
    signal.addEventListener('abort', stop, { once: true });
    document.addEventListener('DOMContentLoaded', stop, { once: true, signal });
  });
}
