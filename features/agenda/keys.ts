/** The agenda by keyboard alone: every letter only where nothing is being written, and never with a modifier. */
import type { Actions } from './list/surface.ts';

const TITLES = '.row h3 button';

type Keys = Pick<Actions, 'pick' | 'watched'>;

/** Listens in a surface until the signal aborts. */
export function followKeys(root: HTMLElement, act: Keys, signal: AbortSignal): void {
  // On the document: a key may come before anything in the surface has the focus.
  document.addEventListener('keydown', (event) => press(event, root, act), { signal });
}

/** Does what a key asks for, and keeps the browser from doing more. */
function press(event: KeyboardEvent, root: HTMLElement, act: Keys): void {
  const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
  const writesHere =
    target instanceof Element && target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
  if (key === 'z' && (ctrlKey || metaKey) && !altKey && !event.shiftKey && !writesHere) {
    const undo = root.querySelector<HTMLElement>('.said .undo');
    undo?.click();
    if (undo) event.preventDefault();
    return;
  }
  if (isComposing || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
  const at = target;
  const search = root.querySelector<HTMLInputElement>('[role=searchbox]');
  if (key === 'Escape') {
    putAway(event, at, search);
    return;
  }
  const field = at.matches('textarea, select, input');
  const writes = field && !at.matches('[type=checkbox], [type=radio]');
  // In a group of radio buttons the arrows choose.
  if ((writes || (field && key.startsWith('Arrow'))) && !(at === search && key === 'ArrowDown')) return;
  const titles = [...root.querySelectorAll<HTMLElement>(TITLES)].filter((title) => title.getClientRects().length > 0);
  const from = titles.findIndex((title) => title.closest('.row')?.contains(at));
  // What the guide no longer has is no row to pick: it has no title to open.
  const id = titles[from]?.closest<HTMLElement>('[data-session]')?.dataset.session;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  // With the focus nowhere, what is typed goes into the search: the letter itself follows the focus.
  if (at === document.body && /^[\p{L}\p{N}]$/u.test(key)) {
    search?.focus();
    return;
  }
  if (key === '/' && search) search.focus();
  else if (key === 's' && id) act.pick(id);
  else if (key === 'w' && id) act.watched(id);
  else if (step === 1 && titles.length > 0) titles[from + 1]?.focus();
  else if (step === -1 && from >= 0) (from > 0 ? titles[from - 1] : search)?.focus();
  else if (key === 'Home' && from >= 0) titles[0]?.focus();
  else if (key === 'End' && from >= 0) titles.at(-1)?.focus();
  else return;
  event.preventDefault();
}

/** Escape empties the search, or closes the session that the focus is in; the popup itself closes by the next press. */
function putAway(event: KeyboardEvent, at: HTMLElement, search: HTMLInputElement | null): void {
  const title = at.closest('.row')?.querySelector<HTMLElement>('h3 [aria-expanded=true]');
  if (at === search && search?.value) {
    search.value = '';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  } else if (title) {
    title.click();
    title.focus();
  } else return;
  event.preventDefault();
}
