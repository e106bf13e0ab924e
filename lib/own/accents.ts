/** Colours of the marks that the reader can choose from, on Sched's pages and on the extension's. */

export const ACCENTS = ['amber', 'sky', 'green', 'pink'] as const;
export type Accent = (typeof ACCENTS)[number];

/** The storage key of the choice. */
export const ACCENT_KEY = 'pref:accent';

/**
 * By name: the mark, the background of dark text; text in the colour on light and on dark paper; a light and a dark tint.
 * The marks are near the sky blue, bluish green and reddish purple of Okabe and Ito's palette
 * (https://jfly.uni-koeln.de/color/), which people of any colour vision tell apart.
 */
const COLOURS: Record<Accent, readonly [string, string, string, string, string]> = {
  amber: ['#ffc53d', '#8a5300', '#ffc53d', '#fff1cf', '#3b3012'],
  sky: ['#56b4e9', '#0b5c8c', '#7cc6f0', '#e3f2fc', '#14324a'],
  green: ['#2fbf94', '#00664b', '#5fd6b1', '#ddf5ec', '#123a30'],
  pink: ['#e08dbb', '#8f2d66', '#eba9cd', '#fbe8f2', '#42203a'],
};

/** The accent that a storage area holds; a value of any other kind counts as never chosen. */
export function readAccent(stored: Readonly<Record<string, unknown>>): Accent {
  return ACCENTS.find((accent) => accent === stored[ACCENT_KEY]) ?? 'amber';
}

/** The custom properties of an accent, for the `:root` of a constructed sheet: shadow roots below it inherit them. */
export function accentProperties(accent: Accent): string {
  // The copy for the first paint may be a newer version's.
  const [mark, light, dark, softLight, softDark] = COLOURS[accent] ?? COLOURS.amber;
  return `--csg-mark: ${mark}; --csg-accent: light-dark(${light}, ${dark}); --csg-soft: light-dark(${softLight}, ${softDark});`;
}
