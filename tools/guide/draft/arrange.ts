/** Assigns times to the sessions of a post. A time may be before the link, after it, or above several links. */
import type { Time } from './clock.ts';
import { remainingText, type Unit } from './units.ts';

/** A link to a session with its context. */
export interface Listed {
  unit: Unit;
  time: { time: Time; unit: Unit } | undefined;
  /** The units only about this session, which may contain its speakers and its date. */
  around: Unit[];
  /** The heading above it that is only about this session, possibly its title. */
  heading: Unit | undefined;
  timeDoubts: string[];
  /** Whether the time may belong to another session, because it is far away or in a sentence. */
  weak: boolean;
}

/** Maximum characters beside a time in a line with a time, such as an event or a room. */
const WHEN = 120;
/** Maximum of these characters without a doubt, if the line is not beside its session. */
const PURE = 60;
/** Maximum distance in units to speakers and dates. */
const NEAR = 8;

/** The same in a list item. One with more text is about something else. */
const ITEM = 40;

const IN_SENTENCE = 'the time is from a sentence: is it the session’s?';

type Side = 'before' | 'after';

/** Programme items that are not sessions. */
const BREAK = /^(?:check in$|(?:registration|breakfast|coffee|tea|lunch|dinner|break)\b)/iu;

/** Whether a unit has the time of something else. */
function isWhen(unit: Unit): boolean {
  if (unit.times.length === 0 || unit.session || BREAK.test(remainingText(unit))) return false;
  return remainingText(unit).length <= (unit.kind === 'item' ? ITEM : WHEN);
}

/** A unit nested deeper in a list than a session, but not below it, is about something else. */
function isFor(when: Unit, session: Unit): boolean {
  return when.items.slice(0, -1).every((item, index) => item === session.items[index]);
}

const isTimed = ({ times }: Unit): boolean => times.length > 0;
const isPure = (unit: Unit): boolean => remainingText(unit).length <= PURE;

/** All links to sessions in a post, in order, with their times if any. */
export function arrange(units: readonly Unit[]): Listed[] {
  const chunks = splitChunks(units);
  const votes = chunks.map(countVote);
  const usual = Math.sign(votes.reduce((sum, one) => sum + one, 0));
  return chunks.flatMap((chunk, index) => arrangeChunk(chunk, chooseSide(chunk, votes[index] || usual)));
}

/** Splits units at headings that only introduce what follows. A heading can also be a session or a time. */
function splitChunks(units: readonly Unit[]): Unit[][] {
  const chunks: Unit[][] = [[]];
  for (const unit of units) {
    if (unit.kind === 'heading' && !unit.session && !isWhen(unit)) chunks.push([]);
    chunks.at(-1)?.push(unit);
  }
  return chunks;
}

/** The number of sessions with a time right after them minus those with one right before. */
function countVote(chunk: readonly Unit[]): number {
  let vote = 0;
  for (const [index, unit] of chunk.entries()) {
    if (!unit.session || unit.times.length > 0) continue;
    const [previous, next] = [chunk[index - 1], chunk[index + 1]];
    const is = (one: Unit | undefined) => Number(one !== undefined && isWhen(one) && isFor(one, unit));
    vote += is(next) - is(previous);
  }
  return vote;
}

/** The side of the sessions on which their times are. In a tie, the side on which more sessions find one. */
function chooseSide(chunk: readonly Unit[], vote: number): Side {
  if (vote !== 0) return vote > 0 ? 'after' : 'before';
  const countSure = (side: Side) => arrangeChunk(chunk, side).filter(({ time, weak }) => time && !weak).length;
  return countSure('before') > countSure('after') ? 'before' : 'after';
}

function arrangeChunk(chunk: readonly Unit[], side: Side): Listed[] {
  const places = chunk.flatMap((unit, index) => (unit.session ? [index] : []));
  let above: Unit | undefined;
  return places.map((at, index) => {
    const unit = chunk[at] as Unit;
    const [from, to] = [places[index - 1] ?? -1, places[index + 1] ?? chunk.length];
    const [previous, next] = [chunk.slice(from + 1, at), chunk.slice(at + 1, to)];
    const isIts = (one: Unit) => isWhen(one) && isFor(one, unit);
    // Sessions after another time do not belong to this one.
    if (side === 'before') above = previous.findLast(isIts) ?? (previous.some(isTimed) ? undefined : above);
    const around = unitsAround(previous, next, side, places.length === 1);
    const listed: Listed = { unit, time: undefined, around, heading: undefined, timeDoubts: [], weak: false };
    const own = unit.times.length > 0 ? ownTime(unit) : undefined;
    const other = side === 'before' ? above : next.find(isIts);
    if (own) {
      listed.time = { time: own, unit };
      above = undefined;
    } else if (other) {
      listed.time = { time: other.times[0] as Time, unit: other };
      const beside = other === next[0] || other === previous.at(-1);
      if (!isPure(other) && !beside) listed.timeDoubts.push(IN_SENTENCE);
      listed.weak = listed.timeDoubts.length > 0 || (side === 'before' && !previous.includes(other));
    } else {
      borrow(listed, chunk, at, next);
      listed.weak = true;
    }
    const head = other?.kind === 'heading' ? other : places.length === 1 ? chunk[0] : undefined;
    if (head?.kind === 'heading' && head !== unit) listed.heading = head;
    return listed;
  });
}

/** The units about one session: those after it up to the next session's, and those before it if they have its time. */
function unitsAround(previous: readonly Unit[], next: readonly Unit[], side: Side, alone: boolean): Unit[] {
  if (alone) return [...next.slice(0, NEAR), ...previous.slice(-NEAR).reverse()];
  const upTo = next.findIndex(isWhen);
  const behind = side === 'before' && upTo >= 0 ? next.slice(0, upTo) : next;
  const when = side === 'before' ? previous.findLastIndex(isWhen) : -1;
  return [...behind.slice(0, NEAR), ...(when < 0 ? [] : previous.slice(when).reverse())];
}

/** The time in a session's own unit: at the start of its line, else the first after the link. */
function ownTime(unit: Unit): Time | undefined {
  const { start, end } = unit.session ?? { start: 0, end: 0 };
  const within = unit.times.find(({ at, to }) => at >= start && to <= end);
  const before = unit.times.findLast(({ to }) => to <= start);
  const after = unit.times.find(({ at }) => at >= end);
  if (within || !before || !after) return within ?? before ?? after;
  const line = Math.max(unit.text.lastIndexOf('\n', start - 1), unit.text.lastIndexOf('\v', start - 1)) + 1;
  return before.at >= line && before.at - line < 40 ? before : after;
}

/** Without a line with a time, uses the row above or a sentence below, with a doubt. */
function borrow(listed: Listed, chunk: readonly Unit[], at: number, next: readonly Unit[]): void {
  const isRow = listed.unit.kind === 'row';
  const source = isRow
    ? chunk.slice(Math.max(0, at - NEAR), at).findLast(({ kind, times }) => kind === 'row' && times.length > 0)
    : next.slice(0, NEAR).find((one) => one.times.length > 0 && isFor(one, listed.unit));
  const time = source?.times[0];
  if (!source || !time) return;
  listed.time = { time, unit: source };
  listed.timeDoubts.push(isRow ? 'its row has no time: the time of a row above was used' : IN_SENTENCE);
}
