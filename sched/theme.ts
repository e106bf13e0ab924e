/** Whether a page is light or dark behind an element: Sched's dark mode is the organiser's, not the reader's system's. */

/** `dark` when the nearest opaque background behind the element is darker than mid grey; a page without one is light. */
export function themeBehind(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
    // Weights of the three colours in perceived lightness, after ITU-R BT.601.
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  return 'light';
}
