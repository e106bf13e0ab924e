/** Keyboard shortcuts of the agenda. Letters only count outside text fields and without a modifier. */
import type { Actions } from './list/surface.ts';

const TITLES = '.row h3 button';

type Keys = Pick<Actions, 'pick' | 'watched'>;

/** Listens in a surface until the signal aborts. */
export function followKeys(root: HTMLElement, act: Keys, signal: AbortSignal): void {
  // On the document: a key may come before anything in the surface has the focus.
  document.addEventListener('keydown', (event) => handleKey(event, root, act), { signal });
}

/** Handles a key, and prevents its default action. */
function handleKey(event: KeyboardEvent, root: HTMLElement, act: Keys): void {
  const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
  // Caps Lock makes capitals of letters. Repeats of a held one would pick and remove in turn.
  const letter = event.shiftKey || event.repeat ? '' : key.toLowerCase();
  const isInField =
    target instanceof Element && target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
  if (letter === 'z' && (ctrlKey || metaKey) && !altKey && !isInField) {
    const undo = root.querySelector<HTMLElement>('.done-bar .undo');
    undo?.click();
    if (undo) event.preventDefault();
    return;
  }
  if (isComposing || ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
  const at = target;
  const search = root.querySelector<HTMLInputElement>('[role=searchbox]');
  if (key === 'Escape') {
    dismiss(event, at, search);
    return;
  }
  const field = at.matches('textarea, select, input');
  const writes = field && !at.matches('[type=checkbox], [type=radio]');
  // Arrow keys choose in a group of radio buttons.
  if ((writes || (field && key.startsWith('Arrow'))) && !(at === search && key === 'ArrowDown')) return;
  const titles = [...root.querySelectorAll<HTMLElement>(TITLES)].filter((title) => title.getClientRects().length > 0);
  const from = titles.findIndex((title) => title.closest('.row')?.contains(at));
  // A session that was removed from the guide can't be picked: its title is plain text, not a button.
  const id = titles[from]?.closest<HTMLElement>('[data-session]')?.dataset.session;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  // Without a focus, typing goes to the search: the browser sends this key to the focused field.
  if (at === document.body && /^[\p{L}\p{N}]$/u.test(key)) {
    search?.focus();
    return;
  }
  if (key === '/' && search) search.focus();
  else if (letter === 's' && id) act.pick(id);
  else if (letter === 'w' && id) act.watched(id);
  else if (step === 1 && titles.length > 0) titles[from + 1]?.focus();
  else if (step === -1 && from >= 0) (from > 0 ? titles[from - 1] : search)?.focus();
  else if (key === 'Home' && from >= 0) titles[0]?.focus();
  else if (key === 'End' && from >= 0) titles.at(-1)?.focus();
  else return;
  event.preventDefault();
}

/** Clears the search, or closes the session with the focus. The next Escape closes the popup. */
function dismiss(event: KeyboardEvent, at: HTMLElement, search: HTMLInputElement | null): void {
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
