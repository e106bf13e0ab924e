/**
 * Every selector of Sched's pages, and nothing else knows one. Seen in captures of 2024 to 2026 of the theme family that
 * the KubeCon sites use (no capture of those two hosts was to be had). Each has a fallback where it is used.
 */

/** Any link that may lead to a session; the id in its address decides. Expected: one or more in every list view. */
export const EVENT_LINK = 'a[href*="event/"]';

/** A session in every view (2026-10-10: 5 of 5 in the expanded list; 2026-09-25: all in the simple list). */
export const SESSION = '.event';

/**
 * The title on an event page (2026-07: 1 of 1 on four pages). Its link has `href="#"`, so it names no session.
 * Before 2024 there was no `.list-single`; the first `.event` of the content stands for it then.
 */
export const EVENT_TITLE = '.list-single__event .event';
export const EVENT_TITLE_OLD = '#sched-content-inner .event:has(> a[href="#"])';

/** The block that holds the title on an event page; the briefing stands after it. Absent before 2024. */
export const EVENT_TITLE_BLOCK = '.list-single__event';

/** The address for sharing on an event page, `https://sched.co/<ID>` (2026-07: 1 of 1 on four pages). */
export const SHORT_ADDRESS = '#shorturl';

/** “Skip to content”, a link from a page to itself (2026-10-10: 1 of 1). On a session's page it leads to that session. */
export const SKIP_LINK = '.skip-link';

/** What only a Sched page has. A challenge page of the network in front of Sched has none of them. */
export const SCHED_PAGE = '#schedorg, #sched-content-inner, .list-simple, .list-expanded, .list-single';

/** The box that Sched fills and shows beside a session under the pointer (2026-10-10: 1 of 1, hidden). */
export const HOVER_BOX = '#tip';
