/** Prints the list. Only the tab has styles for paper, and a popup closes with its dialog: other surfaces print there. */
import { formatView, type View } from './list/view.ts';
import { painted } from './painted.ts';

const PARAMETER = 'print';

/** The query of a tab that shows a view and prints it at once. */
export function printQuery(view: View): string {
  const query = new URLSearchParams(formatView(view));
  query.set(PARAMETER, '');
  return `?${query}`;
}

/** Prints what this tab shows. Rows that come later are drawn first: a script that prints leaves no time for them. */
export async function printList(): Promise<void> {
  dispatchEvent(new Event('beforeprint'));
  await painted();
  print();
}

/** Prints where the address of this tab asks for it, once: a reload does not print again. */
export async function printIfAsked(view: View): Promise<void> {
  if (!new URLSearchParams(location.search).has(PARAMETER)) return;
  history.replaceState(null, '', formatView(view) || location.pathname);
  await printList();
}
