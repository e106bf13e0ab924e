/** Keeps track of the sessions on a page while the page changes: rediscovers, compares, and reports the difference. */
import { report } from '../lib/report/report.ts';
import { member } from './dom.ts';
import { candidateLinks, type MarkOf, type Recognise, type Spot, spotOf } from './sessions.ts';

/**
 * Milliseconds for which links are looked at without a pause: a tenth of a second's task makes a page stutter, and on the longest
 * pages there are 30,000 of them. Common pages are done before.
 */
const SLICE = 25;

export interface Difference {
  found: readonly Spot[];
  lost: readonly Spot[];
  /** Whether links of the page still wait to be looked at, so that more is to follow at once. */
  more: boolean;
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
  /** Links that wait to be looked at. */
  let waiting: Iterable<HTMLAnchorElement>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (link: HTMLAnchorElement, found: Spot[]) => {
    const id = recognise(link);
    const mark = id === undefined ? undefined : markOf(id, link);
    if (id === undefined || !mark) return;
    const spot = spotOf(link, id, mark, recognise);
    if (spots.has(spot.element)) return;
    spots.set(spot.element, spot);
    found.push(spot);
  };

  let failed = false;
  /** A link in markup that can't be read costs no other link its mark; it is told once, for there may be thousands. */
  const lookSafely = (link: HTMLAnchorElement, found: Spot[]) => {
    try {
      look(link, found);
    } catch (error) {
      if (!failed) report(error, 'session');
      failed = true;
    }
  };

  const scan = (found: Spot[]) => {
    const end = performance.now() + SLICE;
    // Not a `for` loop, which would end the iterator when it is left.
    const links = inTurn(waiting);
    for (let next = links.next(); !next.done; next = links.next()) {
      // What waited may have gone meanwhile.
      if (next.value.isConnected) lookSafely(next.value, found);
      if (performance.now() < end) continue;
      waiting = [links];
      timer ??= setTimeout(goOn);
      return;
    }
    waiting = [];
  };

  /** Whether a session stands where a look at its link would find it now. */
  const stands = ({ element, link, id, mark }: Spot) =>
    element.isConnected && recognise(link) === id && spotOf(link, id, mark, recognise).element === element;

  const dropLost = (lost: Spot[], mayLose: boolean) => {
    for (const spot of spots.values()) {
      const { element, link, form } = spot;
      // What is only added takes none away, but may come to stand beside the only link of an element.
      if ((!mayLose && (form !== 'words' || element === link)) || stands(spot)) continue;
      spots.delete(element);
      lost.push(spot);
      // It may stand for itself now, or be elsewhere.
      waiting.push([link]);
    }
  };

  const pass = (nodes: Iterable<Element | Document>, mayLose: boolean) => {
    const difference = { found: [] as Spot[], lost: [] as Spot[] };
    dropLost(difference.lost, mayLose);
    for (const node of nodes) waiting.push(candidateLinks(node));
    scan(difference.found);
    settle({ ...difference, more: waiting.length > 0 });
    // Everything recorded since this callback began is our own writing.
    observer.takeRecords();
  };
  const goOn = () => {
    timer = undefined;
    pass([], false);
  };

  const observer = new MutationObserver((records) => pass(changedElements(records), records.some(mayLose)));
  // Of attributes only what makes a link one, or leaves it alone: Sched rewrites `rel` on its own, and answering it would never end.
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href', 'contenteditable'] });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );

  const rescan = () => pass([document], true);
  rescan();
  return { rescan };
}

/** Whether a session may have gone by a change: what is only added takes none away. */
function mayLose({ type, removedNodes }: MutationRecord): boolean {
  return type === 'attributes' || removedNodes.length > 0;
}

/** The members of each list, which goes on where it was left. */
function* inTurn<T>(lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

function* changedElements(records: readonly MutationRecord[]): Generator<Element> {
  for (const { type, target, addedNodes } of records) {
    if (type === 'attributes') yield target as Element;
    else for (const node of addedNodes) if (node instanceof Element && member(node, 'isConnected')) yield node;
  }
}
