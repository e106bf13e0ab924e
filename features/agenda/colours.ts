/** The theme and the accent that the reader chose, for one of the extension's own pages. */
import { accentProperties } from '../../lib/own/accents.ts';
import type { Choices } from '../../lib/own/settings.ts';

let colours: CSSStyleSheet | undefined;

/** Shows them. Of the accent there is a sheet, because the policy of these pages forbids styles in the document. */
export function showColours({ theme, accent }: Pick<Choices, 'theme' | 'accent'>): void {
  document.documentElement.dataset.theme = theme;
  colours ??= new CSSStyleSheet();
  colours.replaceSync(`:root { ${accentProperties(accent)} }`);
  if (!document.adoptedStyleSheets.includes(colours)) document.adoptedStyleSheets.push(colours);
}
