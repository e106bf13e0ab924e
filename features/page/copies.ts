/** Removes copies that a page makes of what the extension put there. */
import { matches, queryWithin } from '../../sched/dom.ts';
import type { Spot } from '../../sched/sessions.ts';
import { MARKED, removeMarks } from './marks.ts';
import { HOSTS } from './mount.ts';

/**
 * Removes copied marks and elements from parts of a page: it may make a session from a copy of another, or redraw itself from
 * its own markup. A copied element has no shadow root.
 * @param spots the sessions that keep their marks
 */
export function removeCopies(roots: readonly (Element | Document)[], spots: ReadonlySet<Spot>): void {
  const marked = new Set<Element>([...spots].flatMap(({ element, link }) => [element, link]));
  for (const root of roots) {
    // Copies come with added elements. The whole document is searched only at the start and once it is parsed.
    if (root === document) continue;
    for (const element of queryWithin(root, `${HOSTS}, ${MARKED}`)) {
      if (matches(element, HOSTS) && !element.shadowRoot) element.remove();
      else if (!marked.has(element)) removeMarks(element);
    }
  }
}
