/** Finds dates in a text, even without a year. */

export interface DateMention {
  /** Its start and end in the text. */
  at: number;
  to: number;
  year: number | undefined;
  /** 1 to 12, or 0 without a month. */
  month: number;
  /** 0 if there is only a day of the week. */
  day: number;
  /** Sunday is 0. */
  weekday: number | undefined;
  /** The last day of a range, in the same form. */
  last?: { month: number; day: number };
  /** A date such as `04/05/2025`, which means different days in different countries. */
  ambiguous?: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

// Parts of dates. Repeated groups in a pattern have a number in their names.
const month = (nth = '') =>
  String.raw`(?<month${nth}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`;
/** A day of the month, not followed by minutes or am/pm, unlike the hours in `10 - 11:30` and `9 am`. */
const day = (nth = '') => String.raw`(?<day${nth}>\d{1,2})(?:\s?(?:st|nd|rd|th))?(?![\p{L}\d]|[:.h]\d|\s?[ap]\.?m\b)`;
const weekday = (name = 'weekday') => `(?<${name}>Sun|Mon|Tue|Wed|Thu|Fri|Sat)`;
const ENDING = String.raw`(?:[a-z]{0,6}day|s|rs|nes|ur)?\b\.?,?\s+(?:the\s+)?`;
const ON = `(?:${weekday()}${ENDING}|the\\s+)?`;
const UNTIL = String.raw`\s*(?:[-–—−]|to|through|until|and|&)\s*(?:the\s+)?(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)${ENDING})?`;
const YEAR = String.raw`(?:(?:,|\s+of)?\s*(?:'|’)?(?<year>20\d\d)(?![\d:]))?(?:\s*\(${weekday('after')}[a-z]*\.?\))?`;
const OF = String.raw`\s*(?:of\s+)?`;

/** Patterns for dates, the most reliable first. */
const PATTERNS = [
  /(?<![\d-])(?<year>20\d\d)[-/.](?<number>\d\d)[-/.](?<day>\d\d)(?![\d-])/gu,
  /(?<![\d/.])(?<one>\d{1,2})[/.](?<other>\d{1,2})[/.](?<year>20\d\d)(?![\d/])/gu,
  // `Monday, November 10th - 13, 2025`.
  new RegExp(`(?<!\\p{L})${ON}${month()}\\s*${day()}(?:${UNTIL}(?:${month('2')}\\s*)?${day('2')})?${YEAR}`, 'giu'),
  // `Monday, 10th of November 2025`, `10-13 November`.
  new RegExp(
    `(?<![\\p{L}\\p{N}:.])${ON}${day()}(?:${UNTIL}${day('2')})?${OF}${month()}(?!\\p{L})(?:${UNTIL}${day('3')}${OF}${month('3')}(?!\\p{L}))?${YEAR}`,
    'giu',
  ),
  // `Wed 18`, under a heading with the month.
  new RegExp(`(?<!\\p{L})${weekday()}${ENDING}${day()}(?!\\s*[-–—.])`, 'gu'),
  new RegExp(`(?<!\\p{L})${weekday()}(?:day|sday|nesday|rsday|urday)(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})${weekday()}(?:s|rs|nes)?\\.?,?(?=\\s+\\d)`, 'gu'),
];

/** All dates in a text, in order. */
export function datesIn(text: string): DateMention[] {
  const found: DateMention[] = [];
  let rest = text;
  for (const pattern of PATTERNS) {
    const taken = [...rest.matchAll(pattern)].flatMap(({ index, 0: all, groups = {} }) => {
      // In `may 5 people`, “may” is not a month.
      if (/^\p{Ll}/u.test(groups.month ?? '')) return [];
      return [{ at: index, to: index + all.length, ...toDate(groups) }];
    });
    found.push(...taken);
    rest = blank(rest, taken);
  }
  return joined(
    found.sort((a, b) => a.at - b.at),
    text,
  );
}

function toDate(parts: Record<string, string | undefined>): Omit<DateMention, 'at' | 'to'> {
  const { one, other, number = 0, day = 0, day2, day3, month2, month3 } = parts;
  const monthOf = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const weekdayIndex = WEEKDAYS.indexOf((parts.weekday ?? parts.after ?? '').toLowerCase());
  const known = {
    year: parts.year ? Number(parts.year) : undefined,
    weekday: weekdayIndex < 0 ? undefined : weekdayIndex,
  };
  if (one && other) {
    const [first, second] = [Number(one), Number(other)];
    const [days, months] = first > 12 ? [first, second] : [second, first];
    return { ...known, month: months, day: days, ambiguous: first <= 12 && second <= 12 && first !== second };
  }
  const date = { ...known, month: Number(number) || monthOf(parts.month), day: Number(day) };
  const last = Number(day2 ?? day3);
  return last ? { ...date, last: { month: monthOf(month2 ?? month3 ?? parts.month), day: last } } : date;
}

const LANGUAGES = 'bg ca cs da de el es et fi fr hr hu id it lt lv nb nl pl pt ro ru sk sl sr sv tr uk'.split(' ');

/** Matches dates and days of the week in other languages, which are only reported. */
export const FOREIGN_DATE = foreignDates();

function foreignDates(): RegExp {
  const names = (languages: string[], part: 'month' | 'weekday') =>
    languages.flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', [part]: 'long', timeZone: 'UTC' });
      const days = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, 0, 15 + 30 * index));
      return days.map(
        (one) =>
          format
            .formatToParts(one)
            .find(({ type }) => type === part)
            ?.value.toLowerCase() ?? '',
      );
    });
  const english = names(['en'], 'month');
  const months = names(LANGUAGES, 'month').filter((name) => !english.includes(name));
  const either = (list: string[]) => `(?:${[...new Set(list)].join('|')})(?!\\p{L})`;
  const weekday = `(?<!\\p{L})${either(names(LANGUAGES, 'weekday'))}`;
  const number = String.raw`(?<![\p{L}\p{N}])\d{1,2}(?:\.|er|º|ª|°)?\s+(?:de\s+|di\s+)?`;
  // With a year, any short word after a number may be a month: “11. Mrz. 2034”.
  const dayFirst = `${number}(?:${either(months)}|\\p{L}{3,5}\\.?\\s+20\\d\\d)`;
  const monthFirst = `(?<!\\p{L})${either(months.filter((name) => name.length > 5))}\\s+\\d{1,2}(?!\\d)`;
  const eastern = String.raw`\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]`;
  return new RegExp(`(?:${weekday},?\\s+)?${dayFirst}|${weekday}|${monthFirst}|${eastern}`, 'giu');
}

/** `Wednesday 18 May - Friday May 20` is one range. */
function joined(found: readonly DateMention[], text: string): DateMention[] {
  const result: DateMention[] = [];
  for (const date of found) {
    const before = result.at(-1);
    const between = before ? text.slice(before.to, date.at) : '';
    const whole = before && !before.last && !date.last && before.month > 0 && date.month > 0;
    if (whole && /^\s*(?:[-–—]|to|through|until)\s*$/iu.test(between)) {
      result[result.length - 1] = {
        ...before,
        to: date.to,
        year: before.year ?? date.year,
        last: { month: date.month, day: date.day },
      };
    } else result.push(date);
  }
  return result;
}

/** Blanks out parts of a text, so that other patterns don't match them. Positions stay the same. */
export function blank(text: string, parts: readonly { at: number; to: number }[]): string {
  let done = 0;
  const pieces = parts.flatMap(({ at, to }) => {
    const before = text.slice(done, at);
    done = to;
    return [before, '\0'.repeat(to - at)];
  });
  return pieces.join('') + text.slice(done);
}

/** The ISO date of a day, or undefined if it does not exist (31 November). */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** The day of the week of an ISO date, 0 for Sunday. */
export const weekdayOfDate = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();

/** The ISO date some days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The local time, `YYYY-MM-DDTHH:MM`, some minutes after a date or another local time. */
export function localTime(from: string, minutes: number): string {
  return new Date(Date.parse(`${from.padEnd(16, 'T00:00')}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
