/** Moves the focus from one session of a page to the next. */
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { pageText } from './texts.ts';

export type Step = 1 | -1;

/** Returns a function that goes to the next (1) or previous (-1) session, and announces it in the status of a shadow root. */
export function createWalk(spots: ReadonlySet<Spot>, root: ShadowRoot): (step: Step) => void {
  let current: HTMLAnchorElement | undefined;
  return (step) => {
    const visible = visibleInOrder(spots);
    const from = visible.indexOf(current as HTMLAnchorElement);
    // Without a current session, the next is the first and the previous the last.
    current = visible.at(from < 0 ? Math.min(step, 0) : (from + step) % visible.length);
    if (!current) return;
    current.scrollIntoView({ block: 'center' });
    current.focus({ preventScroll: true });
    const at = { at: visible.indexOf(current) + 1, of: visible.length };
    const { title } = sessionText(current);
    root.querySelector('.position')?.replaceChildren(pageText('page.positionShort', at));
    root.querySelector('[role=status]')?.replaceChildren(pageText('page.position', { ...at, title }));
  };
}

/** The visible links of the spots, in document order. */
function visibleInOrder(spots: ReadonlySet<Spot>): HTMLAnchorElement[] {
  const links = new Set([...spots].map(({ link }) => link));
  return [...document.querySelectorAll('a')].filter((link) => links.has(link) && link.getClientRects().length > 0);
}
