/** The sessions on a page, and the elements that stand for them. */
import { closest, matches, member, query, queryAll } from './dom.ts';
import { EDITABLE, EVENT_TITLE, EVENT_TITLE_OLD, eventLinks, SCHED_PAGE, SESSION, SHORT_ADDRESS } from './selectors.ts';
import { parseSessionId, sessionIdOfShortAddress } from './session-id.ts';

/** Why a session is marked: the guide has it, or it mentions the subject in so many words. */
export type Mark =
  | { readonly kind: 'guide' }
  | { readonly kind: 'mention'; readonly degree: 'strong' | 'quiet'; readonly words: readonly string[] };

/** One place on a page that stands for a session. */
export interface Spot {
  readonly id: string;
  readonly mark: Mark;
  readonly link: HTMLAnchorElement;
  /** The element that holds this session and no other; the link itself where there is none. */
  readonly element: HTMLElement;
  /** A bar of its own (`bar`), words in a text (`words`), or the title of the session's own page. */
  readonly form: 'bar' | 'words' | 'title';
}

/** The ids of the sessions of a kind among spots, each once. */
export function distinctIds(spots: Iterable<Spot>, kind: Mark['kind']): string[] {
  return [...new Set([...spots].filter(({ mark }) => mark.kind === kind).map(({ id }) => id))];
}

/** Tells the id of the session that a link stands for, or undefined for every other link. */
export type Recognise = (link: HTMLAnchorElement) => string | undefined;

/** Tells why the session of a link is to be marked, or undefined where it is not. */
export type MarkOf = (id: string, link: HTMLAnchorElement) => Mark | undefined;

/** Finds the links to look at below a node; `undefined` is a place where the search can pause. */
export type LinksIn = (node: Element | Document) => Iterable<HTMLAnchorElement | undefined>;

/** Elements that hold a session by themselves where Sched's own element is not found. */
const HOLDER = /^(?:LI|TD|TH|SPAN|DIV|ARTICLE|DT|DD|H[2-5])$/u;

/** Whether the document is one of Sched's pages: a challenge page, a feed, an empty document or an editor is left alone. */
export function isSchedPage(document: Document): boolean {
  const isEdited = document.designMode === 'on';
  return !isEdited && /html/u.test(document.contentType) && query(document, SCHED_PAGE) !== null;
}

/** Recognises the sessions of these hosts on a page, its own title on an event page included. */
export function recogniser(document: Document, hosts: readonly string[]): Recognise {
  return (link) => {
    const href = link.getAttribute('href');
    // A text that is edited would be saved with our marks.
    if (href === null || link.isContentEditable || link.closest(EDITABLE)) return undefined;
    if (href === '#') return titleId(link, document, hosts);
    const id = parseSessionId(href, link.baseURI, hosts);
    return href.includes('#') && isInPage(link, document) ? undefined : id;
  };
}

/** A link within the page in view, such as “skip to content”: on a session's page its address is that session's. */
function isInPage(link: HTMLAnchorElement, { location }: Document): boolean {
  return link.hash !== '' && link.pathname === location.pathname && link.host === location.host;
}

/** An event page's title links to `#`: the page's own address names the session, else the address for sharing. */
function titleId(link: HTMLAnchorElement, document: Document, hosts: readonly string[]): string | undefined {
  if (!isTitle(link)) return undefined;
  const id = parseSessionId(document.location.href, document.location.href, hosts);
  if (id) return id;
  // Two of them contradict each other.
  const [short, second] = queryAll<HTMLInputElement>(document, SHORT_ADDRESS);
  return short && !second ? sessionIdOfShortAddress(URL.parse(short.value)) : undefined;
}

/** Whether a link is the title of a session's own page. */
export function isTitle(link: HTMLAnchorElement): boolean {
  return link.getAttribute('href') === '#' && link.closest(`${EVENT_TITLE}, ${EVENT_TITLE_OLD}`) !== null;
}

/** Whether a link is a short address: of the guide's sessions by their ids, else of a session of any conference. */
export function isShortLink(link: HTMLAnchorElement): boolean {
  return link.host === 'sched.co';
}

/**
 * The links below a node, itself included, that may lead to a session.
 * @param ids leaves out links to other sessions
 */
export function* candidateLinks(node: Element | Document, ids?: readonly string[]): Generator<HTMLAnchorElement> {
  const links = `${eventLinks(ids)}, ${SESSION} > a[href="#"]`;
  // A link in a drawing has the same name and another interface.
  if (node instanceof HTMLAnchorElement && matches(node, links)) yield node;
  for (const link of queryAll(node, links)) if (link instanceof HTMLAnchorElement) yield link;
}

/** Sched's own element for the session of a link. */
export function sessionHolding(link: HTMLAnchorElement): HTMLElement | null {
  return closest(link, `body ${SESSION}`);
}

/** The place that a recognised link stands for. */
export function findSpot(link: HTMLAnchorElement, id: string, mark: Mark, recognise: Recognise): Spot {
  const session = sessionHolding(link);
  if (session) return { id, mark, link, element: session, form: isTitle(link) ? 'title' : 'bar' };
  const parent = member(link, 'parentElement');
  const alone = parent && HOLDER.test(member(parent, 'tagName')) && !parent.id && holdsOnly(parent, id, recognise);
  return { id, mark, link, element: alone ? parent : link, form: 'words' };
}

/** Links to one session that an element of its own may hold, such as its picture, its title and “more”. */
const LINKS_MAX = 10;

function holdsOnly(element: HTMLElement, id: string, recognise: Recognise): boolean {
  // A live collection, of which no more is looked for than is read.
  const links = element.getElementsByTagName('a');
  for (let at = 0; at <= LINKS_MAX; at += 1) {
    const link = links[at];
    if (!link) return true;
    if (recognise(link) !== id) return false;
  }
  return false;
}
