/** Where to insert the extension's elements on Sched's pages. */
import { computedStyle } from './dom.ts';
import { BRIEFING_ROOM } from './highlight.ts';
import { CONTENT, EDITABLE, EVENT_TITLE_BLOCK, HOVER_BOX, LIST } from './selectors.ts';
import type { Spot } from './sessions.ts';

/** The element to insert a session's card after, or undefined for no card. */
export function cardAnchor(spot: Spot): Element | undefined {
  // Sched refills this box whenever the pointer is over a session.
  if (spot.mark.kind !== 'guide' || spot.form === 'title' || spot.element.closest(HOVER_BOX)) return undefined;
  return spot.form === 'bar' ? spot.element : spot.link;
}

/** The element to insert the briefing after: the block with the page's title. */
export function briefingAnchor(spot: Spot): Element {
  return spot.element.closest(`body ${EVENT_TITLE_BLOCK}`) ?? spot.element;
}

/** Whether the style sheet keeps room for the briefing after its anchor. */
export function hasBriefingRoom(anchor: Element): boolean {
  return Number.parseFloat(computedStyle(anchor, 'marginBlockEnd')) >= BRIEFING_ROOM;
}

/**
 * The element to insert the strip before: a list, where it stays at the top, or the page's content, where it is in a corner
 * of the window. Null if a script has removed the body.
 */
export function stripPlace(document: Document): { before: Element | null; kind: 'list' | 'corner' } {
  // Only in the body: the root element may match too, and nothing can be inserted before it.
  const list = document.querySelector(`body :is(${LIST}):not(${EDITABLE}, ${EDITABLE} *)`);
  const content = () => document.querySelector(`body ${CONTENT}`) ?? document.querySelector('body > :last-child');
  return { before: list ?? content(), kind: list ? 'list' : 'corner' };
}
