/** Compares a session in the guide with its event in a site's calendar. */
import type { SessionFile } from '../../../data/schema.ts';
import { mentionFinder } from '../../../lib/guide/mentions.ts';
import { companyMoves, type Move, sameTitle, sameWords, splitTitle } from '../../../lib/seen/titles.ts';
import { peopleIn } from '../draft/people.ts';
import { localAt } from '../when.ts';
import type { Entry } from './calendar.ts';

/** One difference. Times are local, as in guide files. */
export type Difference =
  | { kind: 'moved'; start: string; end: string }
  | { kind: 'renamed'; title: string }
  | { kind: 'roomed'; room: string }
  /** Speakers with other companies. */
  | { kind: 'companies'; moves: Move[] }
  /** The printed speakers, if some were added or one of the guide's is missing. */
  | { kind: 'speakers'; printed: string; added: string[] }
  | { kind: 'vanished'; cancelled: boolean }
  | { kind: 'back' }
  /** Can't be patched, and why. */
  | { kind: 'unclear'; why: string };

/** The maximum length of a title in a sentence. */
const PRINTED_MAX = 120;

/** The differences between a session and its event in the calendar. */
export function compareEntry(session: SessionFile, entry: Entry, zone: string, place: string): Difference[] {
  const hidden = session.changes.some(({ kind }) => kind === 'unpublished');
  if (entry.cancelled) return hidden ? [] : [{ kind: 'vanished', cancelled: true }];
  return [
    ...(hidden ? [{ kind: 'back' as const }] : []),
    ...timeDifference(session, entry, zone),
    ...titleDifferences(session, entry),
    ...roomDifference(session, stripPlace(entry.location, place)),
  ];
}

/** The difference of a session that is missing from the calendar; none if the guide already says so. */
export function absence(session: SessionFile): Difference[] {
  return session.changes.some(({ kind }) => kind === 'unpublished') ? [] : [{ kind: 'vanished', cancelled: false }];
}

function timeDifference(session: SessionFile, { when }: Entry, zone: string): Difference[] {
  if ('fault' in when) return [{ kind: 'unclear', why: `its time in the calendar can’t be read: ${when.fault}` }];
  if ('day' in when) {
    const why = `the calendar has it on the whole of ${when.day}, without a time`;
    return when.day === session.start.slice(0, 10) ? [] : [{ kind: 'unclear', why }];
  }
  const [start, end] = [localAt(when.start, zone), localAt(when.end, zone)];
  return start === session.start && end === session.end ? [] : [{ kind: 'moved', start, end }];
}

function titleDifferences(session: SessionFile, { title: printed }: Entry): Difference[] {
  if (printed === '') return [{ kind: 'unclear', why: 'it has no title in the calendar' }];
  const names = session.speakers.map(({ name }) => name);
  const { head, tail } = splitTitle(printed, session.title, names, []);
  const moves = companyMoves(session.speakers, [], tail);
  const tailNames = mentionFinder({ strong: [], beside: [], quiet: names })({ title: tail })?.words ?? [];
  const printedPeople = peopleIn(tail);
  const others = printedPeople.sure ? printedPeople.speakers.map(({ name }) => name) : [];
  const added = others.filter((name) => !names.some((one) => sameWords(one, name)));
  return [
    ...(sameTitle(head, session.title) ? [] : [{ kind: 'renamed' as const, title: head }]),
    ...(moves.length > 0 ? [{ kind: 'companies' as const, moves }] : []),
    ...(tail && (tailNames.length < names.length || added.length > 0)
      ? printedSpeakers(session, shorten(tail), added)
      : []),
  ];
}

/** Whether a change already says this. */
function printedSpeakers({ changes }: SessionFile, printed: string, added: string[]): Difference[] {
  const known = changes.some(({ kind, text }) => kind === 'speakers' && text.includes(printed));
  return known ? [] : [{ kind: 'speakers', printed, added }];
}

/** Whether the last change of this kind has the room. Guides have no field for rooms. */
function roomDifference({ changes }: SessionFile, room: string): Difference[] {
  if (room === '') return [];
  const change = changes.findLast(({ kind }) => kind === 'room')?.text ?? '';
  return mentionFinder({ strong: [room], beside: [], quiet: [] })({ title: change }) ? [] : [{ kind: 'roomed', room }];
}

/** A location without the parts that are in the guide's place, such as the city. */
export function stripPlace(location: string, place: string): string {
  const known = place.split(',');
  const parts = location.split(',').map((part) => part.trim());
  while (parts.length > 0 && known.some((one) => sameWords(one, parts.at(-1) ?? ''))) parts.pop();
  return shorten(parts.join(', '));
}

export function shorten(text: string, max = PRINTED_MAX): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}
