/** How far a surface is scrolled, which it remembers for a while. */

/** What a reader does who wants to be elsewhere. */
const TAKEN_OVER = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/**
 * Tells how far the document is scrolled, and goes on to where it was while the rows of a long list arrive, until the
 * reader scrolls or the signal aborts.
 * @param from CSS pixels at which the reader was last
 */
export function followScroll(root: Element, from: number, keep: (top: number) => void, signal: AbortSignal): void {
  const tell = () => keep(Math.round(scrollY));
  document.addEventListener('scrollend', tell, { signal });
  addEventListener('pagehide', tell, { signal });
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
