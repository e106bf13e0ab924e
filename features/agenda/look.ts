/** The colours and the hours that the reader chose, for one of the extension's own pages. */
import type { Choices } from '../../lib/own/settings.ts';
import { writeHours } from '../../lib/time/format.ts';
import { showColours } from './colours.ts';

/** Shows colours at once; times are written in those hours from now on. */
export function look(choices: Pick<Choices, 'theme' | 'accent' | 'hours'>): void {
  writeHours(choices.hours);
  showColours(choices);
}
