/** Reads and interprets a page in one step. */

import { interpret } from '../../lib/seen/page-facts.ts';
import type { ZoneHint } from '../../lib/seen/page-time.ts';
import type { PageFacts } from '../../lib/seen/seen.ts';
import { readEventPage, readListed } from '../../sched/read.ts';
import { EVENT_TITLE, EVENT_TITLE_OLD, SESSION } from '../../sched/selectors.ts';

/** Facts of the session whose page this is; none where no title is found. */
export function eventPageFacts(document: Document, zones: ZoneHint): PageFacts {
  const title = [EVENT_TITLE, EVENT_TITLE_OLD, SESSION].map((one) => document.querySelector(one)).find(Boolean);
  return title ? interpret(readEventPage(title), zones) : {};
}

/** Facts that a list shows of one session. */
export function listFacts(session: Element, zones: ZoneHint): PageFacts {
  return interpret(readListed(session), zones);
}
