/** Finds the sessions whose texts may have some words. Most have none of them, and their links are never touched. */
import { matches, queryAll, rawText } from './dom.ts';
import { EVENT_LINK, SESSION } from './selectors.ts';
import { descriptionOf, oncePerTask } from './session-text.ts';
import { candidateLinks, type LinksIn } from './sessions.ts';

/** Elements with sessions side by side, which a browser finds at once because it knows their name. */
const BLOCK = `div:has(> ${SESSION})`;
/** Links that are in no session of such an element. */
const OUTSIDE = `${EVENT_LINK}:not(div > ${SESSION} > *)`;
/** What a page adds to sessions that it has: small, and what belongs to it may be beside it. */
const ADDED = `a, ${SESSION}, ${BLOCK}`;

/**
 * Makes a search for links to sessions whose texts may have a pattern, which few have. It reads texts as the browser has
 * them, with people and badges. Where an element parts two words of the pattern, nothing may be between them.
 */
export function wordSearch(pattern: RegExp): LinksIn {
  const isIn = oncePerTask((element) => pattern.test(rawText(element)));
  const mayMatch = (link: HTMLAnchorElement) => [link, descriptionOf(link)].some((part) => part && isIn(part));
  return function* (node) {
    for (const links of linksToRead(node, isIn)) for (const link of links) yield mayMatch(link) ? link : undefined;
  };
}

/** The links below a node, without those in elements whose text has none of the words. */
function* linksToRead(
  node: Element | Document,
  isIn: (element: Element) => boolean,
): Generator<Iterable<HTMLAnchorElement>> {
  if (node instanceof Element && matches(node, ADDED)) return yield candidateLinks(node);
  for (const block of queryAll(node, BLOCK)) if (isIn(block)) yield candidateLinks(block);
  yield candidateLinks(node, OUTSIDE);
}
