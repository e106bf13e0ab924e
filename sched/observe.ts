/** Keeps track of the sessions on a page while the page changes: rediscovers, compares, and reports the difference. */
import { candidateLinks, type MarkOf, type Recognise, type Spot, spotOf } from './sessions.ts';

export interface Difference {
  found: readonly Spot[];
  lost: readonly Spot[];
}

export interface SessionWatch {
  /** Looks at the whole document again, for what a change elsewhere has made recognisable. */
  rescan(): void;
}

/**
 * Watches a document for sessions until the signal aborts.
 * @param markOf which of the sessions are to be found; asked once for each, when it comes
 * @param settle called after every batch of the page's own changes, with what was found and lost in it (often nothing);
 *   whatever it writes is not observed
 */
export function watchSessions(
  document: Document,
  recognise: Recognise,
  markOf: MarkOf,
  settle: (difference: Difference) => void,
  signal: AbortSignal,
): SessionWatch {
  const spots = new Map<Element, Spot>();

  const scan = (node: Element | Document, found: Spot[]) => {
    for (const link of candidateLinks(node)) {
      const id = recognise(link);
      const mark = id === undefined ? undefined : markOf(id, link);
      if (id === undefined || !mark) continue;
      const spot = spotOf(link, id, mark, recognise);
      if (spots.has(spot.element)) continue;
      spots.set(spot.element, spot);
      found.push(spot);
    }
  };

  const dropLost = (lost: Spot[]) => {
    for (const spot of spots.values()) {
      const { element, link, id } = spot;
      if (element.isConnected && element.contains(link) && recognise(link) === id) continue;
      spots.delete(element);
      lost.push(spot);
    }
  };

  const pass = (nodes: Iterable<Element | Document>) => {
    const difference = { found: [] as Spot[], lost: [] as Spot[] };
    dropLost(difference.lost);
    for (const node of nodes) scan(node, difference.found);
    settle(difference);
    // Everything recorded since this callback began is our own writing.
    observer.takeRecords();
  };

  const observer = new MutationObserver((records) => pass(changedElements(records)));
  // Only `href` among the attributes: Sched rewrites `rel` on its own, and answering it would never end.
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const rescan = () => pass([document]);
  rescan();
  return { rescan };
}

function* changedElements(records: readonly MutationRecord[]): Generator<Element> {
  for (const { type, target, addedNodes } of records) {
    if (type === 'attributes') yield target as Element;
    else for (const node of addedNodes) if (node instanceof Element && node.isConnected) yield node;
  }
}
