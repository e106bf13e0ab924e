/** Creates the extension's elements in a page, each with a shadow root. */
import { dismissTerms } from '../../components/terms.ts';
import { safely } from '../../lib/report/report.ts';
import { member } from '../../sched/dom.ts';
import { mayPress } from './press.ts';

/** Names of the elements. Content scripts can't register custom elements, but a shadow root does not need that. */
const HOST_NAMES = ['csg-card', 'csg-briefing', 'csg-strip', 'csg-undo'] as const;
type HostName = (typeof HOST_NAMES)[number];

/** Selects all of the extension's elements. */
export const HOSTS = HOST_NAMES.join();

export interface Mount {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** Created in another document, where the page can't define these elements with a shadow root of its own. */
const inert = document.implementation.createHTMLDocument('');

/**
 * An element, not yet in the page. The caller inserts and removes it.
 * @param label its accessible name
 * @param signal ends its listeners on the document
 */
export function createMount(name: HostName, role: string, label: string, css: string, signal: AbortSignal): Mount {
  const host = inert.createElement(name);
  host.lang = 'en';
  host.setAttribute('role', role);
  host.setAttribute('aria-label', label);
  const root = host.attachShadow({ mode: 'open' });
  // Constructed sheets belong to the page's document, so the element must too.
  document.adoptNode(host);
  if (css) addStyle(root, css);
  dismissTerms(root, signal);
  return { host, root };
}

/** Inserts an element of the extension beside one of the page. */
export function placeBeside(anchor: Element, host: HTMLElement, where: 'before' | 'after' = 'after'): void {
  member(anchor, where).call(anchor, host);
}

const sheets = new Map<string, CSSStyleSheet>();

/** Adds a style sheet to a shadow root, once. All cards share a constructed sheet, and the page's CSP does not block it. */
export function addStyle(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** What a button does. An untrusted press came from a script. */
type Action = (button: HTMLElement, isTrusted: boolean) => void;

/** Runs the action that a button in the shadow root names by `data-action`, if the press counts. */
export function onAction({ root }: Mount, actions: Record<string, Action>): void {
  root.addEventListener('click', (event) => {
    const { target, isTrusted } = event;
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    if (!button || !mayPress(event, button)) return;
    const { action = '' } = button.dataset;
    // Texts are missing after the extension was updated under the open page.
    safely(action, () => actions[action]?.(button, isTrusted));
  });
}

/** Closes what a button in the shadow root has opened on Escape, and keeps the page from reacting to the key. */
export function onEscape(root: ShadowRoot, button: string, close: () => void): void {
  root.addEventListener('keydown', (event) => {
    const opener = root.querySelector<HTMLElement>(`${button}[aria-expanded=true]`);
    if ((event as KeyboardEvent).key !== 'Escape' || !opener) return;
    event.stopPropagation();
    close();
    opener.focus();
  });
}

/** Shows on every star in a shadow root whether the session is picked. */
export function setStars(root: ShadowRoot, picked: boolean): void {
  for (const star of root.querySelectorAll('.star')) star.setAttribute('aria-pressed', String(picked));
}
