/**
 * A JSX runtime that makes DOM nodes at once. The content script's build puts it in the place of Preact's, so that a
 * card on a page and a row of the agenda are the same component, and a page on Sched does not pay for a virtual DOM
 * (6 kB, and as much start-up time as everything else in the content script). It can draw a component without hooks or
 * refs, once; there is no re-rendering.
 */
const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'g', 'circle', 'rect', 'line', 'polygon']);

type Child = Node | string | number | boolean | null | undefined | readonly Child[];
type Props = Record<string, unknown> & { children?: Child };
type Component = (props: Props) => Node;

/** The node of an element or component. */
export function jsx(type: string | Component, props: Props): Node {
  if (typeof type !== 'string') return type(props);
  const element = SVG_TAGS.has(type) ? document.createElementNS(SVG, type) : document.createElement(type);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
    else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  append(element, props.children);
  return element;
}

export const jsxs = jsx;
export const jsxDEV = jsx;

/** `<>…</>`: the children without an element around them. */
export function Fragment({ children }: Props): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
}

function append(parent: ParentNode, child: Child): void {
  if (Array.isArray(child)) for (const one of child) append(parent, one);
  else if (child instanceof Node) parent.append(child);
  else if (typeof child === 'string' || typeof child === 'number') parent.append(String(child));
}
