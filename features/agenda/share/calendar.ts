/** Formats sessions as a calendar file (RFC 5545). Instants are milliseconds since the epoch. */
import ical, { escape as escapedText, ICalAlarmType, type ICalEventData } from 'ical-generator';
import { type CalendarSession, calendarTexts } from './calendar-links.ts';
import { oneLine } from './one-line.ts';

interface Options {
  guide: { name: string; place: string };
  /** When the file is made. */
  now: number;
  /** Minutes before the start for a reminder; 0 for none. */
  alarm: number;
}

/**
 * A calendar file with the sessions, at least one. Times are in UTC, which needs no VTIMEZONE. There is no METHOD, because
 * PUBLISH requires an ORGANIZER (RFC 5546, 3.2.1). A session's UID never changes, so that a second import adds no copies.
 * @throws {TypeError} if a session's url is invalid
 */
export function formatCalendar(sessions: readonly CalendarSession[], { guide, now, alarm }: Options): string {
  const calendar = ical({
    prodId: '//Session Guide//Agenda//EN',
    // The library escapes the texts of events, but not the calendar's name.
    name: escapedText(oneLine(guide.name), false),
    events: sessions.map((session) => toCalendarEvent(session, guide.place, now, alarm)),
  });
  // Every line ends with CRLF (3.1), the last one too.
  return `${calendar}\r\n`;
}

function toCalendarEvent(session: CalendarSession, place: string, now: number, alarm: number): ICalEventData {
  const { id, start, end, url } = session;
  const texts = calendarTexts(session, place);
  const points = (session.points ?? [])
    .map(oneLine)
    .filter(Boolean)
    .map((point) => `• ${point}`);
  return {
    id: `${id}@${new URL(url).host}`,
    stamp: new Date(now),
    start: new Date(start),
    // DTEND must be after DTSTART (3.8.2.2). Without it, an event ends when it starts (3.6.1).
    end: end > start ? new Date(end) : null,
    summary: texts.title,
    location: texts.place,
    description: [texts.takeaway, ...points, texts.speakers, ...(session.more ?? []).map(oneLine), url]
      .filter(Boolean)
      .join('\n'),
    url,
    alarms: alarm > 0 ? [{ type: ICalAlarmType.display, triggerBefore: alarm * 60, description: texts.title }] : [],
  };
}
