/** Which buttons the reader could see before pressing them, in a frame of another site. */

/** Intersection Observer version 2. Firefox does not have it (153): there, an element in the viewport counts as visible. */
type Options = IntersectionObserverInit & { trackVisibility: true; delay: number };
type Entry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Watches each button from when the pointer or the focus reaches it, until the signal aborts.
 * @returns a function that tells whether a button is visible, not covered and not transparent
 */
export function followVisibility(signal: AbortSignal): (button: Element) => boolean {
  const visible = new WeakSet<Element>();
  const options: Options = { trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries: Entry[]) => {
    for (const { target, isIntersecting, isVisible } of entries) {
      if (isVisible ?? isIntersecting) visible.add(target);
      else visible.delete(target);
    }
  }, options);
  const watch = (event: Event) => {
    const button = event.composedPath().find((target) => target instanceof Element && target.matches('[data-action]'));
    if (button) observer.observe(button as Element);
  };
  for (const type of ['pointerover', 'focusin']) addEventListener(type, watch, { capture: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return (button) => visible.has(button);
}
