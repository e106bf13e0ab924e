/**
 * Puts our elements back when a page removes them while its sessions stay (an editor or a list that draws itself anew).
 * At most so many times a second, so that a page that always removes them is not drawn into an endless fight.
 */
const MOST_PER_SECOND = 20;

/** Returns a function that restores at once, or a second later when it was called too often. Stops with the signal. */
export function restorer(putBack: () => void, signal: AbortSignal): () => void {
  let left = MOST_PER_SECOND;
  let refill: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  signal.addEventListener('abort', () => clearTimeout(refill));

  return function restore() {
    refill ??= setTimeout(() => {
      refill = undefined;
      left = MOST_PER_SECOND;
      if (waiting) restore();
    }, 1000);
    waiting = left === 0;
    if (waiting) return;
    left -= 1;
    putBack();
  };
}
