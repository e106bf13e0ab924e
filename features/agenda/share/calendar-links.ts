/**
 * Links that open a web calendar with a session filled in. Separate from calendar.ts, which loads ical-generator. Instants
 * are milliseconds since the epoch.
 */
import { oneLine } from './one-line.ts';

/** A session for a calendar. */
export interface CalendarSession {
  id: string;
  title: string;
  start: number;
  end: number;
  /** Its page on Sched. */
  url: string;
  /** Their names. */
  speakers: readonly string[];
  /** Or the whole summary, if chosen. */
  takeaway: string;
  /** The key points. */
  points?: readonly string[];
  /** The name of its event. */
  event: string;
  room?: string | undefined;
  /** Further lines, such as where to watch it. */
  more?: readonly string[] | undefined;
}

/** Outlook and many proxies accept about 2,048 characters. */
const URL_MAX = 2_000;

/** The texts of a calendar entry, each on one line. */
interface Texts {
  title: string;
  place: string;
  takeaway: string;
  speakers: string;
}

/**
 * The texts of a calendar entry.
 * @param place the venue; room and event are put before it
 */
export function calendarTexts(session: CalendarSession, place: string): Texts {
  const { title, takeaway, speakers, event, room = '' } = session;
  const listed = (texts: readonly string[]) => texts.map(oneLine).filter(Boolean).join(', ');
  return {
    title: oneLine(title),
    place: listed([room, event, place]),
    takeaway: oneLine(takeaway),
    speakers: listed(speakers),
  };
}

/**
 * A link to a new entry in Google Calendar. The longest texts are cut to keep it below 2,000 characters.
 * Google documents no parameters; these are
 * https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/google.md
 */
export function googleUrl(session: CalendarSession, place: string): string {
  const dates = [session.start, lastMinute(session)]
    .map((instant) => formatIso(instant).replace(/[-:]/gu, ''))
    .join('/');
  return shortened(calendarTexts(session, place), ({ title, place, takeaway, speakers }) =>
    address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates,
      details: [takeaway, speakers, session.url].filter(Boolean).join('\n'),
      location: place,
    }),
  );
}

/**
 * A link to a new entry in Outlook on the web. The longest texts are cut to keep it below 2,000 characters. Microsoft
 * documents no parameters; these are, tried on outlook.live.com on 2026-08-19,
 * https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/blob/main/services/outlook-web.md
 */
export function outlookUrl(session: CalendarSession, place: string): string {
  return shortened(calendarTexts(session, place), ({ title, place, takeaway, speakers }) =>
    address('https://outlook.live.com/calendar/0/deeplink/compose', {
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: formatIso(session.start),
      enddt: formatIso(lastMinute(session)),
      subject: title,
      // Outlook reads the body as HTML.
      body: [takeaway, speakers, session.url].filter(Boolean).map(escaped).join('<br>'),
      location: place,
    }),
  );
}

function lastMinute({ start, end }: CalendarSession): number {
  return Math.max(start, end);
}

/** As in ISO 8601, in UTC: `2001-02-03T14:00:00Z`. */
function formatIso(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+/u, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function address(base: string, named: Record<string, string>): string {
  // Outlook shows a + as it is: see issue 20 of the documentation above.
  return `${base}?${new URLSearchParams(named).toString().replaceAll('+', '%20')}`;
}

/** Builds the address, and halves the longest text until it is short enough. */
function shortened(texts: Texts, make: (texts: Texts) => string): string {
  const made = make(texts);
  const lengths = Object.entries(texts).map(([name, text]) => [name, encodeURIComponent(text).length] as const);
  const [name] = lengths.reduce((longest, one) => (one[1] > longest[1] ? one : longest));
  const letters = [...texts[name as keyof Texts]];
  if (made.length < URL_MAX || letters.length < 2) return made;
  const half = letters.slice(0, letters.length / 2).join('');
  return shortened({ ...texts, [name]: `${half.trimEnd()}…` }, make);
}
