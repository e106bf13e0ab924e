/** Whether a page is light or dark. Sched's dark mode is set by the organiser, not by the reader's system. */
import { computedStyle, member } from './dom.ts';

/** `dark` if the nearest background behind the element is darker than mid grey; without a background, `light`. */
export function themeBehind(element: Element | null): 'light' | 'dark' {
  for (let at = element; at; at = member(at, 'parentElement')) {
    const dark = isDark(computedStyle(at, 'backgroundColor'));
    if (dark !== undefined) return dark ? 'dark' : 'light';
  }
  return 'light';
}

/**
 * Whether a computed colour is darker than mid grey; undefined if it is mostly transparent or ''.
 * @param colour `rgb(255, 0, 0)`, `rgba(255, 0, 0, 0.5)` or `color(srgb 1 0 0 / 0.5)`
 */
export function isDark(colour: string): boolean | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  if (!colour || alpha <= 0.5) return undefined;
  const white = colour.startsWith('color(') ? 1 : 255;
  // Weights of red, green and blue in luma, from ITU-R BT.601.
  return 0.299 * red + 0.587 * green + 0.114 * blue < white / 2;
}
