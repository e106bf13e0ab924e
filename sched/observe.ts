/** Keeps track of the sessions on a page while the page changes: rediscovers, compares, and reports the difference. */
import { report } from '../lib/report/report.ts';
import { member } from './dom.ts';
import { findSpot, type LinksIn, type MarkOf, type Recognise, type Spot } from './sessions.ts';

/** Milliseconds without a pause. The longest pages have 30,000 links, and a task of a tenth of a second makes a page stutter. */
const SLICE = 25;

export interface Difference {
  found: readonly Spot[];
  lost: readonly Spot[];
  /** Whether links still wait to be looked at, so that another difference follows at once. */
  more: boolean;
}

export interface SessionWatch {
  /** Looks at the whole document again, after a change elsewhere that makes sessions recognisable. */
  rescan(): void;
}

/**
 * Watches a document for sessions until the signal aborts.
 * @param markOf which sessions to find; called once for each place of a session
 * @param linksIn which links to look at below a node, the first ones first
 * @param settle called after every batch of the page's own changes, with what was found and lost in it (often nothing);
 *   its own changes of the page are not observed
 */
export function watchSessions(
  document: Document,
  recognise: Recognise,
  markOf: MarkOf,
  linksIn: LinksIn,
  settle: (difference: Difference) => void,
  signal: AbortSignal,
): SessionWatch {
  const spots = createSpots(recognise, markOf);
  let waiting: Iterable<HTMLAnchorElement | undefined>[] = [];
  /** Mentions on a long page are reported together: each report that marks something is a layout of the page. */
  let late: Spot[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pass = (nodes: Iterable<Element | Document>, mayLose: boolean) => {
    const lost = spots.removeLost(mayLose);
    // The link of a lost session may stand for another place now.
    waiting.push(lost.map(({ link }) => link));
    for (const node of nodes) waiting.push(linksIn(node));
    const found: Spot[] = [];
    late = late.filter((spot) => !lost.includes(spot));
    waiting = takeSlice(waiting, (link) => {
      const spot = spots.find(link);
      if (spot) (spot.mark.kind === 'guide' ? found : late).push(spot);
    });
    const more = waiting.length > 0;
    if (more) timer ??= setTimeout(continueLater);
    else found.push(...late.splice(0));
    settle({ found, lost, more });
    // Every record since this callback began is of our own changes.
    observer.takeRecords();
  };
  const continueLater = () => {
    timer = undefined;
    pass([], false);
  };
  const rescan = () => pass([document], true);

  const observer = new MutationObserver((records) => pass(changedElements(records), records.some(mayLose)));
  // Of the attributes only those that make a link one, or editable: answering `rel`, which Sched rewrites, would never end.
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href', 'contenteditable'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  rescan();
  return { rescan };
}

/** The sessions that were found on a page, by the element that stands for each. */
function createSpots(recognise: Recognise, markOf: MarkOf) {
  const spots = new Map<Element, Spot>();
  let failed = false;

  const find = (link: HTMLAnchorElement): Spot | undefined => {
    const id = recognise(link);
    const mark = id && markOf(id, link);
    if (!id || !mark) return undefined;
    const spot = findSpot(link, id, mark, recognise);
    if (spots.has(spot.element)) return undefined;
    spots.set(spot.element, spot);
    return spot;
  };
  /** Whether a look at its link would find a session in its place now. */
  const isFound = ({ element, link, id, mark }: Spot) =>
    element.isConnected && recognise(link) === id && findSpot(link, id, mark, recognise).element === element;

  return {
    /** Adds the session of a link, if it is new. A link in unreadable markup costs no other link its mark. */
    find(link: HTMLAnchorElement): Spot | undefined {
      try {
        return find(link);
      } catch (error) {
        // Reported once, because a page may have thousands of such links.
        if (!failed) report(error, 'session');
        failed = true;
        return undefined;
      }
    },
    /**
     * Removes the sessions that are no longer in their place.
     * @param mayLose whether something was removed or changed, and not only added
     */
    removeLost(mayLose: boolean): Spot[] {
      const lost = [...spots.values()].filter((spot) => (mayLose || isShared(spot)) && !isFound(spot));
      for (const { element } of lost) spots.delete(element);
      return lost;
    },
  };
}

/** Whether a link that is added may end a session: it may come into the element that had held only this session's link. */
function isShared({ element, link, form }: Spot): boolean {
  return form === 'words' && element !== link;
}

/** Looks at links until the slice is over. Returns the links that still wait. */
function takeSlice(
  waiting: Iterable<HTMLAnchorElement | undefined>[],
  look: (link: HTMLAnchorElement) => void,
): Iterable<HTMLAnchorElement | undefined>[] {
  const end = performance.now() + SLICE;
  // Not a `for` loop, which would end the iterator when it is left.
  const links = inTurn(waiting);
  for (let next = links.next(); !next.done; next = links.next()) {
    // The page may have removed it while it waited.
    if (next.value?.isConnected) look(next.value);
    if (performance.now() >= end) return [links];
  }
  return [];
}

/** Whether a change may end a session: something that is only added ends none. */
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
