/**
 * Puts the extension's elements back if a page removes them but keeps its sessions, as a list that redraws itself does.
 * Limited, because a page could remove them every time.
 */
const MOST_PER_SECOND = 20;

/** Returns a function that restores at once, or within a second if called too often. Stops when the signal aborts. */
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
