/** When a page can be worked on. */
import { isSchedPage } from '../../sched/sessions.ts';

/**
 * Resolves with whether this is one of Sched's pages: as soon as that can be seen (`early`, for a page on which
 * something is to stand before the reader has seen it without), else when the document has been parsed, because
 * watching a parser at work costs as much as the parser. A slow document is not waited for. Resolves with false when the
 * signal aborts.
 */
export async function whenSched(document: Document, early: boolean, signal: AbortSignal): Promise<boolean> {
  if (early) await Promise.race([schedSeen(document, signal), parsed(document, signal)]);
  else await parsed(document, signal, SLOW);
  return !signal.aborted && isSchedPage(document);
}

/**
 * Resolves when the document has been parsed, or the signal aborts. Not at DOMContentLoaded alone: a load that is stopped
 * has none, and a page can keep that event from others.
 * @param most milliseconds after which it resolves anyway: a connection that was cut may leave a document loading for ever
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

/** Milliseconds for which a document may load before its sessions are marked as they come. */
const SLOW = 4_000;

function schedSeen(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isSchedPage(document)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true });
    parsed(document, signal).then(() => observer.disconnect());
  });
}
