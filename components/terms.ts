/**
 * Escape puts the explanation of a term away without moving pointer or focus; it may come back when either has left
 * (WCAG 2.2, 1.4.13 Content on Hover or Focus). Everything else about it is in the style sheet.
 */

/** Watches the terms below a root until the signal aborts. */
export function dismissTerms(root: ShadowRoot | HTMLElement, signal: AbortSignal): void {
  const putAway = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    const shown = root.querySelectorAll<HTMLElement>('.term:is(:hover, :focus):not([data-away])');
    for (const term of shown) term.dataset.away = '';
    // The same press must not close the card as well.
    if (shown.length > 0) event.stopImmediatePropagation();
  };
  const back = ({ target }: Event) => {
    const term = target instanceof Element ? target.closest<HTMLElement>('.term') : null;
    if (term && !term.matches(':hover')) delete term.dataset.away;
  };
  // On the document, before anybody else: with the pointer on a term the focus may be anywhere.
  document.addEventListener('keydown', putAway, { capture: true, signal });
  root.addEventListener('focusout', back, { signal });
  root.addEventListener('pointerout', back, { signal });
}
