/** Turns differences into entries for the guide's `changes`. Readers see these texts, so a person should review them. */
import { type Change, SENTENCE_MAX, type SessionFile } from '../../../data/schema.ts';
import { dayWords, timeWords, zoneWords } from '../when.ts';
import { type Difference, shorten } from './compare.ts';

/** Dates are those of the saved calendar. */
export function toChange(session: SessionFile, difference: Difference, zone: string, asOf: string): Change | undefined {
  const change = (kind: Change['kind'], text: string) => ({ asOf, kind, text: shorten(text, SENTENCE_MAX) });
  const programme = `the programme of ${asOf}`;
  switch (difference.kind) {
    case 'moved': {
      const sameDay = difference.start.slice(0, 10) === session.start.slice(0, 10);
      const words = sameDay ? timeInZone : whenWords;
      const [was, now] = [words(session, zone), words(difference, zone)];
      return change('time', `The time was ${was}; ${programme} has ${now}.`);
    }
    case 'renamed':
      return change('title', `It has this title in ${programme}; before, it was “${shorten(session.title)}”.`);
    case 'roomed':
      return change('room', `The room is ${difference.room}, as of ${programme}.`);
    case 'companies': {
      const moves = difference.moves.map(({ names, was, now }) => `${now} for ${names.join(' and ')}, before ${was}`);
      return change('speakers', `In ${programme} the company is ${moves.join('; ')}.`);
    }
    case 'speakers':
      return change('speakers', `As ${programme} prints the speakers: ${difference.printed}.`);
    case 'vanished': {
      const how = difference.cancelled ? 'calls it cancelled' : 'does not contain it';
      return change('unpublished', `The session is no longer on the published schedule: ${programme} ${how}.`);
    }
    default:
      return undefined;
  }
}

/** Day, time and zone, such as “Monday, November 10, 2025, 10:40 – 11:05 AM EST”. */
export function whenWords(times: Times, zone: string): string {
  return `${dayWords(times.start)}, ${timeInZone(times, zone)}`;
}

function timeInZone({ start, end }: Times, zone: string): string {
  return `${timeWords(start, end)} ${zoneWords(start, zone)}`;
}

interface Times {
  start: string;
  end: string;
}
