/** Finds the day of each session in a post: from its own lines, else from those above it. */
import type { Listed } from './arrange.ts';
import { addDays, type DateMention } from './calendar.ts';
import type { Time } from './clock.ts';
import type { Day, Days } from './days.ts';
import { remainingText, type Unit } from './units.ts';

/** A link to a session with its day as an ISO date. */
export interface Dated extends Listed {
  date: string | undefined;
  /** Headings above the session, nearest first. */
  headings: Unit[];
}

/** Maximum characters beside a date in a line that begins a day: “Day 2 (ExampleCon)”. */
const DAY_LINE = 40;

/** Maximum distance in characters between a time and its day of the week. */
const BESIDE = 30;

/** The day from a heading and the text below it, up to the next heading of that level. */
interface Section {
  heading: Unit | undefined;
  dates: DateMention[];
  from: 'heading' | 'line' | 'text' | undefined;
  /** Whether sessions have begun. Text after a session is about that session. */
  begun: boolean;
}

/** The listed sessions with their days and headings. */
export function dateAll(units: readonly Unit[], listed: readonly Listed[], days: Days): Dated[] {
  const byUnit = new Map(listed.map((one) => [one.unit, one]));
  const used = new Set(listed.flatMap((one) => (one.time ? [one.time.unit] : [])));
  const shared = new Set(listed.flatMap((one) => (one.time && comesBefore(one) ? [one.time.unit] : [])));
  const result: Dated[] = [];
  let sections: Section[] = [{ heading: undefined, dates: [], from: undefined, begun: false }];
  for (const unit of units) {
    if (unit.kind === 'heading') {
      sections = sections.filter(({ heading }) => !heading || heading.depth < unit.depth);
      const from = unit.dates.length > 0 ? 'heading' : undefined;
      sections.push({ heading: unit, dates: unit.dates, from, begun: false });
    }
    const section = sections.at(-1) as Section;
    const one = byUnit.get(unit);
    if (one) {
      const headings = sections.flatMap(({ heading }) => (heading && heading !== unit ? [heading] : [])).reverse();
      const { date, doubts } = findDay(one, sections, days);
      result.push({ ...one, date, headings, timeDoubts: [...one.timeDoubts, ...doubts] });
      section.begun = true;
    } else if (unit.kind !== 'heading') note(unit, section, used, shared);
  }
  return result;
}

const comesBefore = ({ unit, time }: Listed) =>
  time !== undefined && time.unit !== unit && time.unit.lineOf(0) < unit.lineOf(0);

function note(unit: Unit, section: Section, used: ReadonlySet<Unit>, shared: ReadonlySet<Unit>): void {
  // “Day 3” has no date, but ends the previous day.
  if (section.begun && section.from === 'line' && /^\W*day\s\w+\W*$/iu.test(unit.text)) section.dates = [];
  if (unit.dates.length === 0) return;
  const line = remainingText(unit).length <= DAY_LINE && (unit.times.length === 0 || shared.has(unit));
  if (line) {
    section.dates = unit.dates;
    section.from = 'line';
  } else if (!section.begun && !used.has(unit) && (section.from === undefined || section.from === 'text')) {
    // In a sentence, “on Tuesday” can be any Tuesday.
    section.dates = [...section.dates, ...unit.dates.filter(({ month }) => month > 0)];
    section.from = 'text';
  }
}

function findDay({ unit, time, around }: Listed, sections: readonly Section[], days: Days): Day {
  const own = [time?.unit, unit, ...around.filter((one) => isOwnDate(one, unit, time?.unit ?? unit))];
  for (const one of own) {
    const mention = one && nearest(one, one === time?.unit ? time.time.at : undefined);
    if (mention) return agreedDay([mention], days, time?.time);
  }
  if (unit.common) return agreedDay([unit.common], days, time?.time);
  const section = sections.findLast(({ dates }) => dates.length > 0);
  if (!section) return { date: undefined, doubts: ['no date was found'] };
  const found = agreedDay(section.dates, days, time?.time);
  const far = section.heading === undefined && section.from === 'text';
  if (far && found.date) found.doubts.push(`the date ${found.date} was read in the introduction of the post`);
  return found;
}

/** Whether a line beside a session dates that session, not what follows: it is labelled, or between link and time. */
function isOwnDate(line: Unit, link: Unit, time: Unit): boolean {
  if (line.dates.length === 0 || line.kind === 'row' || remainingText(line).length > DAY_LINE * 2) return false;
  if (/^\W*(?:date|when|day)\b/iu.test(line.text)) return true;
  const [from = 0, to = 0] = [link.lineOf(0), time.lineOf(0)].sort((a, b) => a - b);
  return line.lineOf(0) > from && line.lineOf(0) < to;
}

/** The date nearest to a time, preferably before it. “On Tuesday” far away may be about anything. */
function nearest({ dates }: Unit, time: number | undefined): DateMention | undefined {
  const meant = dates.filter(({ day, at }) => day > 0 || (time !== undefined && Math.abs(at - time) <= BESIDE));
  return meant.findLast(({ at }) => at <= (time ?? 0)) ?? meant[0];
}

/** The day on which all mentions agree. */
function agreedDay(mentions: readonly DateMention[], days: Days, time: Time | undefined): Day {
  const resolved = mentions.map((mention) => ({ mention, ...days.resolve(mention) }));
  const dates = [...new Set(resolved.flatMap(({ mention }) => days.range(mention)))];
  const doubts = resolved.flatMap((one) => one.doubts);
  const [only = resolved[0]?.date] = dates;
  const overnight =
    dates.length === 2 && time?.end !== undefined && time.end > 1440 && dates[1] === addDays(only ?? '', 1);
  if (dates.length <= 1 || overnight) return { date: only, doubts };
  return { date: undefined, doubts: [...doubts, `the post has several days here, ${dates.join(', ')}: choose one`] };
}
