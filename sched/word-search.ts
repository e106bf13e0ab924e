/** Finds sessions whose texts may contain certain words. Most sessions contain none, so their links are never looked at. */
import { matches, queryAll, rawText } from './dom.ts';
import { EVENT_LINK, SESSION } from './selectors.ts';
import { descriptionOf, oncePerTask } from './session-text.ts';
import { candidateLinks, type LinksIn } from './sessions.ts';

/** Elements that contain sessions side by side. The tag name makes the search fast. */
const BLOCK = `div:has(> ${SESSION})`;
/** Links outside these sessions. */
const OUTSIDE = `${EVENT_LINK}:not(div > ${SESSION} > *)`;
/** Small additions to a list. The description of an added session may be beside it, so each link is tested. */
const ADDED = `a, ${SESSION}, ${BLOCK}`;

/**
 * Creates a search for links to sessions whose texts may match a pattern that is rare. It tests raw text, which includes
 * people and badges. Between two words that an element separates, raw text may have no space, so the pattern must allow that.
 */
export function wordSearch(pattern: RegExp): LinksIn {
  const isIn = oncePerTask((element) => pattern.test(rawText(element)));
  const mayMatch = (link: HTMLAnchorElement) => [link, descriptionOf(link)].some((part) => part && isIn(part));
  return function* (node) {
    for (const links of linksToRead(node, isIn)) for (const link of links) yield mayMatch(link) ? link : undefined;
  };
}

/** The links below a node, except in elements whose text does not match. */
function* linksToRead(
  node: Element | Document,
  isIn: (element: Element) => boolean,
): Generator<Iterable<HTMLAnchorElement>> {
  if (node instanceof Element && matches(node, ADDED)) return yield candidateLinks(node);
  for (const block of queryAll(node, BLOCK)) if (isIn(block)) yield candidateLinks(block);
  yield candidateLinks(node, OUTSIDE);
}
