/** The theme and accent that the reader chose, for one of the extension's own pages. */
import { accentProperties } from '../../lib/own/accents.ts';
import type { Choices } from '../../lib/own/settings.ts';

const colours = new CSSStyleSheet();

/** Shows them. Of the accent there is a sheet, because the policy of these pages forbids styles in the document. */
export function look({ theme, accent }: Pick<Choices, 'theme' | 'accent'>): void {
  document.documentElement.dataset.theme = theme;
  colours.replaceSync(`:root { ${accentProperties(accent)} }`);
  if (!document.adoptedStyleSheets.includes(colours)) document.adoptedStyleSheets.push(colours);
}
