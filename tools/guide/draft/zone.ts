/** The zone of a draft, and times that a post names in another one. */
import type { Doubts } from './doubts.ts';
import { type DraftSession, localTime } from './sessions.ts';
import type { Unit } from './units.ts';
import { findOffsets, isUniversal, offsetOn, ZONE_WORD, zonesFor } from './zones.ts';

/** “All times are in EST”, “Wednesday (MST)”. */
const STATED = new RegExp(String.raw`\b[Tt]imes?\b[^.\v]{0,60}?\b(${ZONE_WORD})|\((${ZONE_WORD})\)`, 'u');

/**
 * The IANA zone of a post's times: the one that was given, else the one that the post states; empty where it states none,
 * or one that several places share.
 * @param text of the whole post, whose cities tell places with one zone's name apart
 */
export function chooseZone(
  given: string | undefined,
  sessions: readonly DraftSession[],
  units: readonly Unit[],
  text: string,
  doubts: Doubts,
): string {
  const day = sessions.find(({ start }) => start)?.start.slice(0, 10) ?? '';
  const words = countZoneWords(sessions, units);
  if (given) return given;
  const [word] = words.keys();
  if (word === undefined) {
    doubts.add(0, 'zone', 'the post names none: give --zone, such as --zone Europe/London');
    return '';
  }
  const line = words.get(word) ?? 0;
  const zones = zonesFor(word, text, day);
  const [zone, another] = zones;
  if (zone && !another) {
    doubts.add(line, 'zone', `${zone} was taken for “${word}”: give --zone if the place has another`);
    return zone;
  }
  const which = zones.length > 0 ? `is that of ${zones.join(', ')}` : 'is that of many places';
  doubts.add(line, 'zone', `“${word}” ${which}: give --zone`);
  return '';
}

/** Zones that the sessions' times name, the most frequent first, with a line; without any, those that the post states. */
function countZoneWords(sessions: readonly DraftSession[], units: readonly Unit[]): Map<string, number> {
  const named = sessions.filter(({ zone }) => zone !== undefined && findOffsets(zone).length > 0);
  if (named.length > 0) {
    const groups = [...Map.groupBy(named, ({ zone }) => zone as string)].sort(([, a], [, b]) => b.length - a.length);
    return new Map(groups.map(([word, [first]]) => [word, first?.line ?? 0]));
  }
  for (const unit of units) {
    const [all, one, other] = STATED.exec(unit.text) ?? [];
    const word = one ?? other;
    if (all && word && findOffsets(word).length > 0) return new Map([[word, unit.lineOf(unit.text.indexOf(all))]]);
  }
  return new Map();
}

/**
 * The sessions with their times in a zone: those that a post gives in UTC, or at an offset from it, are converted. A
 * local zone's name that doesn't hold on the day (standard time in summer) is told, and the clock believed.
 */
export function inZone(sessions: readonly DraftSession[], zone: string, doubts: Doubts): DraftSession[] {
  return sessions.map((session) => {
    const { zone: word, start, end, id, line } = session;
    const day = start.slice(0, 10);
    const real = zone && day ? offsetOn(day, zone) : undefined;
    const stated = word ? findOffsets(word) : [];
    const [offset] = stated;
    if (word && !offset && stated.length === 0 && !/^local/iu.test(word)) {
      doubts.add(line, `${id} time`, `“${word}” is a zone that was not read: convert the time`);
    }
    if (real === undefined || offset === undefined || stated.includes(real)) return session;
    if (!isUniversal(word ?? '')) {
      doubts.add(line, `${id} time`, `“${word}” is not the time in ${zone} on ${day}: is the clock right?`);
      return session;
    }
    doubts.add(line, `${id} time`, `was converted from ${word === 'Z' ? 'UTC' : word} to ${zone}`);
    const moved = (time: string) => time && localTime(time, real - offset);
    return { ...session, start: moved(start), end: moved(end) };
  });
}
