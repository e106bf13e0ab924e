/** Where our elements stand on Sched's pages. */
import { EVENT_TITLE_BLOCK, HOVER_BOX } from './selectors.ts';
import type { Spot } from './sessions.ts';

/** The element that a session's card stands right after, or undefined where it must have none. */
export function cardAnchor(spot: Spot): Element | undefined {
  // Sched fills this box anew whenever the pointer rests on a session.
  if (spot.form === 'title' || spot.element.closest(HOVER_BOX)) return undefined;
  return spot.form === 'bar' ? spot.element : spot.link;
}

/** The element that the briefing stands right after: the block with the page's title. */
export function briefingAnchor(spot: Spot): Element {
  return spot.element.closest(EVENT_TITLE_BLOCK) ?? spot.element;
}
