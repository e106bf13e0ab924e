/** Milliseconds for which undo is offered; the star and the field that made the change undo it later too. */
const OFFERED_FOR = 12_000;

/**
 * Calls back once undo was offered long enough. It goes on while somebody is about to press it.
 * @param find what has the button
 * @returns what ends the wait
 */
export function afterOffer(find: () => Element | null | undefined, end: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => (find()?.matches(':hover, :focus-within') ? wait() : end()), OFFERED_FOR);
  };
  wait();
  return () => clearTimeout(timer);
}
