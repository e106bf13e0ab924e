/** Whether a page is light or dark behind an element: Sched's dark mode is the organiser's, not the reader's system's. */
import { computedStyle, member } from './dom.ts';

/** `dark` when the nearest background behind the element is darker than mid grey; a page without one is light. */
export function themeBehind(element: Element | null): 'light' | 'dark' {
  for (let at = element; at; at = member(at, 'parentElement')) {
    const dark = isDark(computedStyle(at, 'backgroundColor'));
    if (dark !== undefined) return dark ? 'dark' : 'light';
  }
  return 'light';
}

/**
 * Whether a colour as browsers compute it is darker than mid grey, or undefined when one sees through it or it is ''.
 * @param colour `rgb(255, 0, 0)`, `rgba(255, 0, 0, 0.5)`, or `color(srgb 1 0 0 / 0.5)` where the page mixed it
 */
export function isDark(colour: string): boolean | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  if (!colour || alpha <= 0.5) return undefined;
  const white = colour.startsWith('color(') ? 1 : 255;
  // Weights of the three colours in perceived lightness, after ITU-R BT.601.
  return 0.299 * red + 0.587 * green + 0.114 * blue < white / 2;
}
