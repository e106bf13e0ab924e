/** How much of each a guide may have: what the surfaces can show without cutting, and what a page can look for in time. */

/** One line of the popup at its default width and a half; longer takeaways wrap to a third line. */
export const TAKEAWAY_MAX = 120;
/** About six lines of a card: a reader decides from it, and reads on at the source. */
export const SUMMARY_MAX = 400;
/** Three lines of a card. */
export const WHY_MAX = 200;
/** One line of a list beside a card's text; a longer one says two things. */
export const POINT_MAX = 110;
/** Fewer key points say nothing that the takeaway doesn't, and more are a summary again. */
export const POINTS_MIN = 3;
export const POINTS_MAX = 6;
/** One sentence: why a related session is named, what an event is, what changed. */
export const SENTENCE_MAX = 200;
/** A definition that fits a tooltip. */
export const MEANING_MAX = 240;
/** Words in a list of mentions: a mark's name lists them, and more would mark half the programme. */
export const MENTIONS_MAX = 12;
/** Words beside which an ambiguous word is meant: looked for only where that word was found. */
export const NEAR_MAX = 24;
/** Hosts that a guide adds to those in links.ts: a reviewer of the guide looks at each. */
export const LINK_HOSTS_MAX = 24;
