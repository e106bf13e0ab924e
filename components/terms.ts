/**
 * Hides the explanation of a term on Escape, without moving pointer or focus, until either has left the term (WCAG 2.2,
 * 1.4.13 Content on Hover or Focus). The style sheet does the rest.
 */

/** Watches the terms below a root until the signal aborts. */
export function dismissTerms(root: ShadowRoot | HTMLElement, signal: AbortSignal): void {
  const hide = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    const shown = root.querySelectorAll<HTMLElement>('.term:is(:hover, :focus):not([data-away])');
    for (const term of shown) term.dataset.away = '';
    // The same press must not close the card as well.
    if (shown.length > 0) event.stopImmediatePropagation();
  };
  const reset = ({ target }: Event) => {
    const term = target instanceof Element ? target.closest<HTMLElement>('.term') : null;
    if (term && !term.matches(':hover')) delete term.dataset.away;
  };
  // On the document and before other listeners: while the pointer is on a term, the focus may be anywhere.
  document.addEventListener('keydown', hide, { capture: true, signal });
  root.addEventListener('focusout', reset, { signal });
  root.addEventListener('pointerout', reset, { signal });
}
