/** Applies the theme and the accent to one of the extension's own pages. */
import { accentProperties } from '../../lib/own/accents.ts';
import type { Choices } from '../../lib/own/settings.ts';

let colours: CSSStyleSheet | undefined;

/** Applies both. The accent needs a constructed sheet, because the pages' CSP forbids inline styles. */
export function showColours({ theme, accent }: Pick<Choices, 'theme' | 'accent'>): void {
  document.documentElement.dataset.theme = theme;
  colours ??= new CSSStyleSheet();
  colours.replaceSync(`:root { ${accentProperties(accent)} }`);
  if (!document.adoptedStyleSheets.includes(colours)) document.adoptedStyleSheets.push(colours);
}
