/** Where a session's page was seen to differ from the guide. */
import type { Session } from '../data/compile.ts';
import { dayKey, dayName, timeOfDay, timeRange, zoneName } from './format.ts';
import { type SeenFacts, TITLE_MAX } from './seen.ts';
import { companyTexts, sameTitle, sameWords, setOf, splitTitle } from './titles.ts';

export interface Change {
  what: 'time' | 'room' | 'speakers' | 'title' | 'missing';
  /** Such as “Time: now 3:30 – 4:00 PM EST, the guide has 3:00 – 3:30 PM EST”. */
  text: string;
}

/**
 * Where the page differs from the guide, what matters most first. A page that is silent on something does not differ.
 * @param zone IANA zone of the clocks on which times are told
 */
export function differencesOf(
  session: Pick<Session, 'title' | 'start' | 'end' | 'speakers'>,
  seen: Omit<SeenFacts, 'at'>,
  zone: string,
): Change[] {
  const { title, start, end, room, roomBefore, speakers = [], missing } = seen;
  const changes: Change[] = [];
  if (missing) changes.push({ what: 'missing', text: 'Missing: no longer on the published schedule' });
  if (start !== undefined && end !== undefined && !sameTime(session, start, end)) {
    const day = dayKey(start, zone) !== dayKey(session.start, zone);
    const told = (from: number, to: number) => `${day ? `${dayName(from, zone)}, ` : ''}${timeIn(from, to, zone)}`;
    const was = told(session.start, session.end);
    changes.push({ what: 'time', text: `Time: now ${told(start, end)}, the guide has ${was}` });
  }
  if (room !== undefined && roomBefore !== undefined && !sameWords(room, roomBefore)) {
    changes.push({ what: 'room', text: `Room: now ${room}, before ${roomBefore}` });
  }
  const names = session.speakers.map(({ name }) => name);
  if (speakers.length > 0 && setOf(speakers) !== setOf(names)) {
    const text = `Speakers: now ${speakers.join(' & ')}, the guide has ${names.join(' & ')}`;
    changes.push({ what: 'speakers', text });
  }
  if (title !== undefined && !sameTitle(title, session.title)) {
    const { head, tail } = splitTitle(title, session.title, names, speakers);
    // A title that was cut may end within a company.
    const companies = title.length < TITLE_MAX ? companyTexts(session.speakers, speakers, tail) : [];
    changes.push(...companies.map((text) => ({ what: 'speakers' as const, text })));
    if (!sameTitle(head, session.title)) {
      changes.push({ what: 'title', text: `Title: now “${head}”, the guide has “${session.title}”` });
    }
  }
  return changes;
}

/** A page that tells a single time says nothing of the end. */
function sameTime(session: Pick<Session, 'start' | 'end'>, start: number, end: number): boolean {
  return start === session.start && (end === session.end || end === start);
}

function timeIn(start: number, end: number, zone: string): string {
  const clock = start === end ? timeOfDay(start, zone) : timeRange(start, end, zone);
  return `${clock} ${zoneName(start, zone)}`;
}
