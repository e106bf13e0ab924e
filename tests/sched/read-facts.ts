/** Reads and interprets a page in one step. */

import { interpret } from '../../lib/seen/page-facts.ts';
import type { ZoneHint } from '../../lib/seen/page-time.ts';
import type { PageFacts } from '../../lib/seen/seen.ts';
import { readEventPage, readListed } from '../../sched/read.ts';
import { EVENT_TITLE, EVENT_TITLE_OLD, SESSION } from '../../sched/selectors.ts';

/** The facts on a session's own page; none if no title is found. */
export function eventPageFacts(document: Document, zones: ZoneHint): PageFacts {
  const title = [EVENT_TITLE, EVENT_TITLE_OLD, SESSION].map((one) => document.querySelector(one)).find(Boolean);
  return title ? interpret(readEventPage(title), zones) : {};
}

/** The facts that a list shows for one session. */
export function listFacts(session: Element, zones: ZoneHint): PageFacts {
  return interpret(readListed(session), zones);
}
