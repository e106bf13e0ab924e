/** Where our elements stand on Sched's pages. */
import { computedStyle } from './dom.ts';
import { BRIEFING_ROOM } from './highlight.ts';
import { CONTENT, EDITABLE, EVENT_TITLE_BLOCK, HOVER_BOX, LIST } from './selectors.ts';
import type { Spot } from './sessions.ts';

/** The element that a session's card stands right after, or undefined where it must have none. */
export function cardAnchor(spot: Spot): Element | undefined {
  // Sched fills this box anew whenever the pointer rests on a session.
  if (spot.mark.kind !== 'guide' || spot.form === 'title' || spot.element.closest(HOVER_BOX)) return undefined;
  return spot.form === 'bar' ? spot.element : spot.link;
}

/** The element that the briefing stands right after: the block with the page's title. */
export function briefingAnchor(spot: Spot): Element {
  return spot.element.closest(`body ${EVENT_TITLE_BLOCK}`) ?? spot.element;
}

/** Whether the style sheet keeps room for the briefing after its anchor. */
export function hasBriefingRoom(anchor: Element): boolean {
  return Number.parseFloat(computedStyle(anchor, 'marginBlockEnd')) >= BRIEFING_ROOM;
}

/**
 * What the strip stands before: a list, at whose top it stays in view, or the page's content, in a corner of the window.
 * Nothing in a document whose script has taken the body out.
 */
export function stripPlace(document: Document): { before: Element | null; kind: 'list' | 'corner' } {
  // In the body, because beside the root there is no room: a page may call that by any name.
  const list = document.querySelector(`body :is(${LIST}):not(${EDITABLE}, ${EDITABLE} *)`);
  const content = () => document.querySelector(`body ${CONTENT}`) ?? document.querySelector('body > :last-child');
  return { before: list ?? content(), kind: list ? 'list' : 'corner' };
}
