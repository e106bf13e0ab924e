/**
 * Moves the focus when rendering removes the focused element, until the signal aborts.
 * @param next finds the element to focus
 */
export function keepFocus(root: HTMLElement, next: () => HTMLElement | null | undefined, signal: AbortSignal): void {
  let last: Element | undefined;
  const focused = ({ target }: Event) => {
    if (target instanceof Element && root.contains(target)) last = target;
  };
  const rendered = () => {
    if (document.activeElement !== document.body || !last || last.isConnected) return;
    last = undefined;
    next()?.focus();
  };
  // A press on no control drops the focus. A press on a control focuses it right after.
  const pressed = () => {
    last = undefined;
  };
  document.addEventListener('focusin', focused, { signal });
  document.addEventListener('pointerdown', pressed, { signal });
  const observer = new MutationObserver(rendered);
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
