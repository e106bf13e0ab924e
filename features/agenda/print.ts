/** Prints the list in the tab: only the tab has print styles, and the print dialog would close the popup. */
import { formatView, type View } from './list/view.ts';
import { painted } from './painted.ts';

const PARAMETER = 'print';

/** The query for a tab that prints a view at once. */
export function printQuery(view: View): string {
  const query = new URLSearchParams(formatView(view));
  query.set(PARAMETER, '');
  return `?${query}`;
}

/** Prints this tab, after all rows are rendered: print() itself would not wait for them. */
export async function printList(): Promise<void> {
  dispatchEvent(new Event('beforeprint'));
  await painted();
  print();
}

/** Prints if this tab's address asks for it, and removes that, so that a reload does not print again. */
export async function printIfAsked(view: View): Promise<void> {
  if (!new URLSearchParams(location.search).has(PARAMETER)) return;
  history.replaceState(null, '', formatView(view) || location.pathname);
  await printList();
}
