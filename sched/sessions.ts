/** Finds the sessions on a page and their elements. */
import { closest, member, query, queryAll, queryWithin } from './dom.ts';
import {
  EDITABLE,
  EVENT_LINK,
  EVENT_TITLE,
  EVENT_TITLE_OLD,
  OWN_TITLE,
  SCHED_PAGE,
  SESSION,
  SHORT_ADDRESS,
} from './selectors.ts';
import { parseSessionId, sessionIdOfShortAddress } from './session-id.ts';

/** Why a session is marked: it is in the guide, or its texts mention the subject. */
export type Mark =
  | { readonly kind: 'guide' }
  | { readonly kind: 'mention'; readonly degree: 'strong' | 'quiet'; readonly words: readonly string[] };

/** A place of a session on a page. */
export interface Spot {
  readonly id: string;
  readonly mark: Mark;
  readonly link: HTMLAnchorElement;
  /** The element that contains only this session, or the link itself. */
  readonly element: HTMLElement;
  /** A bar in a list, words in a text, or the title of the session's own page. */
  readonly form: 'bar' | 'words' | 'title';
}

/** The ids of the sessions of a kind, each once. */
export function distinctIds(spots: Iterable<Spot>, kind: Mark['kind']): string[] {
  return [...new Set([...spots].filter(({ mark }) => mark.kind === kind).map(({ id }) => id))];
}

/** Returns the id of a link's session, or undefined for other links. */
export type Recognise = (link: HTMLAnchorElement) => string | undefined;

/** Returns why to mark the session of a link, or undefined. */
export type MarkOf = (id: string, link: HTMLAnchorElement) => Mark | undefined;

/** Finds the links to look at below a node. It may pause at `undefined`. */
export type LinksIn = (node: Element | Document) => Iterable<HTMLAnchorElement | undefined>;

/** Elements that may contain one session, if Sched's own element is not found. */
const HOLDER = /^(?:LI|TD|TH|SPAN|DIV|ARTICLE|DT|DD|H[2-5])$/u;

/** Whether the document is one of Sched's pages, and no challenge page, feed, empty document or editor. */
export function isSchedPage(document: Document): boolean {
  return !isEdited(document) && /html/u.test(document.contentType) && query(document, SCHED_PAGE) !== null;
}

function isEdited({ designMode }: Document): boolean {
  return designMode === 'on';
}

/** Returns a function that recognises links to sessions on these hosts, and the title of an event page. */
export function recogniser(document: Document, hosts: readonly string[]): Recognise {
  return (link) => {
    const href = link.getAttribute('href');
    // An editor would save the marks.
    if (href === null || isEdited(document) || link.closest(EDITABLE)) return undefined;
    if (href === '#') return titleId(link, document, hosts);
    const id = parseSessionId(href, link.baseURI, hosts);
    return href.includes('#') && isInPage(link, document) ? undefined : id;
  };
}

/** Whether a link is within the page, such as “skip to content”. On a session's page its address has the session's id. */
function isInPage(link: HTMLAnchorElement, { location }: Document): boolean {
  return link.hash !== '' && link.pathname === location.pathname && link.host === location.host;
}

/** The id of an event page's title, which links to `#`: from the page's address, else from the address for sharing. */
function titleId(link: HTMLAnchorElement, document: Document, hosts: readonly string[]): string | undefined {
  if (!isTitle(link)) return undefined;
  const id = parseSessionId(document.location.href, document.location.href, hosts);
  if (id) return id;
  // Two may contradict each other.
  const [short, second] = queryAll<HTMLInputElement>(document, SHORT_ADDRESS);
  return short && !second ? sessionIdOfShortAddress(URL.parse(short.value)) : undefined;
}

/** Whether a link is the title of a session's own page. */
export function isTitle(link: HTMLAnchorElement): boolean {
  return link.getAttribute('href') === '#' && link.closest(`${EVENT_TITLE}, ${EVENT_TITLE_OLD}`) !== null;
}

/** Whether a link is a short address, which may be of a session of any conference. */
export function isShortLink(link: HTMLAnchorElement): boolean {
  return link.host === 'sched.co';
}

/**
 * The links below a node, itself included, that may lead to a session, and titles of sessions on their own pages.
 * @param links a selector for only some of the links to sessions
 */
export function* candidateLinks(node: Element | Document, links = EVENT_LINK): Generator<HTMLAnchorElement> {
  const selector = `${links}, ${OWN_TITLE}`;
  // SVG links match too, but have another interface.
  for (const link of queryWithin(node, selector)) if (link instanceof HTMLAnchorElement) yield link;
}

/** Sched's own element for the session of a link. */
export function sessionHolding(link: HTMLAnchorElement): HTMLElement | null {
  return closest(link, `body ${SESSION}`);
}

/** The place of a recognised link. */
export function findSpot(link: HTMLAnchorElement, id: string, mark: Mark, recognise: Recognise): Spot {
  const session = sessionHolding(link);
  if (session) return { id, mark, link, element: session, form: isTitle(link) ? 'title' : 'bar' };
  const parent = member(link, 'parentElement');
  const alone = parent && HOLDER.test(member(parent, 'tagName')) && !parent.id && holdsOnly(parent, id, recognise);
  return { id, mark, link, element: alone ? parent : link, form: 'words' };
}

/** Links that an element of one session may have, such as its picture, its title and “more”. */
const LINKS_MAX = 10;

function holdsOnly(element: HTMLElement, id: string, recognise: Recognise): boolean {
  // A live collection: browsers search only as far as it is read.
  const links = element.getElementsByTagName('a');
  for (let at = 0; at <= LINKS_MAX; at += 1) {
    const link = links[at];
    if (!link) return true;
    if (recognise(link) !== id) return false;
  }
  return false;
}
