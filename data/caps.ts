/** Limits of a guide: what fits the interface, and what pages can search for quickly. */

/** Two lines of the popup at its default width. */
export const TAKEAWAY_MAX = 120;
/** About six lines of a card. */
export const SUMMARY_MAX = 400;
/** Three lines of a card. */
export const WHY_MAX = 200;
/** One line in a card; a longer one says two things. */
export const POINT_MAX = 110;
/** Fewer key points add nothing to the takeaway, and more are a second summary. */
export const POINTS_MIN = 3;
export const POINTS_MAX = 6;
/** One sentence: why a session is related, what an event is, what changed. */
export const SENTENCE_MAX = 200;
/** A definition that fits a tooltip. */
export const MEANING_MAX = 240;
/** Words in a list of mentions. More would mark half the programme. */
export const MENTIONS_MAX = 12;
/** Words near which an ambiguous word counts. Only looked for if that word was found. */
export const NEAR_MAX = 24;
/** Hosts that a guide adds to those in links.ts. A reviewer must check each. */
export const LINK_HOSTS_MAX = 24;
