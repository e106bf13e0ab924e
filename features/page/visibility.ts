/** Which of our buttons a reader could see before a press, in a frame of another site. */

/** Version 2 of the API, which Firefox does not have (153): there an element counts that is in view. */
type Options = IntersectionObserverInit & { trackVisibility: true; delay: number };
type Entry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Watches each of our buttons as soon as the pointer or the focus comes to it, until the signal aborts.
 * @returns whether a button is visible, with nothing over it and no transparent frame around it
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
