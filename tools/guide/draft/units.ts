/** Splits a post into units with at most one session, with their times and dates. */
import { parseAddress, type SessionAddress } from './addresses.ts';
import { type Block, lineAt, type PostLink } from './blocks.ts';
import { blank, type DateMention, datesIn } from './calendar.ts';
import { type Time, timesIn } from './clock.ts';
import { isGeneric } from './titles.ts';

export interface Unit {
  kind: Block['kind'];
  depth: number;
  items: readonly number[];
  text: string;
  /** The text with dates and times blanked out. */
  bare: string;
  times: Time[];
  dates: DateMention[];
  /** The only date in its block. */
  common?: DateMention;
  /** The linked session, with the position of its first link. */
  session?: { address: SessionAddress; start: number; end: number; line: number; href: string };
  /** The line in the post for a position in the text. */
  lineOf(at: number): number;
}

/** Splits blocks with several sessions into units, at line breaks or between the sessions. */
export function parseUnits(blocks: readonly Block[]): Unit[] {
  let hasDay = false;
  return blocks.flatMap((block) => {
    const dates = datesIn(block.text);
    const undated = blank(block.text, dates);
    const times = timesIn(undated).filter((time) => !isInTitle(time, block, dates));
    const links = sessionLinks(block, times);
    const whole: Whole = { block, links, dates, times, masked: blank(undated, times) };
    const day = hasDay ? nextDay(whole) : undefined;
    hasDay ||= dates.length > 0 && links.length === 0 && remainingText({ bare: whole.masked }).length <= DAY_LINE;
    return findCuts(whole)
      .flatMap((span) => splitAt(span, day === undefined ? [] : [day]))
      .map(([from, to]) => makeUnit(whole, from, to, day === undefined));
  });
}

type SessionLink = PostLink & { address: SessionAddress };

/** Maximum characters beside a date in a line that begins a day. */
const DAY_LINE = 40;

/** The links to sessions, and other links after a time, which are listed like sessions but not on Sched. */
function sessionLinks({ links, text }: Block, times: readonly Time[]): SessionLink[] {
  const sessions = links.flatMap((link): SessionLink[] => {
    const address = parseAddress(link.href);
    return address ? [{ ...link, address }] : [];
  });
  const [first] = times;
  if (sessions.length > 0 || !first || /[\p{L}\p{N}]/u.test(text.slice(0, first.at))) return sessions;
  const titled = links.find(({ start, end }) => {
    const title = text.slice(start, end);
    return start >= first.to && /\S\s+\S/u.test(title) && !isGeneric(title);
  });
  if (!titled) return [];
  const unusable = 'has no page on Sched: add it if it has one';
  return [{ ...titled, address: { id: titled.href, host: undefined, slug: '', unusable } }];
}

/** Finds a line with only a date at the end of a block with a session and its time. It begins the next day. */
function nextDay({ block, links, dates, times, masked }: Whole): number | undefined {
  const at = block.text.lastIndexOf('\n');
  const date = dates.at(-1);
  const isAlone = links.length > 0 && date && date.at > at && remainingText({ bare: masked.slice(at) }).length === 0;
  return isAlone && times.some((time) => time.to <= at) && links.every(({ end }) => end <= at) ? at : undefined;
}

interface Whole {
  block: Block;
  links: SessionLink[];
  dates: DateMention[];
  times: Time[];
  masked: string;
}

/** In a link, only a range or a time with a date counts, because titles may contain times (“Woken at 3 AM”). */
function isInTitle(time: Time, { links }: Block, dates: readonly DateMention[]): boolean {
  const link = links.find(({ start, end }) => start <= time.at && time.at < end);
  if (!link || dates.some(({ at }) => link.start <= at && at < link.end)) return false;
  return time.end === undefined || time.at > link.start + 12;
}

type Span = [from: number, to: number];

function findCuts(whole: Whole): Span[] {
  const { block, links } = whole;
  const { length } = block.text;
  if (new Set(links.map(({ address }) => address.id)).size <= 1) return [[0, length]];
  const spans = [...whole.dates, ...whole.times].map(({ at, to }): Span => [at, to]);
  spans.push(...links.map(({ start, end }): Span => [start, end]));
  const ends = [...block.text.matchAll(/[\n\v]/gu)].map(({ index }) => index);
  const cuts = ends.filter((end) => !spans.some(([from, to]) => from <= end && end < to));
  return splitAt([0, length], cuts).flatMap((line) => splitAt(line, betweenSessions(whole, line)));
}

function splitAt([from, to]: Span, places: readonly number[]): Span[] {
  const starts = [from, ...places.filter((at) => at > from && at < to)];
  return starts.map((start, index) => [start, starts[index + 1] ?? to]);
}

/** Where to cut a line with several sessions: before each, or before its time if the times come first. */
function betweenSessions({ links, times, dates }: Whole, [from, to]: Span): number[] {
  const here = links.filter(({ start }) => from <= start && start < to);
  const clocks = [...times, ...dates].filter(({ at }) => from <= at && at < to).sort((a, b) => a.at - b.at);
  const timeFirst = (clocks[0]?.at ?? to) < (here[0]?.start ?? to);
  return here.slice(1).flatMap((link, index) => {
    const last = here[index];
    if (!last || last.address.id === link.address.id) return [];
    const clock = clocks.find(({ at }) => last.end <= at && at < link.start);
    return [(timeFirst && clock?.at) || link.start];
  });
}

function makeUnit({ block, links, dates, times, masked }: Whole, from: number, to: number, isOneDay: boolean): Unit {
  const within = <T extends { at: number; to: number }>(list: readonly T[]): T[] =>
    list
      .filter(({ at }) => from <= at && at < to)
      .map((one) => ({ ...one, at: one.at - from, to: Math.min(one.to, to) - from }));
  const unit: Unit = {
    kind: block.kind,
    depth: block.depth,
    items: block.items,
    text: block.text.slice(from, to),
    bare: masked.slice(from, to),
    times: within(times),
    dates: within(dates),
    lineOf: (at) => lineAt(block, from + at),
  };
  const [only, another] = dates;
  if (only && !another && isOneDay) unit.common = only;
  // A block may end with a link without text, around an image.
  const here = links.filter(({ start }) => from <= start && (start < to || to === block.text.length));
  const [link] = here.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (link) {
    const { address, href, line } = link;
    unit.session = { address, href, line, start: link.start - from, end: Math.min(link.end, to) - from };
  }
  return unit;
}

/** A unit's text without dates, times and punctuation. */
export function remainingText({ bare }: Pick<Unit, 'bare'>): string {
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
