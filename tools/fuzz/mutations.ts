/** Changes to a page, each described by a few numbers, so that a run can be repeated and shrunk. */
import { hostileAddresses, hostileMarkup, TEXTS } from './hostile.ts';

/** The kind of a change, and three numbers for where and how; each wraps around. */
export interface Mutation {
  kind: string;
  at: number;
  to: number;
  how: number;
}

/** The ids and the host to build hostile addresses from. */
export interface Around {
  ids: readonly string[];
  host: string;
}

type OfElements = (element: Element, other: Element, how: number, around: Around) => void;
type OfText = (html: string, at: number, to: number, how: number, around: Around) => string;

/** Names used in sched/selectors.ts, or names of DOM properties. */
const NAMES =
  'event name list-simple list-expanded list-single list-single__event session-title tip-description skip-link vs sub tz list-single__date sched-person-session sched-container-header'.split(
    ' ',
  );
const IDS = 'schedorg sched-content-inner shorturl tip body getAttribute dataset csg-card documentElement'.split(' ');
/** Properties that a form’s field can clobber. */
const MEMBERS =
  'closest matches parentElement childNodes firstChild nextElementSibling querySelector getAttribute dataset isConnected tagName'.split(
    ' ',
  );
const LONG = ['a - '.repeat(5_000), 'A: '.repeat(5_000), `${'x'.repeat(50_000)} - A, B`, ' \u0000'.repeat(9_000)];
const TAGS = 'div span li td a svg section p template form'.split(' ');

/** Changes that a page's script may make while the content script runs. None uses siblings, because our elements may be between. */
export const LIVE: Readonly<Record<string, OfElements>> = {
  drop: (element) => element.remove(),
  move: (element, other) => {
    if (!element.contains(other)) other.append(element);
  },
  nest: (element, _, how) => {
    const box = element.ownerDocument.createElement(pick(TAGS, how));
    element.replaceWith(box);
    box.append(element);
  },
  unwrap: (element) => element.replaceWith(...element.childNodes),
  empty: (element) => element.replaceChildren(),
  text: (element, _, how) => element.append(pick(TEXTS, how)),
  allText: (element, _, how) => {
    element.textContent = pick(TEXTS, how);
  },
  address: (element, _, how, { ids, host }) => {
    const link = linkIn(element);
    link?.setAttribute('href', pick(hostileAddresses(pick(ids, how), host), Math.floor(how / ids.length)));
  },
  noAddress: (element) => linkIn(element)?.removeAttribute('href'),
  swapAddresses: (element, other) => {
    const [one, two] = [linkIn(element), linkIn(other)];
    const [first, second] = [one?.getAttribute('href'), two?.getAttribute('href')];
    if (typeof first === 'string' && typeof second === 'string') {
      one?.setAttribute('href', second);
      two?.setAttribute('href', first);
    }
  },
  noClass: (element) => element.removeAttribute('class'),
  class: (element, _, how) => element.setAttribute('class', pick(NAMES, how)),
  id: (element, _, how) => element.setAttribute('id', pick(IDS, how)),
  attribute: (element, _, how) => element.setAttribute(pick(['lang', 'dir', 'hidden', 'title'], how), pick(TEXTS, how)),
  edited: (element, _, how) => element.setAttribute('contenteditable', pick(['', 'true', 'false', 'inherit'], how)),
  shadowed: (element, _, how) => {
    const [form, field] = [element.ownerDocument.createElement('form'), element.ownerDocument.createElement('input')];
    form.className = pick(['event', ''], how);
    field.name = pick(MEMBERS, how);
    element.replaceWith(form);
    form.append(field, element);
  },
  longTitle: (element, _, how) => {
    const title = element.querySelector('.session-title') ?? element;
    title.textContent = pick(LONG, how);
  },
  session: (element, _, how, { ids }) => {
    const [bar, link] = [element.ownerDocument.createElement('span'), element.ownerDocument.createElement('a')];
    bar.className = 'event ev_9';
    link.className = 'name';
    link.setAttribute('href', `event/${pick(ids, how)}/late`);
    link.append('A session that came late');
    bar.append(link);
    element.append(bar);
  },
};

const OF_ELEMENTS: Readonly<Record<string, OfElements>> = {
  ...LIVE,
  duplicate: (element, other) => {
    if (!element.contains(other)) other.append(element.cloneNode(true));
  },
  swap: (element, other) => {
    if (element.contains(other) || other.contains(element)) return;
    const place = element.ownerDocument.createComment('');
    element.replaceWith(place);
    other.replaceWith(element);
    place.replaceWith(other);
  },
  headless: ({ ownerDocument }) => ownerDocument.head?.remove(),
  bodiless: ({ ownerDocument }) => ownerDocument.body?.remove(),
  noBase: ({ ownerDocument }) => ownerDocument.querySelector('base')?.remove(),
};

const BASES = ['https://example.com/', '//example.com', '/event/', 'https:', 'about:blank', 'x', ''];

const OF_TEXT: Readonly<Record<string, OfText>> = {
  base: (html, _, __, how) => html.replace('<base href="/">', `<base href="${pick(BASES, how)}">`),
  cut: (html, at) => html.slice(0, at),
  cutOut: (html, at, _, how) => html.slice(0, at) + html.slice(at + (how % 400)),
  repeat: (html, at, to, how) => html.slice(0, to) + html.slice(at, at + (how % 2_000)) + html.slice(to),
  insert: (html, at, _, how, { ids }) => {
    return html.slice(0, at) + pick(hostileMarkup(pick(ids, how)), Math.floor(how / ids.length)) + html.slice(at);
  },
  insertText: (html, at, _, how) => html.slice(0, at) + pick(TEXTS, how) + html.slice(at),
  case: (html, at) => html.slice(0, at) + html.slice(at, at + 60).toUpperCase() + html.slice(at + 60),
};

export const KINDS = [...Object.keys(OF_ELEMENTS), ...Object.keys(OF_TEXT)];

/** The changed HTML: applies changes to elements first, then changes to the text. */
export function mutated(html: string, mutations: readonly Mutation[], parser: DOMParser, around: Around): string {
  const page = parser.parseFromString(html, 'text/html');
  change(page, mutations, OF_ELEMENTS, around);
  let text = `<!DOCTYPE html>${page.documentElement?.outerHTML ?? ''}`;
  for (const { kind, at, to, how } of mutations) {
    text = OF_TEXT[kind]?.(text, at % (text.length + 1), to % (text.length + 1), how, around) ?? text;
  }
  return text;
}

/** Changes a document as the page's script would. The result is the same with and without the extension's elements. */
export function change(
  page: Document,
  mutations: readonly Mutation[],
  kinds: Readonly<Record<string, OfElements>>,
  around: Around,
): void {
  for (const { kind, at, to, how } of mutations) {
    const all = [...page.querySelectorAll('*')].filter(
      (element) => !/^csg-/iu.test(element.localName) && element !== page.documentElement,
    );
    const [element, other] = [all[at % all.length], all[to % all.length]];
    if (!element || !other) continue;
    try {
      kinds[kind]?.(element, other, how, around);
    } catch {
      // For example an element moved into its own template: the page's script would throw too.
    }
  }
}

function linkIn(element: Element): Element | null {
  return element.localName === 'a' ? element : element.querySelector('a');
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}
