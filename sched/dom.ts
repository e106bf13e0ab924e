/**
 * Reads elements of a page. In Chromium, a form’s field hides the form’s member of the same name, even from extensions: the
 * form in `<form><input name="closest">` has no function `closest`. Members of the prototype can’t be hidden.
 */

/** A member of an element, from its prototype. */
export function member<K extends keyof HTMLElement>(node: Node, name: K): HTMLElement[K] {
  return Reflect.get(HTMLElement.prototype, name, node) as HTMLElement[K];
}

export function query<E extends Element = HTMLElement>(root: Element | Document, selector: string): E | null {
  const { prototype } = root instanceof Document ? Document : Element;
  return prototype.querySelector.call(root, selector) as E | null;
}

export function queryAll<E extends Element = HTMLElement>(root: Element | Document, selector: string): NodeListOf<E> {
  const { prototype } = root instanceof Document ? Document : Element;
  return prototype.querySelectorAll.call(root, selector) as NodeListOf<E>;
}

/** What matches a selector below a node, and the node itself if it matches. */
export function* queryWithin<E extends Element = HTMLElement>(
  root: Element | Document,
  selector: string,
): Generator<E> {
  if (root instanceof Element && matches(root, selector)) yield root as E;
  yield* queryAll<E>(root, selector);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest<E extends Element = HTMLElement>(element: Element, selector: string): E | null {
  return Element.prototype.closest.call(element, selector) as E | null;
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** A computed style property; '' if there is none, or if another extension's patch of getComputedStyle throws. */
export function computedStyle(element: Element, name: 'backgroundColor' | 'display' | 'marginBlockEnd'): string {
  try {
    // Null in a frame that is not displayed.
    return getComputedStyle(element)[name] ?? '';
  } catch {
    return '';
  }
}

/** The textContent of an element, or '' without one. */
export function rawText(element: Element | null | undefined): string {
  return element ? (member(element, 'textContent') ?? '') : '';
}
