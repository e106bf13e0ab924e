/** Keeps the focus in the options: a button of the line that says what was done gives it back to where it was before. */
export function followFocus(root: HTMLElement, signal: AbortSignal): void {
  let last: Element | undefined;
  let before: HTMLElement | undefined;
  const focused = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    if (!target.closest('.said')) before = target;
  };
  const redrawn = new MutationObserver(() => {
    if (document.activeElement !== document.body || !last || last.isConnected) return;
    last = undefined;
    before?.focus();
  });
  root.addEventListener('focusin', focused, { signal });
  redrawn.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => redrawn.disconnect());
}
