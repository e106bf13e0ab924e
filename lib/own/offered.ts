/** Milliseconds for which undo is offered. Later, the star or the field can still revert the change. */
const OFFERED_FOR = 12_000;

/**
 * Calls back when undo was offered long enough. Waits longer while the pointer or the focus is on it.
 * @param find finds the element with the button
 * @returns a function that cancels the wait
 */
export function afterOffer(find: () => Element | null | undefined, end: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => (find()?.matches(':hover, :focus-within') ? wait() : end()), OFFERED_FOR);
  };
  wait();
  return () => clearTimeout(timer);
}
