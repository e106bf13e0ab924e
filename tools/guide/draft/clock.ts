/** Finds times of day in a text, in the many forms that people use. */
import { toMinuteOfDay } from '../../../lib/seen/page-time.ts';
import { ZONE_WORD } from './zone.ts';

export interface Time {
  /** Its start and end in the text. */
  at: number;
  to: number;
  /** Minutes since midnight. */
  start: number;
  /** Minutes since the same midnight, more than 1440 after the next one; undefined without an end. */
  end: number | undefined;
  /** The zone after it, as written. */
  zone: string | undefined;
  /** Doubts for a person to decide. */
  doubts: string[];
}

interface Clock {
  at: number;
  to: number;
  hour: number;
  minute: number;
  half: 'a' | 'p' | undefined;
  /** Why it may not be a time: `9`, `10.30`. */
  weak: 'bare' | 'dotted' | undefined;
  /** Whether it has a leading zero, which without am/pm means 24-hour time. */
  padded: boolean;
  seconds: boolean;
  zone: string | undefined;
}

const DAY = 1440;
/** In minutes. A longer session has a wrong start or end. */
const LONGEST = 12 * 60;
/** In minutes. The maximum length of a session past midnight, if only the end has am/pm. */
const NIGHT = 6 * 60;

/** A unit after the numbers: “14:30 hrs”, “10.40 Uhr”. */
const UNIT = String.raw`(?:\s?(?:[Hh]rs?|HRS|[Hh]ours|[Uu]hr|o['’]clock)\b\.?)`;
const CLOCK = new RegExp(
  String.raw`(?<=\0T|(?<![\p{L}\p{N}.:/#$€£@+'’]))(?:(?:12(?:[:.]00)?\s)?([Nn]oon|NOON|[Mm]idday|[Mm]idnight)\b|([01]\d|2[0-3])([0-5]\d)(?=${UNIT}|h\b|\s?[-–—]\s?\d{4}(?:${UNIT}|h\b))(?:${UNIT}|h\b)?|(\d{1,2})(?:([:.h])(\d\d)(:\d\d(?:\.\d+)?)?(?:h\b)?)?(?!\d|[:.]\d)(?:\s?([apAP])\.?\s?[mM]\b\.?|${UNIT})?(?!%|[a-z]))`,
  'gu',
);
const ZONE = new RegExp(String.raw`^\s?[([]?(${ZONE_WORD})`, 'u');
/** After an ISO 8601 time, where `-05:00` is a zone, not an end. */
const ISO_ZONE = /^(?:Z\b|[+−-]\d\d:?\d\d\b)/u;
/** An abbreviation that may be an unknown zone. */
const UNKNOWN_ZONE = /^\s?\(?((?!AT\b|BUT\b|NOT\b|MIT\b)[A-Z]{2,4}T|MSK|WIB|WITA|Zulu)\b/u;
const BETWEEN = /^[)\]]?,?\s*(?:[-–—‒―−~→/]|to|until|till|through|bis)\s*T?\s*$/iu;
const AND = /^\s*and\s*$/iu;
const LENGTH = /^[)\]]?[\s,·•|(–-]*(\d{1,3})[\s-]?min(?:ute)?s?\b/iu;
/** After one of these words, a number is a room, not an hour. */
const NUMBERED =
  /(?:room|level|hall|track|floor|stage|building|day|part|suite|booth|kiosk|pavilion|session|theat(?:er|re)|no\.?|#):?\s*$/iu;

/** After one of these words, a time is not a session's. */
const EARLIER =
  /\b(?:doors?|check-?in|registration|breakfast|coffee|queue)(?:\s(?:opens?|starts?|begins?|from|at))*:?\s*$/iu;

/**
 * Finds all times of day in a text, in order. A number by itself is not one.
 * @param text with dates blanked out, because their numbers would look like hours
 */
export function timesIn(text: string): Time[] {
  const clocks = [...clocksIn(text)];
  const times: Time[] = [];
  for (let i = 0; i < clocks.length; i++) {
    const first = clocks[i] as Clock;
    const second = clocks[i + 1];
    if (second && isRange(first, second, text)) {
      times.push(range(first, second));
      i++;
    } else if (!first.weak && !isOther(first, text)) times.push(single(first, text));
  }
  return times;
}

/** Whether it is the number of a room, or a time such as when doors open. */
function isOther({ at, half }: Clock, text: string): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return EARLIER.test(before) || (half === undefined && /\b(?:room|hall|booth|raum|salle):?\s*$/iu.test(before));
}

function* clocksIn(text: string): Generator<Clock> {
  let done = 0;
  for (const match of text.matchAll(CLOCK)) {
    if (match.index < done) continue;
    const [all, word, hours, minutes, number, separator, minute, seconds, letter] = match;
    const hour = hours ?? number;
    const [h, m] = word ? [/midnight/iu.test(word) ? 24 : 12, 0] : [Number(hour), Number(minutes ?? minute ?? 0)];
    if ((toMinuteOfDay(h, m, undefined) ?? DAY + 1) > DAY) continue;
    const half = word ? (h === 12 ? 'p' : undefined) : (letter?.toLowerCase() as Clock['half']);
    if (separator === 'h' && !half && !minute) continue;
    const to = match.index + all.length;
    const after = text.slice(to, to + 40);
    const isIso = /\0T?\s?$/u.test(text.slice(Math.max(0, match.index - 3), match.index));
    const zone = (isIso ? ISO_ZONE.exec(after) : null) ?? ZONE.exec(after);
    const bare = !word && !half && !hours && minute === undefined;
    // `1.18 - 1.19` are versions.
    if (separator === '.' && !half && h < 7) continue;
    if (bare && NUMBERED.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    done = zone ? to + zone[0].length : to;
    yield {
      at: match.index,
      to: done,
      hour: h,
      minute: m,
      half,
      weak: bare ? 'bare' : separator === '.' && !half && !/Uhr|h/iu.test(all) ? 'dotted' : undefined,
      padded: word !== undefined || /^0/u.test(hour ?? ''),
      seconds: Boolean(seconds) && !/^:00/u.test(seconds ?? ''),
      zone: zone?.[1] ?? zone?.[0] ?? UNKNOWN_ZONE.exec(after)?.[1],
    };
  }
}

function isRange(first: Clock, second: Clock, text: string): boolean {
  // A date before the second time is the date of the end.
  const between = text.slice(first.to, second.at).replace(/\0+,?/gu, '');
  const after = /\bbetween\s*$/iu.test(text.slice(Math.max(0, first.at - 10), first.at));
  if (!BETWEEN.test(between) && !(after && AND.test(between))) return false;
  // `9 PM PDT / 6 AM CEST` is one time.
  if (first.zone && second.zone && first.zone !== second.zone) return false;
  if (first.weak === 'bare' || second.weak === 'bare') return first.half !== undefined || second.half !== undefined;
  return true;
}

/** Minutes since midnight, with am or pm if known. Hours such as 0 and 13 need neither. */
function minutes({ hour, minute }: Clock, half: Clock['half']): number {
  return toMinuteOfDay(hour, minute, hour < 1 || hour > 12 ? undefined : half) ?? 0;
}

function range(first: Clock, second: Clock): Time {
  const at = { at: first.at, to: second.to, zone: second.zone ?? first.zone };
  let [start, end] = [minutes(first, first.half) % DAY, minutes(second, second.half)];
  let longest = LONGEST;
  if (!first.half && second.half) {
    // `11:50 - 12:15 PM`: the start has the end's half, unless it would then be after the end.
    start = minutes(first, second.half);
    if (start >= end) {
      start = minutes(first, second.half === 'p' ? 'a' : 'p');
      // `10:00 - 9:30 AM` is more likely a mistake than a night.
      longest = second.half === 'p' ? LONGEST - 1 : NIGHT;
    }
  } else if (first.half && !second.half && end <= start && second.hour <= 12) {
    end = minutes(second, first.half);
    if (end <= start) end = minutes(second, first.half === 'p' ? 'a' : 'p');
  }
  if (end <= start) end += DAY;
  const time: Time = { ...at, start, end, doubts: [] };
  const length = end - start;
  if (length > longest) {
    const isSame = length === DAY || (first.hour === second.hour && first.minute === second.minute);
    const wrong = `it ends before it starts, or lasts ${Math.round(length / 60)} hours: one of the two times is wrong`;
    time.doubts.push(isSame ? 'it ends as it starts' : wrong);
  }
  return note(time, first, second);
}

function single(first: Clock, text: string): Time {
  const start = minutes(first, first.half) % DAY;
  const length = LENGTH.exec(text.slice(first.to, first.to + 30));
  const end = length ? start + Number(length[1]) : undefined;
  return note({ at: first.at, to: first.to, zone: first.zone, start, end, doubts: [] }, first);
}

/** Adds doubts about ambiguous times. */
function note(time: Time, first: Clock, second?: Clock): Time {
  const plain = !first.half && !second?.half && !first.padded && first.hour >= 1 && first.hour < 8;
  if (first.hour === 24) time.doubts.push('it starts at midnight: is that the beginning or the end of the day?');
  else if (plain) time.doubts.push('this may be before or after noon: it was read as 24-hour time');
  else if (first.seconds || second?.seconds) time.doubts.push('the seconds were left out');
  return time;
}
