/**
 * All selectors of Sched's pages. Verified on captures from 2024 to 2026 of the theme family that the first guide's sites use
 * (there were no captures of those two hosts). Their users have a fallback for each.
 */

/** Any link that may lead to a session; the id in its address decides. Expected: one or more in every list view. */
export const EVENT_LINK = 'a:is([href*="event/"], [href*="sched.co/"])';

/** Selects links that may lead to one of some sessions. */
export function linksTo(ids: readonly string[]): string {
  return `a:is(${ids.map((id) => `[href*="${id}"]`)})`;
}

/**
 * A session in every view (2026-10-10: 5 of 5 in the expanded list; 2026-09-25: all in the simple list). Never a form,
 * whose fields hide its members in Chromium (sched/dom.ts).
 */
export const SESSION = '.event:not(form)';

/**
 * The title on an event page (2026-07: 1 of 1 on four pages). Its link has `href="#"`, so it names no session.
 * Before 2024 there was no `.list-single`, and the title was the first `.event` of the content.
 */
export const EVENT_TITLE = '.list-single__event .event';
export const EVENT_TITLE_OLD = '#sched-content-inner .event:has(> a[href="#"])';

/** The link in EVENT_TITLE or EVENT_TITLE_OLD. */
export const OWN_TITLE = `${SESSION} > a[href="#"]`;

/** The block with the title on an event page; the briefing is inserted after it. Absent before 2024. */
export const EVENT_TITLE_BLOCK = '.list-single__event:not(form)';

/** The address for sharing on an event page, `https://sched.co/<ID>` (2026-07: 1 of 1 on four pages). */
export const SHORT_ADDRESS = '#shorturl';

/** Editable text, by the valid values: an editor would save what the extension inserts. */
export const EDITABLE = `:is(${['', 'true', 'plaintext-only'].map((value) => `[contenteditable="${value}" i]`)})`;

/** “Skip to content”, a link from a page to itself (2026-10-10: 1 of 1). On a session's page it leads to that session. */
export const SKIP_LINK = '.skip-link';

/** Elements that only a Sched page has. A challenge page of the CDN in front of Sched has none. */
export const SCHED_PAGE = '#schedorg, #sched-content-inner, .list-simple, .list-expanded, .list-single';

/** The box that Sched shows beside a session on hover (2026-10-10: 1 of 1, hidden). */
export const HOVER_BOX = '#tip';

/** A session's title in its link (2026-10-10: 5 of 5). Before 2024 the title was directly in the link, beside NOT_TITLE. */
export const SESSION_TITLE = '.session-title';

/** The other texts in a session's link: room, people, seats (2026-09-25: a room in 11 of 11). */
export const NOT_TITLE = '.vs, .sched-event-evpeople, [class*="badge"], [class*="seats"]';

/** The people of a session in its link, “A • B” (2026-09-25: 2 of 11 bars; none in the expanded list). */
export const PEOPLE_IN_LINK = '.sched-event-evpeople';

/** The details below a session in the expanded list and on an event page (2026-10-10: 5 of 5; 2026-07: 1 of 1). */
export const DETAILS = '.sched-event-details-container';

/** A session's description in its details (2026-10-10: 5 of 5, of which 3 were empty shells; absent on 26 of 195 pages). */
export const DESCRIPTION = '.tip-description';

/** The name of each person in a session's details (2026-10-10: 3 of 3), beside a company and a biography. */
export const PERSON_NAME = '.sched-person-session h2';

/** The session on an event page, with its title. Absent before 2024, when it was the whole content. */
export const EVENT_PAGE = '.list-single, #sched-content-inner';

/** The two lists with a strip above (2026-09-25, 2026-10-10: 1 of 1). Other views have other containers. */
export const LIST = '.list-simple, .list-expanded';

/** In a list, the start of a day with its ISO date, and the end of one (2026-09-25, 2026-10-10: 1 of each per day). */
export const DAY_ANCHOR = '.sched-container-anchor[id]';
export const DAY_END = '.sched-container-bottom';
/** Links to a day: the menu of a list that has one day, and lists of a day elsewhere on a page (April 2026). */
export const DAY_LINK = '.sched-dates-menu a[href], a[href*="/list/"]';

/** The content of any page (1 of 1 on every capture). */
export const CONTENT = '#sched-content-inner';

/** When and where a session is, on an event page and in the expanded list (2026-07, 2026-10-10: 1 of each in all nine). */
export const WHEN = '.list-single__date';
/** May be missing (1 of 195 event pages). Both in one at the end of the details, before 2024 only there. */
export const WHERE = '.list-single__location';
export const WHEN_AND_WHERE = '.sched-event-details-timeandplace';
/** Beside the time in there: the room's link and its address (2026-07: on three of four event pages). */
export const BESIDE_TIME = 'a, em';
/** A room's link, in WHERE or WHEN_AND_WHERE (2026-07, 2026-10-10: all nine). */
export const ROOM_LINK = 'a[href*="venue/"]:not(#map-toggle, [href*="//maps."], [href*="/maps"])';
/** Links to a map, beside or in a room (seen in public scrapers). */
export const BESIDE_ROOM =
  '#map-toggle, [class*="map-toggle"], a[href*="//maps."], a[href*="/maps"], a[href*="goo.gl"]';
/** The zone of a printed time, such as EST (2026-07, 2026-10-10: all nine). */
export const ZONE_NAME = '.tz';
/** Before 2024, the day on an event page: its ISO date in the id, date and times without a year in the text. */
export const DAY_HEADER = '.sched-container-header[id]';
export const DAY_TEXT = '.sched-container-dates';
/** The room of a session in its link (2026-09-25: all in the simple list; none in the expanded list). */
export const ROOM_IN_LINK = '.vs';
/** The link of a session, the title of an event page included (1 of 1 in every session). */
export const SESSION_LINK = 'a.name';
/** A person of a session, and the headings “Speakers”, “Moderators” before them (missing on 57 of 195 event pages). */
export const PERSON = '.sched-person-session';
export const ROLE = '.tip-roles > strong';
/** An uploaded file (2026-07: 1 on two of four event pages). */
export const FILE_LINK = '.sched-file a[href]';
/** A recording or a stream in the details (2026-07: 1 on one of four event pages). */
export const VIDEO_FRAME = 'iframe[src]';
/** Where a recording may be linked instead (seen in tools for pages of 2020 and 2021). */
export const VIDEO_LINK = '.sched-button a[href], a.sched-button[href], .tip-custom-fields a[href]';
/** JSON-LD for search engines, on some event pages. */
export const STRUCTURED_DATA = 'script[type="application/ld+json"]';
/** Sched’s star, only if signed in (2018 to 2022), and the class of a saved session. */
export const SAVE_CONTROL = '.ev-save';
export const SAVED_CLASS = 'sub';

/** A print view, a document without any other element from above (2026-03-22: one page). */
export const PRINT_PAGE = '[id^="page-print"]';
/** In there, the heading of a day, with its ISO date, and the people of a session (2026-03-22: all). */
export const PRINT_DAY = '[id^="20"]:not(a)';
export const PRINT_PEOPLE = '.sched-role-list';
