/** Remembers and restores the scroll position. */

/** Events that stop the restoring: the reader is already scrolling, typing or pressing something. */
const TAKEN_OVER = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/**
 * Passes on the scroll position, and restores the last one while the rows of a long list are added, until the reader
 * scrolls or the signal aborts.
 * @param from the last position in CSS pixels
 */
export function followScroll(root: Element, from: number, keep: (top: number) => void, signal: AbortSignal): void {
  const save = () => keep(Math.round(scrollY));
  document.addEventListener('scrollend', save, { signal });
  addEventListener('pagehide', save, { signal });
  if (from <= scrollY) return;
  const grown = new ResizeObserver(() => {
    scrollTo(0, from);
    if (scrollY >= from) grown.disconnect();
  });
  grown.observe(root);
  const stop = () => grown.disconnect();
  for (const type of TAKEN_OVER) addEventListener(type, stop, { signal, once: true });
  signal.addEventListener('abort', stop);
}
