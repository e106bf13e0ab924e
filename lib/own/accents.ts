/** The colours of the marks that the reader can choose from. */

export const ACCENTS = ['amber', 'sky', 'green', 'pink'] as const;
export type Accent = (typeof ACCENTS)[number];

/** The storage key of the choice. */
export const ACCENT_KEY = 'pref:accent';

/**
 * For each accent: the mark (behind dark text), text on light and on dark paper, a light and a dark tint. The marks are near
 * the sky blue, bluish green and reddish purple of Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), which people
 * of any colour vision tell apart.
 */
const COLOURS: Record<Accent, readonly [string, string, string, string, string]> = {
  amber: ['#ffc53d', '#8a5300', '#ffc53d', '#fff1cf', '#3b3012'],
  sky: ['#56b4e9', '#0b5c8c', '#7cc6f0', '#e3f2fc', '#14324a'],
  green: ['#2fbf94', '#00664b', '#5fd6b1', '#ddf5ec', '#123a30'],
  pink: ['#e08dbb', '#8f2d66', '#eba9cd', '#fbe8f2', '#42203a'],
};

/** The stored accent. An invalid value counts as never chosen. */
export function readAccent(stored: Readonly<Record<string, unknown>>): Accent {
  return ACCENTS.find((accent) => accent === stored[ACCENT_KEY]) ?? 'amber';
}

/** The custom properties of an accent, as CSS declarations for `:root`. Shadow roots inherit them. */
export function accentProperties(accent: Accent): string {
  // The copy for the first paint may come from a newer version, with an accent that this one does not have.
  const [mark, light, dark, softLight, softDark] = COLOURS[accent] ?? COLOURS.amber;
  return `--csg-mark: ${mark}; --csg-accent: light-dark(${light}, ${dark}); --csg-soft: light-dark(${softLight}, ${softDark});`;
}
