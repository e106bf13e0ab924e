/** Keeps the focus in a surface: if a press removes the focused element, the next one gets the focus. */
import { keepFocus } from '../../components/keep-focus.ts';

const DONE_BAR = '.done-bar';
const ROW = '[data-session]';

/** Where the focus was last, outside the undo bar. */
interface Place {
  element: HTMLElement;
  /** The session's id, and the index of its row in the list. */
  id?: string | undefined;
  index: number;
  /** The focused control of the row. */
  control: '.star' | 'h3 button';
}

/** Follows the focus in a surface until the signal aborts. */
export function followFocus(root: HTMLElement, signal: AbortSignal): void {
  let place: Place | undefined;
  /** The text of the bar when Tab went to its undo button, so that this happens once for each text. */
  let offered: string | null | undefined;

  const focused = ({ target }: Event) => {
    if (!(target instanceof HTMLElement) || !root.contains(target)) return;
    if (!target.closest(DONE_BAR)) place = describePlace(root, target);
  };
  const rendered = () => {
    if (!root.querySelector(`${DONE_BAR} .undo`)) offered = undefined;
  };
  const tabbed = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const bar = root.querySelector(DONE_BAR);
    const buttons = [...(bar?.querySelectorAll('button') ?? [])];
    const undo = buttons.find((button) => button.matches('.undo'));
    const at = document.activeElement;
    const text = bar?.textContent;
    let to: HTMLElement | undefined;
    if (bar?.contains(at)) {
      // Leave the bar, back to the last place.
      const edge = event.shiftKey ? buttons[0] : buttons.at(-1);
      if (at === edge && place?.element.isConnected) to = place.element;
    } else if (undo && !event.shiftKey && offered !== text) {
      offered = text;
      to = undo;
    }
    if (!to) return;
    to.focus();
    event.preventDefault();
  };
  document.addEventListener('focusin', focused, { signal });
  document.addEventListener('keydown', tabbed, { signal });
  const observer = new MutationObserver(rendered);
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  keepFocus(root, () => nextPlace(root, place), signal);
}

function describePlace(root: HTMLElement, element: HTMLElement): Place {
  const row = element.closest<HTMLElement>(ROW);
  return {
    element,
    id: row?.dataset.session,
    index: row ? [...root.querySelectorAll(ROW)].indexOf(row) : -1,
    control: element.matches('.star') ? '.star' : 'h3 button',
  };
}

/** The same element, else the row that is there now, else the active filter, the search or the tab. */
function nextPlace(root: HTMLElement, place: Place | undefined): HTMLElement | null {
  if (place?.element.isConnected) return place.element;
  const rows = [...root.querySelectorAll<HTMLElement>(ROW)];
  const isIn = place !== undefined && place.index >= 0;
  const row = isIn && (rows.find((one) => one.dataset.session === place.id) ?? rows[place.index] ?? rows.at(-1));
  return (
    (row && (row.querySelector<HTMLElement>(place.control) ?? row.querySelector<HTMLElement>('button, a[href]'))) ||
    root.querySelector<HTMLElement>('.chip[aria-pressed=true]') ||
    root.querySelector<HTMLElement>('[role=searchbox]') ||
    root.querySelector<HTMLElement>('nav [aria-current]')
  );
}
