/** Our elements in a page: each with a shadow root of its own, found and removed as one. */
import { dismissTerms } from '../../components/terms.ts';
import { report } from '../../lib/report/report.ts';
import { mayPress } from './press.ts';

/** Names of our elements. They are not registered (a content script can't), which a shadow root does not need. */
type HostName = 'csg-card' | 'csg-briefing' | 'csg-strip' | 'csg-undo';

export interface Mount {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** A document in which no page can define our elements: a shadow root of the page's would leave no room for ours. */
const inert = document.implementation.createHTMLDocument('');

/**
 * An element of ours, not yet in the page.
 * @param label its accessible name
 * @param signal ends its listeners outside of it; whoever places it removes it
 */
export function createMount(name: HostName, role: string, label: string, css: string, signal: AbortSignal): Mount {
  const host = inert.createElement(name);
  host.lang = 'en';
  host.setAttribute('role', role);
  host.setAttribute('aria-label', label);
  const root = host.attachShadow({ mode: 'open' });
  // Constructed sheets are the page's: a shadow root of another document takes none.
  document.adoptNode(host);
  if (css) addStyle(root, css);
  dismissTerms(root, signal);
  return { host, root };
}

const sheets = new Map<string, CSSStyleSheet>();

/** Styles a shadow root, once for each sheet. A constructed sheet is read once for all cards, and no policy of the page's forbids it. */
export function addStyle(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** What a button does. A press that is not trusted was made by a script. */
type Action = (button: HTMLElement, isTrusted: boolean) => void;

/** Calls what a press on a button in the shadow root names by `data-action`, where the press counts. */
export function onAction({ root }: Mount, actions: Record<string, Action>): void {
  root.addEventListener('click', (event) => {
    const { target, isTrusted } = event;
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    if (!button || !mayPress(event, button)) return;
    const { action = '' } = button.dataset;
    try {
      actions[action]?.(button, isTrusted);
    } catch (error) {
      // Such as the texts, which can't be had any more once the extension was updated under the open page.
      report(error, action);
    }
  });
}

/** Closes what a button in the shadow root has opened by Escape, and nothing of the page that Escape would close as well. */
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
