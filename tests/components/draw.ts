/** Renders components into a document, and finds elements by role and name. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Renders a component and returns its root. Rendering into the same root updates it. */
export async function draw(what: ComponentChild, into: Element = freshRoot()): Promise<HTMLElement> {
  await act(() => render(what, into));
  return into as HTMLElement;
}

function freshRoot(): Element {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  return root;
}

export async function press(element: Element): Promise<void> {
  await act(async () => {
    (element as HTMLElement).click();
    await Promise.resolve();
  });
}

const ROLES = {
  button: 'button',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  listitem: 'li',
  region: 'section',
  alert: '[role=alert]',
};

/** The accessible name, as far as these components give one. */
export function readName(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  const label = labelledBy
    ? element.ownerDocument.getElementById(labelledBy)?.textContent
    : element.getAttribute('aria-label');
  return readText(label ?? element.textContent) || readText(element.getAttribute('title'));
}

export function readText(text: string | Element | null | undefined): string {
  return (typeof text === 'string' ? text : (text?.textContent ?? '')).replace(/\s+/gu, ' ').trim();
}

/** The visible text, without the tooltips that show on hover and focus. */
export function saidIn(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const tip of copy?.querySelectorAll('[role=tooltip]') ?? []) tip.remove();
  return readText(copy);
}

export function allByRole(root: ParentNode, role: keyof typeof ROLES, name?: RegExp | string): HTMLElement[] {
  const matches = (found: string) =>
    typeof name === 'string' ? found === name : name === undefined || name.test(found);
  return [...root.querySelectorAll<HTMLElement>(ROLES[role])].filter((element) => matches(readName(element)));
}

/** The one element with a role and name. */
export function byRole(root: ParentNode, role: keyof typeof ROLES, name?: RegExp | string): HTMLElement {
  const [found, ...others] = allByRole(root, role, name);
  if (!found || others.length > 0)
    throw new Error(`${others.length + (found ? 1 : 0)} elements are a ${role} named ${name}`);
  return found;
}
