/**
 * Keeps the focus in a document that is drawn anew: where drawing takes away the element that had it, another one gets it.
 * Until the signal aborts.
 * @param next the element that gets the focus
 */
export function keepFocus(root: HTMLElement, next: () => HTMLElement | null | undefined, signal: AbortSignal): void {
  let last: Element | undefined;
  const focused = ({ target }: Event) => {
    if (target instanceof Element && root.contains(target)) last = target;
  };
  const drawn = () => {
    if (document.activeElement !== document.body || !last || last.isConnected) return;
    last = undefined;
    next()?.focus();
  };
  // A press elsewhere gives the focus up; a press on a control brings it back at once.
  const pressed = () => {
    last = undefined;
  };
  document.addEventListener('focusin', focused, { signal });
  document.addEventListener('pointerdown', pressed, { signal });
  const observer = new MutationObserver(drawn);
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
