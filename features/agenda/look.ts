/** Applies theme, accent and clock to one of the extension's own pages. */
import type { Choices } from '../../lib/own/settings.ts';
import { writeHours } from '../../lib/time/format.ts';
import { showColours } from './colours.ts';

/** Applies them. Times that are already on the page change with the next render. */
export function look(choices: Pick<Choices, 'theme' | 'accent' | 'hours'>): void {
  writeHours(choices.hours);
  showColours(choices);
}
