/** Resolves a post's dates to days: infers missing years, and the dates of days of the week, from the rest of the post. */
import { addDays, type DateMention, isoDate, weekdayOfDate } from './calendar.ts';

export interface Day {
  /** ISO date. */
  date: string | undefined;
  /** Doubts for a person to decide. */
  doubts: string[];
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** In days. A longer event is probably a mistake. */
const LONGEST = 10;
/** In days. A post appears at most this long after its event, otherwise up to a year before it. */
const BACK = 75;

export class Days {
  readonly #years: readonly number[];
  readonly #published: string | undefined;
  readonly #known = new Set<string>();

  /**
   * @param years the years in the post, the likeliest first
   * @param published the post's ISO date, which decides if there is no year
   */
  constructor(years: readonly number[], published: string | undefined) {
    this.#years = years;
    this.#published = published;
  }

  /** Remembers the days of a date or range, to resolve days of the week. */
  learn(mention: DateMention): void {
    for (const day of this.range(mention)) this.#known.add(day);
  }

  /** All days of a date or range; none if it can't be resolved, or is too long for an event. */
  range(mention: DateMention): string[] {
    const first = this.resolve(mention).date;
    if (!first || mention.month === 0) return [];
    if (!mention.last) return [first];
    const year = Number(first.slice(0, 4)) + (mention.last.month < mention.month ? 1 : 0);
    const last = isoDate(year, mention.last.month, mention.last.day);
    const days = Array.from({ length: LONGEST }, (_, index) => addDays(first, index));
    return last && days.includes(last) ? days.slice(0, days.indexOf(last) + 1) : [];
  }

  /** The day of a date, or the first day of a range. */
  resolve(mention: DateMention): Day {
    const { year, month, day, weekday, ambiguous } = mention;
    if (month === 0) return this.#onlyWeekday(weekday ?? 0, day);
    if (ambiguous) return unknownDay(`“${month}/${day}/${year}” is a different day in different countries: write it`);
    if (year !== undefined) return checkedDay(year, mention);
    const candidates = this.#candidates(mention);
    if (candidates.length === 0) return unknownDay('the post has no year: use --year');
    const years = candidates.filter((one) => isoDate(one, month, day));
    const [first] = years;
    if (first === undefined) return unknownDay(`no year has a day ${day} of that month`);
    const right = years.find((one) => weekdayOfDate(isoDate(one, month, day) ?? '') === weekday) ?? first;
    const found = checkedDay(right, mention);
    if (right !== first)
      found.doubts.push(`the year ${right} was taken, because that day of ${first} is not a ${NAMES[weekday ?? 0]}`);
    else if (weekday === undefined && this.#years.length === 0)
      found.doubts.push(`the year ${first} was taken from the date of the post`);
    return found;
  }

  #onlyWeekday(weekday: number, dayOfMonth: number): Day {
    const days = [...this.#known].filter((day) => {
      return weekdayOfDate(day) === weekday && (dayOfMonth === 0 || Number(day.slice(8)) === dayOfMonth);
    });
    if (days.length === 1) return { date: days[0], doubts: [] };
    const why = days.length === 0 ? 'no date in the post matches' : `it may be ${days.join(' or ')}`;
    return unknownDay(`which ${NAMES[weekday]}? ${why}`);
  }

  #candidates({ month, day }: DateMention): number[] {
    if (!this.#published) return [...this.#years];
    const year = Number(this.#published.slice(0, 4));
    const from = addDays(this.#published, -BACK);
    const next = [year - 1, year, year + 1].filter((one) => (isoDate(one, month, day) ?? '') >= from);
    return [...this.#years, ...next];
  }
}

const unknownDay = (doubt: string): Day => ({ date: undefined, doubts: [doubt] });

function checkedDay(year: number, { month, day, weekday }: DateMention): Day {
  const date = isoDate(year, month, day);
  if (!date) return unknownDay(`there is no day ${day} in month ${month} of ${year}`);
  const real = weekdayOfDate(date);
  const isRight = weekday === undefined || weekday === real;
  return { date, doubts: isRight ? [] : [`the post says ${NAMES[weekday]}, but ${date} is a ${NAMES[real]}`] };
}
