/** Compares what was read from a session's page with the guide. */
import type { Session } from '../../data/compile.ts';
import { t } from '../text.ts';
import { dayTimeIn, formatNames, isSameDay, shortDay, timeIn } from '../time/format.ts';
import { type SeenFacts, TITLE_MAX } from './seen.ts';
import { companyMoves, sameTitle, sameWords, splitTitle, toSetKey } from './titles.ts';

export interface Change {
  what: 'time' | 'room' | 'speakers' | 'company' | 'title' | 'missing';
  /** Such as “Time: now 3:30 – 4:00 PM EST, the guide has 3:00 – 3:30 PM EST”. */
  text: string;
}

/**
 * Where the page differs from the guide, the most important first. What the page does not say does not differ.
 * @param zone IANA zone of the times in the texts
 */
export function findDifferences(
  session: Pick<Session, 'title' | 'start' | 'end' | 'speakers'>,
  seen: Omit<SeenFacts, 'at'> & { at?: number },
  zone: string,
): Change[] {
  const { title, start, end, room, roomBefore, speakers = [], missing, at } = seen;
  const changes: Change[] = [];
  if (missing) {
    const day = at === undefined ? undefined : shortDay(at, zone);
    changes.push({ what: 'missing', text: day ? t('changes.missingOn', { day }) : t('changes.missing') });
  }
  if (start !== undefined && end !== undefined && !sameTime(session, start, end)) {
    const told = isSameDay(start, session.start, zone) ? timeIn : dayTimeIn;
    const [now, was] = [told(start, end, zone), told(session.start, session.end, zone)];
    changes.push({ what: 'time', text: t('changes.time', { now, was }) });
  }
  if (room !== undefined && roomBefore !== undefined && !sameWords(room, roomBefore)) {
    changes.push({ what: 'room', text: t('changes.room', { now: room, was: roomBefore }) });
  }
  const names = session.speakers.map(({ name }) => name);
  if (speakers.length > 0 && toSetKey(speakers) !== toSetKey(names)) {
    const text = t('changes.speakers', { now: formatNames(speakers), was: formatNames(names) });
    changes.push({ what: 'speakers', text });
  }
  if (title !== undefined && !sameTitle(title, session.title)) {
    const { head, tail } = splitTitle(title, session.title, names, speakers);
    // A title that was cut may end inside a company's name.
    for (const move of title.length < TITLE_MAX ? companyMoves(session.speakers, speakers, tail) : []) {
      changes.push({ what: 'company', text: t('changes.company', { ...move, names: formatNames(move.names) }) });
    }
    if (!sameTitle(head, session.title)) {
      changes.push({ what: 'title', text: t('changes.title', { now: head, was: session.title }) });
    }
  }
  return changes;
}

/** Whether a reader who plans to attend must know: the session is at another time or place, or is cancelled. */
export function isUrgent({ what }: Change): boolean {
  return what === 'time' || what === 'room' || what === 'missing';
}

/** A page with a single time says nothing about the end. */
function sameTime(session: Pick<Session, 'start' | 'end'>, start: number, end: number): boolean {
  return start === session.start && (end === session.end || end === start);
}
