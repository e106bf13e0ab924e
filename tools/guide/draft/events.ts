/** Finds names of events (`ExampleCon`, `Example Day`, `Example Summit North America 2025`) in a text. */

const KIND = String.raw`(?:[\p{Lu}\d][\p{L}\d]*(?:Con|Conf|con|Fest)|Con|Day|Days|Summit|University|Conference|Forum|Colloquium|Symposium|Rejekts|Community Days)`;
const WORD = String.raw`(?:\p{Lu}[\p{L}\d'’./]*|\p{Ll}+\p{Lu}[\p{L}\d]*|\+|&|(?:on|of)(?=\s\p{Lu}))`;
const PLACE = String.raw`(?:\s(?:North America|South America|Latin America|Europe|Africa|Oceania|Australia|EU|NA|Asia|India|Japan|China|APAC|UK|US)\b|\s(?:'|’)?\d\d(?:\d\d)?\b)`;
const EVENT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${WORD}\s){0,6}?${KIND}(?![\p{L}\d])(?:\s(?:\+|&)\s(?:${WORD}\s){0,3}?${KIND}(?![\p{L}\d]))*${PLACE}*`,
  'gu',
);
/** Words at the start of a heading that are not part of an event's name. */
const LEAD =
  /^(?:(?:Featured|Anticipating|Anticipated|Looking|Forward|Upcoming|to|Talks|Sessions|Schedule|Agenda|Highlights|Program(?:me)?|Join|See|Meet|Find|Us|Our|The|This|At|In|During|And|For|From|On|With|Of|Main|Other|Co-located|Events?|Visit|More|Also|Where|What|Attend|Watch|Catch|\+|&|on|of|for)\s)+/u;

/** All names of events in a text, in order and as written. */
export function eventsIn(text: string): string[] {
  const found = [...text.replace(/\s+/gu, ' ').matchAll(EVENT)].map(([name]) => name.replace(LEAD, '').trim());
  return found.filter((name) => !/^(?:Con|Days?|Summit|University|Conference|Forum|Keynotes? Day)$/u.test(name));
}

/** The events in a text that otherwise has only words for a list of sessions; none if it has others. */
export function eventsAlone(text: string): string[] {
  const names = eventsIn(text);
  const rest = names.reduce((left, name) => left.replace(name, ' '), text).replace(LISTED, ' ');
  return /\p{L}/u.test(rest) ? [] : names;
}

const LISTED =
  /\b(?:and|talks?|sessions?|schedule|agenda|program(?:me)?|the|at|our|events?|co-located|day|\d+|20\d\d)\b/giu;

/** Turns a heading into an event's name, without decorations. */
export function headingName(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(/\0+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:|•·,–—-]+|[\s:|•·,–—-]+$/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .trim();
}

/** Turns a name into an id: lower-case words without accents, joined by single hyphens. May be empty. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
