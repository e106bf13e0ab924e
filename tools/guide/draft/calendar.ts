/** Dates in a sentence, also without a year. */

export interface DateMention {
  /** Where it begins and ends in the text. */
  at: number;
  to: number;
  year: number | undefined;
  /** 1 to 12; 0 where no month is named. */
  month: number;
  /** 0 where only the day of the week is named. */
  day: number;
  /** 0 is Sunday. */
  weekday: number | undefined;
  /** The last day of a range, in the form of the first. */
  last?: { month: number; day: number };
  /** `04/05/2025`: another country reads it as another day. */
  ambiguous?: boolean;
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const M = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`;
/** A day of a month is followed by no minutes and no half of a day: `10 - 11:30`, `9 am`. */
const D = String.raw`(\d{1,2})(?:\s?(?:st|nd|rd|th))?(?![\p{L}\d]|[:.h]\d|\s?[ap]\.?m\b)`;
const W = String.raw`(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:[a-z]{0,6}day|s|rs|nes|ur)?\b\.?,?\s+)?(?:the\s+)?`;
const Y = String.raw`(?:(?:,|\s+of)?\s*(?:'|’)?(20\d\d)(?![\d:]))?`;
const TO = String.raw`\s*(?:[-–—−]|to|through|until|and|&)\s*(?:the\s+)?`;
const AFTER = String.raw`(?:\s*\((Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\.?\))?`;

/** `Monday, November 10th - 13, 2025`. */
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${W}${M}\\s*${D}(?:${TO}${W}(?:${M}\\s*)?${D})?${Y}${AFTER}`, 'giu');
/** `Monday, 10th of November 2025`, `10-13 November`. */
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}:.])${W}${D}(?:${TO}${W}${D})?\\s*(?:of\\s+)?${M}(?!\\p{L})(?:${TO}${W}${D}\\s*(?:of\\s+)?${M}(?!\\p{L}))?${Y}${AFTER}`,
  'giu',
);
/** `Wed 18`, below a heading that names the month. */
const DAY_ALONE = new RegExp(
  `(?<!\\p{L})(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:[a-z]{0,6}day|s|rs|nes|ur)?\\b\\.?,?\\s+(?:the\\s+)?${D}(?!\\s*[-–—.])`,
  'gu',
);
const ISO = /(?<![\d-])(20\d\d)[-/.](\d\d)[-/.](\d\d)(?![\d-])/gu;
const NUMBERS = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](20\d\d)(?![\d/])/gu;
const WEEKDAY = /(?<!\p{L})(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:day|sday|nesday|rsday|urday)(?!\p{L})/gu;
const SHORT_WEEKDAY = /(?<!\p{L})(Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:s|rs|nes)?\.?,?(?=\s+\d)/gu;

/** A day of a month in another language: it is not read, but told. */
export const FOREIGN_DATE =
  /(?<![\p{L}\p{N}])(?:(?:el|le|am|den|il|lunedì|\p{L}+,)\s)?\d{1,2}(?:\.|er|º|ª|°)?\s+(?:de\s+|di\s+)?(?:januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|maj|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)(?!\p{L})|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|(?<!\p{L})(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì)(?!\p{L})/giu;

const parseMonth = (name = '') => NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
function parseWeekday(...names: (string | undefined)[]): number | undefined {
  const index = WEEKDAYS.indexOf(names.find(Boolean)?.slice(0, 3).toLowerCase() ?? '');
  return index < 0 ? undefined : index;
}

/** All dates in a text, in order. */
export function datesIn(text: string): DateMention[] {
  const found: DateMention[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (m: RegExpExecArray) => Omit<DateMention, 'at' | 'to'> | undefined) => {
    const taken = [...rest.matchAll(pattern)].flatMap((match) => {
      const date = read(match);
      return date ? [{ at: match.index, to: match.index + match[0].length, ...date }] : [];
    });
    found.push(...taken);
    rest = blank(rest, taken);
  };
  take(ISO, ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d), weekday: undefined }));
  take(NUMBERS, ([, a, b, y]) => numeric(Number(a), Number(b), Number(y)));
  take(MONTH_FIRST, ([, w, month, d, , month2, d2, y, after]) => {
    if (!isName(month)) return undefined;
    return named(parseMonth(month), d, y, parseWeekday(w, after), d2, parseMonth(month2 ?? month));
  });
  take(DAY_FIRST, ([, w, d, , d2, month, , d3, month3, y, after]) => {
    if (!isName(month)) return undefined;
    return named(parseMonth(month), d, y, parseWeekday(w, after), d2 ?? d3, parseMonth(month3 ?? month));
  });
  take(DAY_ALONE, ([, w, d]) => ({ year: undefined, month: 0, day: Number(d), weekday: parseWeekday(w) }));
  for (const pattern of [WEEKDAY, SHORT_WEEKDAY]) {
    take(pattern, ([, w]) => ({ year: undefined, month: 0, day: 0, weekday: parseWeekday(w) }));
  }
  return joined(
    found.sort((a, b) => a.at - b.at),
    text,
  );
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

/** `may 5 people` names no month. */
const isName = (month = '') => /^\p{Lu}/u.test(month);

function named(month: number, d = '', y = '', weekday?: number, d2?: string, month2 = month) {
  const date = { year: y ? Number(y) : undefined, month, day: Number(d), weekday };
  return d2 ? { ...date, last: { month: month2, day: Number(d2) } } : date;
}

function numeric(a: number, b: number, year: number): Omit<DateMention, 'at' | 'to'> {
  const [day, month] = a > 12 ? [a, b] : [b, a];
  return { year, month, day, weekday: undefined, ambiguous: a <= 12 && b <= 12 && a !== b };
}

/** A text in which parts of it, in order, are nothing: other patterns don't find them, and places stay the same. */
export function blank(text: string, parts: readonly { at: number; to: number }[]): string {
  let done = 0;
  const pieces = parts.flatMap(({ at, to }) => {
    const before = text.slice(done, at);
    done = to;
    return [before, '\0'.repeat(to - at)];
  });
  return pieces.join('') + text.slice(done);
}

/** The ISO date of a day, or undefined when it is in no calendar (31 November). */
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
