/** The sessions on a page, and the elements that stand for them. */
import { EVENT_LINK, EVENT_TITLE, EVENT_TITLE_OLD, SCHED_PAGE, SESSION, SHORT_ADDRESS } from './selectors.ts';
import { sessionIdOf, sessionIdOfShortAddress } from './session-id.ts';

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

/** Tells the id of the session that a link stands for, or undefined for every other link. */
export type Recognise = (link: HTMLAnchorElement) => string | undefined;

/** Tells why the session of a link is to be marked, or undefined where it is not. */
export type MarkOf = (id: string, link: HTMLAnchorElement) => Mark | undefined;

/** Elements that hold a session by themselves where Sched's own element is not found. */
const HOLDERS = new Set(['LI', 'TD', 'TH', 'SPAN', 'DIV', 'ARTICLE', 'DT', 'DD', 'H2', 'H3', 'H4', 'H5']);

/** Whether the document is one of Sched's pages: a challenge page, a feed or an empty document is left alone. */
export function isSchedPage(document: Document): boolean {
  return /html/u.test(document.contentType) && document.querySelector(SCHED_PAGE) !== null;
}

/** Recognises the sessions of these hosts on a page, its own title on an event page included. */
export function recogniser(document: Document, hosts: readonly string[]): Recognise {
  return (link) => {
    const href = link.getAttribute('href');
    if (href === null) return undefined;
    if (href === '#') return titleId(link, document, hosts);
    const id = sessionIdOf(href, link.baseURI, hosts);
    return id !== undefined && href.includes('#') && isInPage(link, document) ? undefined : id;
  };
}

/** A link within the page in view, such as “skip to content”: on a session's page its address is that session's. */
function isInPage(link: HTMLAnchorElement, { location }: Document): boolean {
  return link.hash !== '' && link.pathname === location.pathname && link.host === location.host;
}

/** An event page's title links to `#`: the page's own address names the session, else the address for sharing. */
function titleId(link: HTMLAnchorElement, document: Document, hosts: readonly string[]): string | undefined {
  if (!isTitle(link)) return undefined;
  const id = sessionIdOf(document.location.href, document.location.href, hosts);
  if (id !== undefined) return id;
  const short = document.querySelector<HTMLInputElement>(SHORT_ADDRESS);
  return short ? sessionIdOfShortAddress(short.value) : undefined;
}

function isTitle(link: HTMLAnchorElement): boolean {
  return link.getAttribute('href') === '#' && link.closest(`${EVENT_TITLE}, ${EVENT_TITLE_OLD}`) !== null;
}

/** The links below a node, itself included, that may lead to a session. */
export function* candidateLinks(node: Element | Document): Generator<HTMLAnchorElement> {
  const links = `${EVENT_LINK}, ${SESSION} > a[href="#"]`;
  // A link in a drawing has the same name and another interface.
  if (node instanceof HTMLAnchorElement && node.matches(links)) yield node;
  // A form's own members are hidden by its fields of the same names.
  const find = node instanceof Element ? Element.prototype.querySelectorAll : node.querySelectorAll;
  for (const link of find.call(node, links)) if (link instanceof HTMLAnchorElement) yield link;
}

/** The place that a recognised link stands for. */
export function spotOf(link: HTMLAnchorElement, id: string, mark: Mark, recognise: Recognise): Spot {
  const session = link.closest<HTMLElement>(`body ${SESSION}`);
  if (session) return { id, mark, link, element: session, form: isTitle(link) ? 'title' : 'bar' };
  const parent = link.parentElement;
  const alone = parent && HOLDERS.has(parent.tagName) && !parent.id && holdsOnly(parent, id, recognise);
  return { id, mark, link, element: alone ? parent : link, form: 'words' };
}

function holdsOnly(element: HTMLElement, id: string, recognise: Recognise): boolean {
  return [...element.querySelectorAll('a')].every((link) => recognise(link) === id);
}
