/** Keeps the focus in the options: when a button of the undo bar disappears, the last control gets the focus back. */
import { keepFocus } from '../../components/keep-focus.ts';

/** Follows the focus until the signal aborts. */
export function followFocus(root: HTMLElement, signal: AbortSignal): void {
  let before: HTMLElement | undefined;
  const focused = ({ target }: Event) => {
    if (target instanceof HTMLElement && !target.closest('.done-bar')) before = target;
  };
  root.addEventListener('focusin', focused, { signal });
  keepFocus(root, () => before, signal);
}
