/** The days that a post's dates mean: years, and days of the week alone, are found from what the rest of it says. */
import { addDays, type DateMention, isoDate, weekdayOfDate } from './calendar.ts';

export interface Day {
  date: string | undefined;
  doubt?: string;
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Events are longer than a week only by mistake. */
const LONGEST = 10;
/** Posts that look back appear some weeks after the event; others up to a year before. */
const BACK = 75;

export class Days {
  readonly #years: readonly number[];
  readonly #published: string | undefined;
  readonly #known = new Set<string>();

  /**
   * @param years that the post names, the likeliest first
   * @param published ISO date of the post, which decides where no year is named
   */
  constructor(years: readonly number[], published: string | undefined) {
    this.#years = years;
    this.#published = published;
  }

  /** Remembers the days of a date, or of a range, for days of the week that are named alone. */
  learn(mention: DateMention): void {
    for (const day of this.range(mention)) this.#known.add(day);
  }

  /** All days of a date or a range; none where it can't be resolved, or is too long to be an event. */
  range(mention: DateMention): string[] {
    const first = this.resolve(mention).date;
    if (!first || mention.month === 0) return [];
    if (!mention.last) return [first];
    const year = Number(first.slice(0, 4)) + (mention.last.month < mention.month ? 1 : 0);
    const last = isoDate(year, mention.last.month, mention.last.day);
    const days = Array.from({ length: LONGEST }, (_, index) => addDays(first, index));
    return last && days.includes(last) ? days.slice(0, days.indexOf(last) + 1) : [];
  }

  /** The day of a date; a range gives its first day. */
  resolve(mention: DateMention): Day {
    if (mention.month === 0) return this.#onlyWeekday(mention.weekday ?? 0, mention.day);
    if (mention.ambiguous) {
      const { day, month, year } = mention;
      return { date: undefined, doubt: `“${month}/${day}/${year}” is two different days, by country: write it` };
    }
    if (mention.year !== undefined) return this.#checked(mention.year, mention);
    const years = this.#candidates(mention).filter((year) => isoDate(year, mention.month, mention.day));
    const [first] = years;
    if (first === undefined) {
      const missing = this.#candidates(mention).length === 0;
      return {
        date: undefined,
        doubt: missing ? 'no year is named anywhere: give --year' : `no year has a day ${mention.day} of that month`,
      };
    }
    const { month, day, weekday } = mention;
    const right = years.find((year) => weekdayOfDate(isoDate(year, month, day) ?? '') === weekday);
    if (right === undefined && weekday !== undefined) return this.#checked(first, mention);
    const doubt =
      right !== undefined && right !== first
        ? `the year ${right} was taken, because that day of ${first} is no ${NAMES[weekday ?? 0]}`
        : right === undefined && this.#years.length === 0 && `the year ${first} was taken from the date of the post`;
    return { date: isoDate(right ?? first, month, day), ...(doubt ? { doubt } : {}) };
  }

  #checked(year: number, { month, day, weekday }: DateMention): Day {
    const date = isoDate(year, month, day);
    if (!date) return { date, doubt: `there is no day ${day} in month ${month} of ${year}` };
    const real = weekdayOfDate(date);
    if (weekday === undefined || weekday === real) return { date };
    return { date, doubt: `the post says ${NAMES[weekday]}, but ${date} is a ${NAMES[real]}` };
  }

  #onlyWeekday(weekday: number, dayOfMonth: number): Day {
    const days = [...this.#known].filter((day) => {
      return weekdayOfDate(day) === weekday && (dayOfMonth === 0 || Number(day.slice(8)) === dayOfMonth);
    });
    if (days.length === 1 && days[0]) return { date: days[0] };
    const why = days.length === 0 ? 'no date in the post is one' : `it may be ${days.join(' or ')}`;
    return { date: undefined, doubt: `which ${NAMES[weekday]}? ${why}` };
  }

  #candidates({ month, day }: DateMention): number[] {
    if (!this.#published) return [...this.#years];
    const year = Number(this.#published.slice(0, 4));
    const from = addDays(this.#published, -BACK);
    const next = [year - 1, year, year + 1].filter((one) => (isoDate(one, month, day) ?? '') >= from);
    return [...this.#years, ...next];
  }
}
