/** Keeps track of the sessions on a page while it changes, and reports which were found and lost. */
import { report } from '../lib/report/report.ts';
import { member } from './dom.ts';
import { findSpot, type LinksIn, type MarkOf, type Recognise, type Spot } from './sessions.ts';

/** Milliseconds per task. The longest pages have 30,000 links, and tasks of 100 ms make a page stutter. */
const SLICE = 25;

export interface Difference {
  found: readonly Spot[];
  lost: readonly Spot[];
  /** Whether links are still waiting, so that another difference follows soon. */
  more: boolean;
}

export interface SessionWatch {
  /** Looks at the whole document again, for changes that the observer does not see. */
  rescan(): void;
}

/**
 * Watches a document for sessions until the signal aborts.
 * @param markOf which sessions to find; called once for each place of a session
 * @param linksIn which links to look at below a node, in this order
 * @param settle called after every batch of changes of the page, with what was found and lost in it (often nothing), and with
 *   the nodes in which it began to search. Its own changes to the page are not observed
 */
export function watchSessions(
  document: Document,
  recognise: Recognise,
  markOf: MarkOf,
  linksIn: LinksIn,
  settle: (difference: Difference, searched: readonly (Element | Document)[]) => void,
  signal: AbortSignal,
): SessionWatch {
  const spots = createSpots(recognise, markOf);
  let waiting: Iterable<HTMLAnchorElement | undefined>[] = [];
  /** Mentions on a long page are reported together, because marking them lays out the page each time. */
  let late: Spot[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pass = (nodes: readonly (Element | Document)[], mayLose: boolean) => {
    const lost = spots.removeLost(mayLose);
    // The link of a lost session may belong to another place now.
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
    settle({ found, lost, more }, nodes);
    // All records since this callback began are of the extension's own changes.
    observer.takeRecords();
  };
  const continueLater = () => {
    timer = undefined;
    pass([], false);
  };
  const rescan = () => pass([document], true);

  const observer = new MutationObserver((records) => pass([...changedElements(records)], records.some(mayLose)));
  // Only attributes that make an element a link or editable. Sched rewrites others, such as `rel`, again and again.
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href', 'contenteditable'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  rescan();
  return { rescan };
}

/** The sessions found on a page, by their element. */
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
  /** Whether its link would still be found in this place. */
  const isFound = ({ element, link, id, mark }: Spot) =>
    element.isConnected && recognise(link) === id && findSpot(link, id, mark, recognise).element === element;

  return {
    /** Adds the session of a link, if it is new. A link in broken markup must not stop the others. */
    find(link: HTMLAnchorElement): Spot | undefined {
      try {
        return find(link);
      } catch (error) {
        // Only once, because a page may have thousands of such links.
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

/** Whether an added link may end a session: its element is the session's only while it has no other links. */
function isShared({ element, link, form }: Spot): boolean {
  return form === 'words' && element !== link;
}

/** Looks at links until the slice is over. Returns the links that are left. */
function takeSlice(
  waiting: Iterable<HTMLAnchorElement | undefined>[],
  look: (link: HTMLAnchorElement) => void,
): Iterable<HTMLAnchorElement | undefined>[] {
  const end = performance.now() + SLICE;
  // Not `for...of`, which closes the iterator on return.
  const links = inTurn(waiting);
  for (let next = links.next(); !next.done; next = links.next()) {
    // The page may have removed it while it waited.
    if (next.value?.isConnected) look(next.value);
    if (performance.now() >= end) return [links];
  }
  return [];
}

/** Whether a change may end a session: additions end none. */
function mayLose({ type, removedNodes }: MutationRecord): boolean {
  return type === 'attributes' || removedNodes.length > 0;
}

/** The items of each list in turn. */
function* inTurn<T>(lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

function* changedElements(records: readonly MutationRecord[]): Generator<Element> {
  let last: Element | undefined;
  for (const { type, target, addedNodes } of records) {
    if (type === 'attributes') yield target as Element;
    // An addition to a new element is found when that element is searched.
    if (last && member(last, 'contains').call(last, target)) continue;
    for (const node of addedNodes) {
      if (!(node instanceof Element && member(node, 'isConnected'))) continue;
      last = node;
      yield node;
    }
  }
}
